"""Pieces of evidence as sentences that a member of parliament can read."""

from collections.abc import Iterable
from datetime import date

from compliance.piece import FIGURES, JUDGED, NUMBERS, Piece, in_order
from data.law import LIFE_YEARS

SPEAKERS = {
    "A": "An independent body",
    "B": "A State document that others bear out",
    "C": "The State itself",
    "D": "Civil society or survivors",
}
RECOMMENDING = {
    "monitoring_body": "an international monitoring body",
    "rapporteur": "the national rapporteur",
    "audit": "the audit office",
    "court": "a court",
    "parliament": "parliament",
}
JUDGEMENTS = {
    "met": "that the duty is met",
    "partly_met": "that the duty is partly met",
    "not_met": "that the duty is not met",
    "disputed": "that it is disputed whether the duty is met",
    "not_applicable": "that the duty does not apply",
}
CONTRARY = {"C": "The State claims", "D": "Civil society or survivors say"}
"""Grade -> how one side speaks against what is borne out."""
ADMITTING = "The State itself admits"
"""How the State speaks where it says less of itself than others found."""
OPPOSITES = {"met": "not_met", "not_met": "met"}
COVERED = {
    "met": "covers what the duty asks",
    "partly_met": "covers part of what the duty asks",
    "not_met": "does not cover what the duty asks",
}
"""Finding on a statute -> what it does."""
SEEN = {
    "happens": "is above zero",
    "nothing_seen": "is zero",
    "cannot_tell": "decides nothing",
}
"""Finding on a figure, a share and a number of people alike -> what it is."""
COMPARED = {
    "meets": "meets what the instrument itself sets",
    "in_part": "meets what the instrument itself sets in some instances only",
    "misses": "misses what the instrument itself sets",
}
NAMES = {
    "figure": "figure",
    "official_figure": "official figure",
    "attestation": "statement",
    "statute": "statute",
    "judgment": "judgment",
    "recommendation": "recommendation",
    "plan": "action plan",
    "report": "report",
}
MOST = 4
"""Sentences given for one cell before the rest is only counted."""


def in_words(day: date | None) -> str:
    """3 May 2024; nothing without a date."""
    return f"{day.day} {day:%B %Y}" if day else ""


def named(piece: Piece) -> str:
    """A judgment of 3 May 2024."""
    name = NAMES[piece.kind]
    article = "An" if name[0] in "aeiou" else "A"
    return " of ".join(filter(None, [f"{article} {name}", in_words(piece.dated_on)]))


def sentence(piece: Piece) -> str:
    """What one piece says, as one sentence."""
    if piece.kind == "recommendation":
        return _of_recommendation(piece)
    if piece.kind == "report" and piece.finding == "happens":
        return f"{_titled(piece, dated=False)} was published{_on(piece)}."
    if piece.finding in SEEN:
        return f"{_titled(piece)} {SEEN[piece.finding]}."
    if piece.finding in COMPARED:
        return _of_number(piece)
    what = JUDGEMENTS[piece.finding]
    if piece.kind == "attestation":
        verb = "found" if piece.grade in ("A", "B") else "said"
        return f"{SPEAKERS.get(piece.grade, 'Somebody')} {verb}{_on(piece)} {what}."
    if piece.kind == "judgment":
        court = f" ({piece.source})" if piece.source else ""
        return f"A court{court} found{_on(piece)} {what}."
    if piece.kind == "statute" and piece.finding in COVERED:
        return f"{_titled(piece)} {COVERED[piece.finding]}."
    return f"{_titled(piece)} states {what}."


def contradictions(aside: Iterable[Piece], judgements: Iterable[Piece]) -> str:
    """What one side says against the judgements that decide: never left out, since it undoes nothing and must be seen.

    Survivors and civil society come first; of what is said alike the newest stands for all.
    """
    found = {each.finding for each in judgements}
    newest: dict[tuple, Piece] = {}
    for each in sorted(in_order(aside), key=lambda each: each.grade != "D"):
        newest.setdefault((each.kind, each.grade, each.finding), each)
    return " ".join(_against(each, found) for each in newest.values())


def _against(piece: Piece, found: set[str]) -> str:
    if piece.kind not in ("attestation", "plan") or piece.grade not in CONTRARY:
        return f"One side's word stands against that: {_in_mid_sentence(sentence(piece))}"
    is_contrary = not found or found == {OPPOSITES.get(piece.finding)}
    is_admission = piece.grade == "C" and piece.finding in ("not_met", "partly_met")
    who = ADMITTING if is_admission and "met" in found else CONTRARY[piece.grade]
    what = f"{who} {'the contrary' if is_contrary else 'otherwise'}"
    if piece.kind == "plan":
        return f"{what}: {_in_mid_sentence(sentence(piece))}"
    day = f"on {in_words(piece.dated_on)}, " if piece.dated_on else ""
    return f"{what}: {day}{JUDGEMENTS[piece.finding]}."


def _in_mid_sentence(said: str) -> str:
    return said[0].lower() + said[1:]


def sentences(pieces: Iterable[Piece]) -> str:
    """What the pieces say, judgements before figures and newest first, each once; beyond `MOST` the rest is counted."""
    by_weight = sorted(in_order(pieces), key=_weight)
    said = list(dict.fromkeys(sentence(each) for each in by_weight))
    rest = len(said) - MOST
    if rest > 0:
        more = f"{rest} more {'piece says' if rest == 1 else 'pieces say'} something."
        said = [*said[:MOST], more]
    return " ".join(said)


def _weight(piece: Piece) -> tuple[bool, bool]:
    return piece.finding not in JUDGED, piece.finding not in NUMBERS


def _on(piece: Piece) -> str:
    return f" on {in_words(piece.dated_on)}" if piece.dated_on else ""


def _titled(piece: Piece, dated: bool = True) -> str:
    title = f" “{piece.title}”" if piece.title else ""
    # A statute is shown because it is valid, whatever day it came in.
    if not dated or not piece.dated_on or piece.kind == "statute":
        day = ""
    elif piece.kind in FIGURES:
        day = f", up to {in_words(piece.dated_on)},"
    else:
        day = f" of {in_words(piece.dated_on)}"
    return f"The {NAMES[piece.kind]}{title}{day}"


def _of_number(piece: Piece) -> str:
    told = [
        f"{_in_figures(number, piece)} {word}"
        for word, number in (("asked", piece.number_asked), ("found", piece.number_found))
        if number is not None
    ]
    beside = f" ({', '.join(told)})" if told else ""
    return f"{_titled(piece)} {COMPARED[piece.finding]}{beside}."


def _in_figures(number: float, piece: Piece) -> str:
    return "life" if piece.kind == "statute" and number == LIFE_YEARS else f"{number:g}"


def _of_recommendation(piece: Piece) -> str:
    # The source of a recommendation is the body's code, and may be followed by the recommendation's id.
    body = (piece.source or "").partition(" ")[0]
    who = RECOMMENDING.get(body, "an oversight body")
    if piece.finding in ("met", "happens"):
        day = piece.done_on or piece.dated_on
        return f"A recommendation of {who} was carried out{f' on {in_words(day)}' if day else ''}."
    if piece.done_on:
        day = in_words(piece.done_on)
        return f"A recommendation of {who} is said to have been carried out on {day}, with nothing to show it."
    word = f" (its word: {piece.strength})" if piece.strength not in (None, "other") else ""
    then = "judges nothing" if piece.finding == "cannot_tell" else "is still open"
    return f"{who[0].upper()}{who[1:]} asked the place{_on(piece)} to act{word}, which {then}."
