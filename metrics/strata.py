"""Counts of groups within strata of case mix: what comparisons hold fixed. Undisclosed, over blocks of years.

What of it a release may tell is for `metrics.comparing.strata_table`.
"""

from collections.abc import Iterator
from dataclasses import replace

from metrics.counting.time_to_event import settled
from metrics.counts import Counts
from metrics.coverage import Coverage
from metrics.definition import CROSS, CROSSED, Metric
from metrics.places import by_place
from metrics.sql import counting_statement

STRATA_COLUMNS = (
    "metric_id",
    "scope",
    "jurisdiction",
    "period_start",
    "period_end",
    "horizon_days",
    "breakdown",
    "category",
    "stratum",
    "part",
    "whole",
)
ALL = "all"
"""The one stratum of a metric that holds nothing fixed."""


def strata_statement(metric: Metric, scope: str) -> str | None:
    """What counts the groups of a headline metric within strata; None for other metrics."""
    if not is_stratified(metric):
        return None
    wanted = tuple(dict.fromkeys(filter(None, _crossed(metric).values())))
    crossing = replace(metric, breakdowns=wanted)
    return (
        counting_statement(crossing, scope) if metric.kind == "share" else settled(crossing, scope)
    )


def strata_of(
    metric: Metric,
    scope: str,
    rows: Counts,
    covered: dict[str, Coverage],
    expected: dict[str, Coverage],
) -> list[tuple]:
    """One row of `STRATA_COLUMNS` a jurisdiction, block of years, horizon, group and stratum of a headline metric."""
    crossed = _crossed(metric)
    cells = [
        (jurisdiction, *place, horizon, years)
        for jurisdiction, places in by_place(rows).items()
        for place, years in places.items()
        for horizon in metric.horizons or (None,)
        if jurisdiction in covered
    ]
    blocks = {
        name: [block for block in coverage.blocks(expected.get(name)) if block.blank is None]
        for name, coverage in covered.items()
    }
    found = []
    for jurisdiction, breakdown, category, horizon, years in sorted(
        cells, key=lambda cell: str(cell[:-1])
    ):
        groups = list(_split(crossed, breakdown, category))
        above, below = (
            ("part", "whole") if horizon is None else (f"part_{horizon}", f"whole_{horizon}")
        )
        for block in blocks[jurisdiction]:
            mine = years.between(block.years[0], block.years[-1])
            part, whole = int(mine.total(above)), int(mine.total(below))
            if whole:
                place = metric.name, scope, jurisdiction, block.start, block.end, horizon
                found += [(*place, *group, part, whole) for group in groups]
    return found


def is_stratified(metric: Metric) -> bool:
    """Headline metrics of kind share, and those that tell a share of a cohort by a horizon."""
    by_horizon = metric.kind == "time_to_event" and metric.horizons
    is_staircase = "each" in metric.counting
    return metric.is_headline and (metric.kind == "share" or by_horizon) and not is_staircase


def _crossed(metric: Metric) -> dict[str, str]:
    """Group -> the breakdown that crosses it with the case mix."""
    return {name: _crossing(metric, name) for name in ("total", *_groups(metric))}


def _groups(metric: Metric) -> tuple[str, ...]:
    return tuple(name for name in metric.breakdowns if CROSS not in name)


def _crossing(metric: Metric, group: str) -> str:
    """The breakdown that crosses a group with the case mix; what is compared is not held fixed as well."""
    held = [column for column in metric.case_mix if column != group]
    return CROSS.join(held if group == "total" else [group, *held])


def _split(
    crossed: dict[str, str], breakdown: str, category: str
) -> Iterator[tuple[str, str, str]]:
    """The groups that a crossed breakdown tells of: breakdown, category and stratum."""
    for group, name in crossed.items():
        if (name or "total").replace(CROSS, CROSSED) == breakdown:
            members = category.split(CROSSED)
            own = "total" if group == "total" else members.pop(0)
            stratum = CROSSED.join(members) if name and members else ALL
            yield group, own, stratum
