"""What a table of results says, in a sentence with its numbers; never a rank, never a verdict."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.describe import blank_words, is_whole, limits_of, moment, quality
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.select import UNKNOWN
from languages import phrase, phrase_for

WHOLE_ABOVE = ("mix", "count", "amount", "quantity")
"""Kinds whose members add up above the line."""


def change(rows: Sequence[dict], definition: dict, names: Labels) -> str:
    """First against last number of one place, and whether their intervals part."""
    told = [row for row in sorted(rows, key=lambda r: r["period_end"]) if _has_point(row)]
    blanks = blank_counts(rows)
    rest = f" {blanks}" if blanks else ""
    if not told:
        none = phrase("No period has a number that can be told apart from chance.")
        return f"{none}{rest}"
    if len(told) == 1:
        one = phrase("One period has a number, {said}.", said=_said(told[0], definition))
        return f"{one}{rest}"
    first, last = told[0], told[-1]
    parts = _part(first, last)
    verdict = (
        phrase("their intervals do not overlap") if parts else phrase("their intervals overlap")
    )
    if parts is None:
        verdict = phrase("they carry no interval, so nothing is said about chance")
    said = phrase(
        "First {first}; last {last}; {verdict}.",
        first=_said(first, definition),
        last=_said(last, definition),
        verdict=verdict,
    )
    return f"{said}{rest}"


def has_moved(rows: Sequence[dict]) -> bool | None:
    """True where the intervals of the first and the last number part; None where there is nothing to compare."""
    told = [row for row in sorted(rows, key=lambda row: row["period_end"]) if _has_point(row)]
    return _part(told[0], told[-1]) if len(told) > 1 else None


def spread(rows: Sequence[dict], definition: dict, names: Labels, by: str | None = None) -> str:
    """From where to where the numbers of one table run, and how many have none."""
    told = sorted((row for row in rows if _has_point(row)), key=lambda row: row["value"])
    blanks = blank_counts(rows)
    rest = f" {blanks}" if blanks else ""
    if not told:
        return f"{_none(len(rows), by)}{rest}"

    def said(row):
        name = (
            names.place(row["jurisdiction"]) if by is None else names.category(by, row["category"])
        )
        alike = sum(other["value"] == row["value"] for other in told)
        # Naming one of several would make it look alone.
        name = name if alike == 1 else _members(alike, by)
        value = reads.value(row["value"], definition["value_unit"], row["currency"])
        return phrase("{value} ({name})", value=value, name=name)

    head = _numbered(len(told), len(rows), by)
    if told[0]["value"] == told[-1]["value"]:
        one = phrase("{head}: {value}.", head=head, value=said(told[0]))
        return f"{one}{rest}"
    caution = phrase("a difference is a question to ask, not yet an answer")
    if _part(told[0], told[-1]) is False:
        caution = phrase("the intervals of these two overlap, so even they may not differ")
    ends = phrase(
        "{head}; they run from {lowest} to {highest}; {caution}.",
        head=head,
        lowest=said(told[0]),
        highest=said(told[-1]),
        caution=caution,
    )
    return f"{ends}{rest}"


def _none(number: int, by: str | None) -> str:
    """That none of them has a number."""
    if number > 1:
        return phrase(
            "None of the {members} has a number that can be shown.", members=_members(number, by)
        )
    if by is None:
        return phrase("The only place has no number that can be shown.")
    return phrase("The only group has no number that can be shown.")


def _members(number: int, by: str | None) -> str:
    """So many places or groups, in the middle of a sentence."""
    if by is None:
        return phrase_for(number, "{number} places", "{number} places")
    return phrase_for(number, "{number} groups", "{number} groups")


def _numbered(told: int, number: int, by: str | None) -> str:
    """How many of them have a number."""
    return phrase_for(
        told,
        "{number} of {members} has a number",
        "{number} of {members} have a number",
        members=_members(number, by),
    )


def unknown_share(rows: Sequence[dict], definition: dict) -> str:
    """How many of all are of unknown group; empty where no member is unknown, or a count is hidden."""
    unknown = [row for row in rows if row["category"] == UNKNOWN]
    if not unknown:
        return ""
    side = "numerator" if definition["kind"] in WHOLE_ABOVE else "denominator"
    counted = [row[side] for row in rows]
    if any(reads.is_missing(count) for count in counted) or not sum(counted):
        return phrase("How many are of unknown group cannot be shown.")
    share = sum(row[side] for row in unknown) / sum(counted)
    return phrase(
        "Of unknown group: {share} of all that were counted.", share=reads.value(share, "share")
    )


def steps(rows: Sequence[dict], definition: dict, names: Labels) -> str:
    """How many reached each stage, in the order the stages are passed."""
    told = [row for row in rows if _has_point(row)]
    blanks = blank_counts(rows)
    rest = f" {blanks}" if blanks else ""
    if not told:
        none = phrase("No stage has a number that can be shown.")
        return f"{none}{rest}"
    listed = with_commas(
        phrase(
            "{value} {stage}",
            value=reads.value(row["value"], definition["value_unit"]),
            stage=inside(names.category("stage", row["category"])),
        )
        for row in told
    )
    said = phrase("Stage by stage: {listed}.", listed=listed)
    return f"{said}{rest}"


def blank_counts(rows: Sequence[dict]) -> str:
    """How many rows have no number, by reason: Without a number: 2 not reported, 1 too few to say."""
    kinds = Counter(inside(blank_words(row).label) for row in rows if row["blank"])
    if not kinds:
        return ""
    listed = with_commas(f"{n} {words}" for words, n in kinds.most_common())
    return phrase("Without a number: {listed}.", listed=listed)


def _has_point(row: dict) -> bool:
    return quality(row) not in ("blank", "very_uncertain")


def _said(row: dict, definition: dict) -> str:
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit)
    value = reads.value(row["value"], unit, currency)
    if not limits:
        return phrase("{moment}: {value}", moment=moment(row), value=value)
    return phrase(
        "{moment}: {value} (95% interval {limits})", moment=moment(row), value=value, limits=limits
    )


def _part(one: dict, other: dict) -> bool | None:
    """True where two intervals do not overlap; None where there is no interval to compare."""
    if None in (one["lower"], one["upper"], other["lower"], other["upper"]):
        return None
    if is_whole(one) or is_whole(other):
        return None
    return one["upper"] < other["lower"] or other["upper"] < one["lower"]
