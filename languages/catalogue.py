"""Looks a text up in the catalogue of the language that is spoken now."""

from collections.abc import Callable
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from languages.numbers import whole
from languages.pseudo import PSEUDO, Bracketed
from languages.speaking import ENGLISH, current

FOLDER = Path(__file__).resolve().parent


def phrase(text: str, /, **values) -> str:
    """`text` in the language spoken now, its {names} filled in. Only constants may be given: they are collected."""
    return _filled(_found(text) or text, values)


def phrase_in(context: str, text: str, /, **values) -> str:
    """The same for a word that means different things in different places; `context` tells them apart."""
    return _filled(_found(text, context) or text, values)


def phrase_for(number: float, one: str, more: str, /, **values) -> str:
    """The form that `number` asks for, with {number} as it is read: "{number} place", "{number} places"."""
    values = {"number": whole(number)} | values
    messages, form_for = _catalogue(current())
    if current() == PSEUDO:
        return _filled(messages.get((None, one if number == 1 else more)), values)
    forms = messages.get((None, one))
    if isinstance(forms, tuple) and (found := forms[form_for(abs(int(number)))]):
        return _filled(found, values)
    return _filled(one if number == 1 else more, values)


def later(text: str) -> str:
    """The text itself: marks a constant for the catalogue that is said later, by `phrase` of the constant."""
    return text


def translation(text: str, context: str | None = None) -> str | None:
    """The translation of a text of a release (a title, a label); None where there is none, or English is spoken."""
    return _found(text, context)


def known() -> tuple[str, ...]:
    """The languages there are whole catalogues of, English first."""
    return (ENGLISH, *sorted(path.stem for path in FOLDER.glob("*.po") if path.stem not in SAMPLES))


SAMPLES = frozenset({"ar"})
"""Catalogues that hold a sample only: they can be asked for, and are not offered."""


def name(language: str) -> str:
    """What speakers of a language call it: français."""
    from babel import Locale

    if language == PSEUDO:
        return PSEUDO
    return Locale.parse(language).get_display_name(language) or language


def _found(text: str, context: str | None = None) -> str | None:
    language = current()
    if language == ENGLISH:
        return None
    found = _catalogue(language)[0].get((context, text))
    return found[0] if isinstance(found, tuple) else found


def _filled(text: str, values: dict) -> str:
    return text.format(**values) if values else text


@lru_cache(maxsize=16)
def _catalogue(
    language: str,
) -> tuple[dict[tuple[str | None, str], str | tuple[str, ...]], Callable]:
    """(context, English) -> translation, or its forms; and what chooses a form. Empty where there is no catalogue."""
    if language == PSEUDO:
        return Bracketed(), lambda number: 0
    path = FOLDER / f"{language}.po"
    if language == ENGLISH or not path.exists():
        return {}, lambda number: 0
    # Loaded only for readers of another language: most never need it.
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        read = read_po(file, locale=language)
    found = {}
    for message in read:
        if not message.id or message.fuzzy:
            continue
        english = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if isinstance(message.string, tuple | list):
            found[message.context, english] = tuple(message.string)
        elif message.string:
            found[message.context, english] = message.string
    return found, c2py(read.plural_expr)
