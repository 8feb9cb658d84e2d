"""Groups beside their reference groups, of many metrics at once: those that say most, as many as fit a page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from charts import format as reads
from charts.chart import Chart
from charts.dumbbell import dumbbell
from charts.forest import difference, named, points
from charts.format import is_missing
from charts.joining import in_turn, with_commas
from charts.joining import named as named_as
from charts.labels import Labels
from charts.release_words import lower_first
from charts.release_words import title as metric_title
from charts.verdicts import VERDICTS
from languages import phrase

MOST_PAIRS = 20
"""Pairs that fit one page; the screen says how many are left to the table."""
FIRST = (
    *("difference", "difference_explained", "possible_difference"),
    *("no_difference_shown", "cannot_tell"),
)
"""Verdicts in the order in which they are drawn where not all can be."""


def gaps(
    rows: Sequence[dict],
    definitions: Mapping[str, dict],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
) -> Chart | None:
    """A pair a row of `disparities`, by metric and name; None where no pair has both its shares.

    Where they are more than MOST_PAIRS, the verdicts that say most are drawn. Each pair says its
    difference or, where nothing can be told, how large a one could hide.
    """
    rows = drawn(rows)
    if not rows:
        return None
    is_one_place = len({row["jurisdiction"] for row in rows}) == 1

    def name(row: dict) -> str:
        parts = [metric_title(definitions[row["metric_id"]])]
        horizon = reads.horizon(row["horizon_days"])
        parts += [phrase("within {horizon}", horizon=horizon)] if horizon else []
        parts += [] if is_one_place else [labels.place(row["jurisdiction"])]
        first, last = row["period_start"].year, row["period_end"].year
        parts += [f"{first}" if first == last else f"{first}–{last}"]
        return named_as(with_commas(parts), lower_first(named(row, labels)))

    chart = dumbbell(rows, labels, title=title, subtitle=subtitle, name=name)
    if chart is None:
        return None
    marks = (
        mark | {"label": said(row)} for mark, row in zip(chart.rows, chart.strand, strict=True)
    )
    return replace(chart, rows=tuple(marks), label="label")


def drawn(rows: Sequence[dict]) -> list[dict]:
    """The rows that have both shares, whole verdicts at a time as long as they fit, in the order given."""
    known = [row for row in rows if not is_missing(row["difference"])]
    kept: list[str] = []
    for verdict in FIRST:
        has_some = any(row["verdict"] in kept for row in known)
        if has_some and sum(row["verdict"] in (*kept, verdict) for row in known) > MOST_PAIRS:
            break
        kept.append(verdict)
    return [row for row in known if row["verdict"] in kept][:MOST_PAIRS]


def said(row: dict) -> str:
    """Verdict and difference; where nothing can be told, how large a one may hide and from where one would be seen."""
    label = VERDICTS[row["verdict"]].label
    if row["verdict"] != "cannot_tell":
        return with_commas([label, difference(row)])
    words = [label]
    gap, least = row["gap_not_ruled_out"], row["smallest_detectable_gap"]
    if not is_missing(gap):
        words.append(phrase("up to {difference} cannot be ruled out", difference=points(gap)))
    if not is_missing(least):
        words.append(phrase("would be seen from {difference}", difference=points(least)))
    return in_turn(words)
