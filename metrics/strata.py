"""Counts of groups within strata of case mix: what comparisons hold fixed. Undisclosed, over blocks of years."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from metrics.counting.text import by_scope
from metrics.coverage import Coverage
from metrics.definition import CROSS, CROSSED, Metric
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


def strata_of(
    cursor, metric: Metric, scope: str, covered: dict[str, Coverage], expected: dict[str, Coverage]
) -> list[dict]:
    """One row a jurisdiction, block of years, horizon, group and stratum of a headline metric."""
    if not is_stratified(metric):
        return []
    identity = {"metric_id": metric.name, "scope": scope}
    crossed = {name: _crossing(metric, name) for name in ("total", *_groups(metric))}
    wanted = tuple(dict.fromkeys(filter(None, crossed.values())))
    counted = cursor.execute(counting_statement(replace(metric, breakdowns=wanted), scope))
    names = [column[0] for column in counted.description]
    sums: dict[tuple, Counter] = {}
    for row in (dict(zip(names, values, strict=True)) for values in counted.fetchall()):
        if row["period_year"] is None or row["jurisdiction"] not in covered:
            continue
        for horizon, part, whole in _known(metric, scope, row):
            where = (row["jurisdiction"], row["breakdown"], row["category"], horizon)
            cell = sums.setdefault(where, Counter())
            cell["part", int(row["period_year"])] += part
            cell["whole", int(row["period_year"])] += whole
    found = []
    for (jurisdiction, breakdown, category, horizon), cell in sorted(sums.items(), key=str):
        place = identity | {"jurisdiction": jurisdiction, "horizon_days": horizon}
        blocks = covered[jurisdiction].blocks(expected.get(jurisdiction))
        for block in (block for block in blocks if block.blank is None):
            part, whole = (sum(cell[side, y] for y in block.years) for side in ("part", "whole"))
            if whole:
                numbers = {"part": part, "whole": whole}
                span = {"period_start": block.start, "period_end": block.end}
                for name, group in _split(crossed, breakdown, category):
                    found.append(place | span | {"breakdown": name} | group | numbers)
    return found


def is_stratified(metric: Metric) -> bool:
    """Headline metrics of kind share, and those that tell a share of a cohort by a horizon."""
    by_horizon = metric.kind == "time_to_event" and metric.horizons
    is_staircase = "each" in metric.counting
    return metric.is_headline and (metric.kind == "share" or by_horizon) and not is_staircase


def _groups(metric: Metric) -> tuple[str, ...]:
    return tuple(name for name in metric.breakdowns if CROSS not in name)


def _crossing(metric: Metric, group: str) -> str:
    """The breakdown that crosses a group with the case mix; what is compared is not held fixed as well."""
    held = [column for column in metric.case_mix if column != group]
    return CROSS.join(held if group == "total" else [group, *held])


def _split(crossed: dict[str, str], breakdown: str, category: str) -> Iterator[tuple[str, dict]]:
    """The groups that a crossed breakdown tells of, with category and stratum."""
    for group, name in crossed.items():
        if (name or "total").replace(CROSS, CROSSED) == breakdown:
            members = category.split(CROSSED)
            own = "total" if group == "total" else members.pop(0)
            stratum = CROSSED.join(members) if name and members else ALL
            yield group, {"category": own, "stratum": stratum}


def _known(metric: Metric, scope: str, row: dict) -> Iterator[tuple[int | None, int, int]]:
    """Horizon, units that count and units of which it is known by then whether they do."""
    if metric.kind == "share":
        yield None, int(row["part"] or 0), int(row["whole"] or 0)
        return
    events, ending = by_scope(metric.counting["events"], scope), row["ending"]
    if ending == "unusable":
        return
    for horizon in metric.horizons:
        ended = ending != "open" and row["days"] <= horizon
        if ended or row["days"] >= horizon:
            counts = ended and (events == "any" or ending in events)
            yield horizon, int(row["units"]) if counts else 0, int(row["units"])
