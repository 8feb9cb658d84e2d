"""Groups beside their reference groups, of many metrics at once: both shares as the two ends of a line."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart
from charts.describe import alternative_text
from charts.forest import difference, named, points
from charts.format import is_missing
from charts.labels import Labels
from charts.verdicts import VERDICTS

MOST_PAIRS = 20
"""Pairs that fit one page; the screen says how many are left to the table."""
FIRST = (
    *("difference", "difference_explained", "possible_difference"),
    *("no_difference_shown", "cannot_tell"),
)
"""Verdicts in the order in which they are drawn where not all can be."""


def gaps(
    rows: Sequence[dict], definitions: dict[str, dict], labels: Labels, *, title: str, subtitle: str
) -> Chart | None:
    """A pair a row of `disparities`, in their order; None where no pair has both its shares.

    Where they are more than MOST_PAIRS, the verdicts that say most are drawn.
    """
    rows = drawn(rows)
    if not rows:
        return None
    is_one_place = len({row["jurisdiction"] for row in rows}) == 1
    marks = [_mark(row, definitions, labels, is_one_place=is_one_place) for row in rows]
    return Chart(
        kind="dumbbell",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("dumbbell", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title="Share",
        categories=tuple(mark["x"] for mark in marks),
        second="reference",
        second_label="the reference group, the second of the two that are named",
        marked="is_different",
        label="label",
        strand=tuple(rows),
    )


def drawn(rows: Sequence[dict]) -> list[dict]:
    """The rows that have both shares, whole verdicts at a time as long as they fit, in the order given."""
    known = [
        row
        for row in rows
        if not (is_missing(row["value"]) or is_missing(row["reference_value"]))
        and not is_missing(row["difference"])
    ]
    kept: list[str] = []
    for verdict in FIRST:
        has_some = any(row["verdict"] in kept for row in known)
        if has_some and sum(row["verdict"] in (*kept, verdict) for row in known) > MOST_PAIRS:
            break
        kept.append(verdict)
    return [row for row in known if row["verdict"] in kept][:MOST_PAIRS]


def said(row: dict) -> str:
    """Verdict and difference; where none is shown, how large one may still be and from where it would be seen."""
    words = [f"{VERDICTS[row['verdict']].label.lower()}, {difference(row)}"]
    gap, least = row["gap_not_ruled_out"], row["smallest_detectable_gap"]
    if row["verdict"] == "cannot_tell":
        words = [VERDICTS["cannot_tell"].label.lower()]
        if not is_missing(gap):
            words.append(f"a difference of up to {points(gap)} cannot be ruled out")
        if not is_missing(least):
            words.append(f"groups of this size would show one from {points(least)}")
    return "; ".join(words)


def _mark(row: dict, definitions: dict, labels: Labels, *, is_one_place: bool) -> dict:
    parts = [definitions[row["metric_id"]]["title"]]
    horizon = reads.horizon(row["horizon_days"])
    parts += [f"within {horizon}"] if horizon else []
    parts += [] if is_one_place else [labels.place(row["jurisdiction"])]
    parts += [reads.period(row["period_start"], row["period_end"])]
    name = f"{named(row, labels)}: {', '.join(parts)}"
    is_told = row["verdict"] != "cannot_tell"
    shares = (reads.value(row[key], "share") for key in ("value", "reference_value"))
    told = f"{' beside '.join(shares)}; {said(row)}" if is_told else said(row)
    return {
        "x": name,
        "value": row["value"],
        "reference": row["reference_value"],
        "difference": row["difference"],
        "difference_lower": row["difference_lower"],
        "difference_upper": row["difference_upper"],
        "is_different": row["verdict"] in ("difference", "difference_explained"),
        "label": said(row),
        "name": name,
        "text": told,
        "quality": "reportable" if is_told else "very_uncertain",
        "blank": None,
    }
