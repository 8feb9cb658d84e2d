"""Which results a metric's page prints: the newest periods of one place, the newest of each of many."""

from charts.choose import coarsest, headline, newest, number, numbers_in, one_horizon
from charts.describe import is_pooled, quality
from charts.labels import Labels
from languages import phrase
from reports.blocks import Table
from reports.material import Material
from reports.result_cells import COVERS, printed_table
from reports.told import latest

MOST_PERIODS, MOST_PLACES, MOST_BLANK = 8, 14, 3
"""Rows that leave the rest of a page room; the workbook holds all, and the table says how many it left there."""


def page_table(definition: dict, rows: list[dict], material: Material) -> Table | None:
    """Headline rows: periods of one place, each place's newest period and follow-up for many places."""
    chosen = headline(rows) or coarsest(rows)
    if material.jurisdiction is None:
        chosen = _one_follow_up(_newest_of_each(chosen))
        title = phrase("Each place at its latest period with a number")
        printed = sorted(chosen, key=_size)[:MOST_PLACES]
    else:
        chosen = _of_told_follow_up(chosen, rows, material)
        title = phrase("Period by period")
        # A page of marks says no more than three rows of them.
        most = MOST_PERIODS if any(quality(row) != "blank" for row in chosen) else MOST_BLANK
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


def _of_told_follow_up(chosen: list[dict], rows: list[dict], material: Material) -> list[dict]:
    """Rows that have the follow-up of the sentences, so that what these say stands in the table.

    Where single years have no number by then, all follow-ups are told of years taken together, and of a single year the best known one.
    """
    days = {row["horizon_days"] for row in latest(rows, material.jurisdiction, material.labels)}
    told = [row for row in chosen if row["horizon_days"] in days]
    if numbers_in([row for row in told if not is_pooled(row)]):
        return told
    single = [row for row in chosen if not is_pooled(row)]
    return [row for row in chosen if is_pooled(row)] + _one_follow_up(single)


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


def _one_follow_up(rows: list[dict]) -> list[dict]:
    """Of each place and category the follow-up with most numbers; of equals, the longer one."""
    found: list[dict] = []
    names = ("jurisdiction", "breakdown", "category", *COVERS)
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    for group in groups.values():
        found += one_horizon(group)
    return found


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


def _newest_of_each(rows: list[dict]) -> list[dict]:
    names = ("jurisdiction", "breakdown", "category", "horizon_days", *COVERS)
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in names), []).append(row)
    latest = [newest(group) for group in found.values()]
    # A year without any money has no currency either: it is no news where a currency has numbers.
    with_money = {row["jurisdiction"] for row in latest if row["currency"]}
    return [row for row in latest if row["currency"] or row["jurisdiction"] not in with_money]
