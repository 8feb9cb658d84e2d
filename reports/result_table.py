"""Which results a metric's page prints: the newest periods of one place, the newest of each of many."""

from charts.describe import is_pooled, quality
from charts.labels import Labels
from charts.select import coarsest, number, numbers_in, summing_up
from languages import phrase
from reports.blocks import Table
from reports.material import Material
from reports.result_cells import printed_table
from reports.told import latest

MOST_PERIODS, MOST_PLACES, MOST_BLANK = 8, 14, 3
"""Rows that leave the rest of a page room; the workbook holds all, and the table says how many it left there."""


def page_table(definition: dict, rows: list[dict], material: Material) -> Table | None:
    """Headline rows: periods of one place at the follow-up of its number, or the newest number of each of many places."""
    told = latest(definition["metric_id"], material)
    if material.jurisdiction is None:
        chosen = told
        title = phrase("Each place at its latest period with a number")
        printed = sorted(chosen, key=_size)[:MOST_PLACES]
    else:
        followed = {row["horizon_days"] for row in told}
        chosen = [r for r in summing_up(rows) or coarsest(rows) if r["horizon_days"] in followed]
        title = phrase("Period by period")
        # A page of marks says no more than three rows of them.
        most = MOST_PERIODS if numbers_in(chosen) else MOST_BLANK
        printed = sorted(chosen, key=_recency)[:most]
    printed.sort(key=lambda row: _order(row, material.labels))
    return printed_table(
        title,
        definition,
        chosen,
        printed,
        len(rows),
        material,
        with_place=material.jurisdiction is None,
    )


def _size(row: dict) -> tuple:
    """Places with most counted first, those without a number last."""
    return (quality(row) == "blank", -number(row["denominator"]), -number(row["numerator"]))


def _recency(row: dict) -> tuple:
    """Newest first; of one end those with a number, then single years before years taken together."""
    return (
        -row["period_end"].toordinal(),
        quality(row) == "blank",
        is_pooled(row),
        -(row["horizon_days"] or 0),
    )


def _order(row: dict, labels: Labels) -> tuple:
    is_together = is_pooled(row)
    place, detail = labels.place(row["jurisdiction"]), (row["breakdown"], row["category"])
    return (
        place,
        is_together,
        row["period_end"],
        detail,
        row["horizon_days"] or 0,
        row["currency"] or "",
    )
