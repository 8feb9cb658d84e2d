"""What in published prose would tell who somebody is: an address, a long number, a birthday, a pseudonym.

The two columns that hold prose (pattern "text") are searched twice with what stands here: when they
are received, and again before a release. A name cannot be found by its form; this finds the rest.
When in doubt it says yes: prose can be worded otherwise, and a published number cannot be taken back.
"""

import re
import unicodedata
from collections.abc import Callable

SHORTEST = 6
"""Characters. A shorter pseudonym is also a number or a word of some sentence, and would be found in any text."""

DIGITS = 6
"""So many digits together name a person or a telephone; shorter numbers count things, or name articles and years."""

ADDRESS = re.compile(
    r"\S\s?@\s?\S"
    r"|\w\s?[(\[{<]\s?at\s?[)\]}>]\s?\w"
    r"|\w\s+at\s+[\w-]+(?:\s+dot\s+|\s?[(\[{<]\s?dot\s?[)\]}>]\s?)\w"
    r"|\b(?:facebook|instagram|linkedin|snapchat|telegram|tiktok|twitter|fb|vk|wa|t|x)\.(?:com|me)/\w"
)
"""An e-mail address or the name of an account, also where its signs are written as words, and the page of an account."""

OF_LAW = re.compile(
    r"(?:\b(?:laws?|acts?|articles?|arts?|sections?|secs?|ss?|paragraphs?|paras?|rules?|codes?|chapters?"
    r"|directives?|regulations?|decrees?|decisions?|statutes?|cets|ets|p\.?\s?l|u\.?\s?s\.?\s?c)\b\.?|§+)"
    r"\s?(?:nos?\.?\s?)?\d{1,5}(?:[.-]\d{1,5}){0,2}(?![\s().-]{0,2}\d)"
)
"""The number of a provision, a statute or a treaty after the word that says so: Public Law 106-386."""

OF_JUDGMENT = re.compile(r"\becli(?::[a-z0-9.]+){4}")
"""A European Case Law Identifier: court, year and number."""

OF_CASE = re.compile(
    r"(?<![\d/])(?:\d{1,5}/\d{2}|\d{1,5}/(?:19|20)\d{2}|(?:19|20)\d{2}/\d{1,4})(?![\d/])"
)
"""The number of an application, a case or a directive: 25965/04, 2011/36."""

RUN = re.compile(r"\+?\d(?:(?:[\s()./_-]{0,3}|,)\d)*")
"""Digits with nothing but blanks, brackets and strokes between them; a comma and a blank part a list."""

YEAR = re.compile(r"(?:19|20)\d{2}")

BIRTH = re.compile(
    r"\b(?:date of birth|birth\s?date|birth\s?day|d\.?o\.?b|date de naissance|fecha de nacimiento"
    r"|geburtsdatum|data di nascita|data de nascimento)\b\D{0,20}\d"
    r"|\b(?:born|née?|nacid[oa]|geboren|nat[oa]|nascid[oa])\s+(?:[^\W\d]+\.?\s+){0,3}\d"
)
"""When somebody was born, in the languages of the instruments."""

DOCUMENT = re.compile(
    r"\b(?:passports?|passeport|pasaporte|reisepass|passaporto|identity (?:card|document)s?|id card"
    r"|driving licen[cs]e|social security|national insurance)"
    r"\W{0,3}(?:(?:nos?|number|nr|num)\b\W{0,3})?[a-z]{0,3}\s?\d"
)
"""The number of a passport or another paper, however short."""

WORDS = tuple(re.compile(rf"[{signs}]{{{SHORTEST},}}") for signs in (r"\w./:-", r"\w.-", r"\w-"))
"""What may be a pseudonym, with more and with fewer of the signs that one may hold."""


def plain(text: str) -> str:
    """The text in one form: small letters, one sort of dash and blank, nothing that cannot be seen."""
    text = "".join(
        "-" if unicodedata.category(sign) == "Pd" else sign
        for sign in unicodedata.normalize("NFKC", text)
        if unicodedata.category(sign) != "Cf"
    )
    return re.sub(r"\s+", " ", text).casefold()


def shows_address(text: str) -> bool:
    """Whether an e-mail address or the name of an account stands in it."""
    return ADDRESS.search(plain(text)) is not None


def shows_number(text: str) -> bool:
    """Whether a number long enough for a telephone, a paper or a record stands in it."""
    text = plain(text)
    for public in (OF_JUDGMENT, OF_LAW, OF_CASE):
        text = public.sub(" x ", text)
    return any(_is_long(run) for run in RUN.findall(text))


def shows_birth(text: str) -> bool:
    """Whether it says when somebody was born, or the number of a paper somebody carries."""
    text = plain(text)
    return BIRTH.search(text) is not None or DOCUMENT.search(text) is not None


def words(text: str) -> list[str]:
    """Every word of it that may be a pseudonym, in small letters."""
    text = plain(text)
    return sorted({found.strip("./:-_") for form in WORDS for found in form.findall(text)})


SIGNS: dict[str, Callable[[str], bool]] = {
    "address": shows_address,
    "number": shows_number,
    "birth": shows_birth,
}
"""Sign of a person -> whether a text shows it."""


def signs_in(text: str) -> list[str]:
    """The signs of a person that stand in a text."""
    return [name for name, shows in SIGNS.items() if shows(text)]


def _is_long(run: str) -> bool:
    """Whether a run of digits is too long; years beside small numbers do not count."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", run):
        return False
    parts = re.findall(r"\d+", run)
    others = [part for part in parts if not YEAR.fullmatch(part)]
    if run.startswith("+") or any(len(part) > 3 for part in others):
        others = parts
    return sum(map(len, others)) >= DIGITS
