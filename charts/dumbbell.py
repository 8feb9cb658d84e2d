"""Builds pairs of groups beside one another, with the share of each, from comparisons of groups."""

from collections.abc import Callable, Sequence

from charts import format as reads
from charts.chart import Chart
from charts.describe import alternative_text
from charts.forest import in_order, named, statement
from charts.format import is_missing
from charts.joining import in_turn
from charts.labels import Labels
from charts.verdicts import VERDICTS, reason
from languages import later, phrase

REFERENCE = later("the group it is set beside")


def dumbbell(
    rows: Sequence[dict],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
    name: Callable[[dict], str] | None = None,
) -> Chart | None:
    """`rows` are `disparities`, drawn by breakdown and name; None where neither group has a number anywhere.

    `name` says which pair a row is, where the names of its groups do not tell it from the others.
    """
    naming = name or (lambda row: named(row, labels))
    rows = sorted(in_order(rows, labels), key=naming) if name else in_order(rows, labels)
    marks = [_mark(row, labels, naming(row)) for row in rows]
    if len({mark["x"] for mark in marks}) != len(marks):
        raise ValueError("two pairs have one name")
    if not any(mark["value"] is not None or mark["beside"] is not None for mark in marks):
        return None
    return Chart(
        kind="dumbbell",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("dumbbell", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title=phrase("Share"),
        categories=tuple(mark["x"] for mark in marks),
        strand=tuple(rows),
        second="beside",
        second_label=phrase(REFERENCE),
        marked="is_different",
        label="verdict",
    )


def _mark(row: dict, labels: Labels, name: str) -> dict:
    verdict = row["verdict"]
    why = None if is_missing(row["reason"]) else row["reason"]
    blank = why if verdict == "cannot_tell" and why in reads.BLANKS else None
    said = VERDICTS[verdict].label
    # A blank is named beside its shorthand; any other reason stands with the verdict.
    said += f" ({reason(why)})" if why and not blank else ""
    quality = "reportable"
    if verdict == "cannot_tell":
        quality = "blank" if blank else "very_uncertain"
    return {
        "x": name,
        "value": _share(row["value"]),
        "beside": _share(row["reference_value"]),
        "is_different": verdict in ("difference", "difference_explained"),
        "verdict": said,
        "name": name,
        "text": _text(row, labels),
        "quality": quality,
        "blank": blank,
        "blank_label": reads.BLANKS[blank].label if blank else None,
    }


def _text(row: dict, labels: Labels) -> str:
    """Both shares with their counts, unless nothing can be said of them, and the verdict."""
    told = statement(row, labels)
    if row["verdict"] == "cannot_tell":
        return told
    group = _counted(row["value"], row["numerator"], row["denominator"])
    beside = _counted(
        row["reference_value"], row["reference_numerator"], row["reference_denominator"]
    )
    shares = phrase(
        "{group_share}, beside {reference_share}", group_share=group, reference_share=beside
    )
    return in_turn([shares, told])


def _counted(share, above, below) -> str:
    said = reads.value(share, "share")
    if is_missing(above) or is_missing(below):
        return said
    counted = phrase("{part} of {whole}", part=reads.count(above), whole=reads.count(below))
    return f"{said} ({counted})"


def _share(found) -> float | None:
    return None if is_missing(found) else float(found)
