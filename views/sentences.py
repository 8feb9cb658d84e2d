"""What a table of results says, in a sentence with its numbers; never a rank, never a verdict."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.choose import UNKNOWN
from charts.describe import blank_words, is_whole, limits_of, moment, quality
from charts.labels import Labels

WHOLE_ABOVE = ("mix", "count", "amount", "quantity")
"""Kinds whose members add up above the line."""


def change(rows: Sequence[dict], definition: dict, names: Labels) -> str:
    """First against last number of one place, and whether their intervals part."""
    told = [row for row in sorted(rows, key=lambda r: r["period_end"]) if _has_point(row)]
    blanks = blank_counts(rows)
    rest = f" {blanks}" if blanks else ""
    if not told:
        return f"No period has a number that can be told apart from chance.{rest}"
    if len(told) == 1:
        return f"One period has a number, {_said(told[0], definition)}.{rest}"
    first, last = told[0], told[-1]
    parts = _part(first, last)
    verdict = "their intervals do not overlap" if parts else "their intervals overlap"
    if parts is None:
        verdict = "they carry no interval, so nothing is said about chance"
    return f"First {_said(first, definition)}; last {_said(last, definition)}; {verdict}.{rest}"


def has_moved(rows: Sequence[dict]) -> bool | None:
    """True where the intervals of the first and the last number part; None where there is nothing to compare."""
    told = [row for row in sorted(rows, key=lambda row: row["period_end"]) if _has_point(row)]
    return _part(told[0], told[-1]) if len(told) > 1 else None


def spread(rows: Sequence[dict], definition: dict, names: Labels, by: str | None = None) -> str:
    """From where to where the numbers of one table run, and how many have none."""
    told = sorted((row for row in rows if _has_point(row)), key=lambda row: row["value"])
    members = "places" if by is None else "groups"
    blanks = blank_counts(rows)
    rest = f" {blanks}" if blanks else ""
    if not told:
        none = f"None of the {len(rows)} {members}" if len(rows) > 1 else f"The only {members[:-1]}"
        verb = "has a" if len(rows) > 1 else "has no"
        return f"{none} {verb} number that can be shown.{rest}"

    def said(row):
        name = (
            names.place(row["jurisdiction"]) if by is None else names.category(by, row["category"])
        )
        alike = sum(other["value"] == row["value"] for other in told)
        # Naming one of several would make it look alone.
        name = name if alike == 1 else f"{alike} {members}"
        return f"{reads.value(row['value'], definition['value_unit'], row['currency'])} ({name})"

    head = f"{len(told)} of {len(rows)} {members} {'has' if len(told) == 1 else 'have'} a number"
    if len(told) == 1:
        return f"{head}: {said(told[0])}.{rest}"
    if told[0]["value"] == told[-1]["value"]:
        return f"{head}: {said(told[0])}.{rest}"
    ends = f"they run from {said(told[0])} to {said(told[-1])}"
    caution = "a difference is a question to ask, not yet an answer"
    if _part(told[0], told[-1]) is False:
        caution = "the intervals of these two overlap, so even they may not differ"
    return f"{head}; {ends}; {caution}.{rest}"


def unknown_share(rows: Sequence[dict], definition: dict) -> str:
    """How many of all are of unknown group; empty where no member is unknown, or a count is hidden."""
    unknown = [row for row in rows if row["category"] == UNKNOWN]
    if not unknown:
        return ""
    side = "numerator" if definition["kind"] in WHOLE_ABOVE else "denominator"
    counted = [row[side] for row in rows]
    if any(reads.is_missing(count) for count in counted) or not sum(counted):
        return "How many are of unknown group cannot be shown."
    share = sum(row[side] for row in unknown) / sum(counted)
    return f"Of unknown group: {reads.value(share, 'share')} of all that were counted."


def steps(rows: Sequence[dict], definition: dict, names: Labels) -> str:
    """How many reached each stage, in the order the stages are passed."""
    told = [row for row in rows if _has_point(row)]
    blanks = blank_counts(rows)
    rest = f" {blanks}" if blanks else ""
    if not told:
        return f"No stage has a number that can be shown.{rest}"
    listed = ", ".join(
        f"{reads.value(row['value'], definition['value_unit'])} "
        f"{names.category('stage', row['category']).lower()}"
        for row in told
    )
    return f"Stage by stage: {listed}.{rest}"


def blank_counts(rows: Sequence[dict]) -> str:
    """How many rows have no number, by reason: Without a number: 2 not reported, 1 too few to say."""
    kinds = Counter(blank_words(row).label.lower() for row in rows if row["blank"])
    if not kinds:
        return ""
    listed = ", ".join(f"{n} {words}" for words, n in kinds.most_common())
    return f"Without a number: {listed}."


def _has_point(row: dict) -> bool:
    return quality(row) not in ("blank", "very_uncertain")


def _said(row: dict, definition: dict) -> str:
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit)
    bracket = f" (95% interval {limits})" if limits else ""
    return f"{moment(row)}: {reads.value(row['value'], unit, currency)}{bracket}"


def _part(one: dict, other: dict) -> bool | None:
    """True where two intervals do not overlap; None where there is no interval to compare."""
    if None in (one["lower"], one["upper"], other["lower"], other["upper"]):
        return None
    if is_whole(one) or is_whole(other):
        return None
    return one["upper"] < other["lower"] or other["upper"] < one["lower"]
