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
SEEN = {
    "happens": "shows that it happens",
    "nothing_seen": "shows none",
    "cannot_tell": "cannot tell",
}
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
    return f"{_titled(piece)} shows {what}."


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


def _titled(piece: Piece) -> str:
    title = f" “{piece.title}”" if piece.title else ""
    # A statute is shown because it is valid, whatever day it came in.
    before = " up to " if piece.kind in FIGURES else " of "
    day = before + in_words(piece.dated_on) if piece.dated_on and piece.kind != "statute" else ""
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
    if piece.finding == "met":
        day = piece.done_on or piece.dated_on
        return f"A recommendation of {who} was carried out{f' on {in_words(day)}' if day else ''}."
    word = f" (its word: {piece.strength})" if piece.strength not in (None, "other") else ""
    then = "judges nothing" if piece.finding == "cannot_tell" else "is still open"
    return f"{who[0].upper()}{who[1:]} asked the place{_on(piece)} to act{word}, which {then}."
