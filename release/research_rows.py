"""The rows behind a research table, as temporary tables: one a unit and year, as a metric counts them."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from metrics.catalogue import metrics
from metrics.counting import text
from metrics.coverage import Period, coverage_of
from metrics.definition import Metric
from metrics.drawing import drawn

STAGES = ("none", "investigated", "charged", "tried", "convicted")

_PATHS = "identified_victims"
"""The population that tells the stages of each victim."""


class Rows(NamedTuple):
    """Where the people of a base come from: those of a metric, with these columns beside their attributes.

    `columns` are SELECT items over a unit's rows of the year; with `stages` there is a column `stage`
    as well, the furthest that a victim has reached up to what took the case out.
    """

    metric_id: str
    columns: str
    with_stages: bool = False


def keep_rows(con, asked: Iterable[Rows]) -> dict[str, tuple[tuple, ...]]:
    """Make the temporary table `rows_table` of each metric; by metric, every jurisdiction's blocks of years with first and last day.

    Only blocks that results are told of: those that somebody covers in part are left out. All
    populations are drawn in one pass, since they share their stages.
    """
    asked = list(asked)
    found, counting = {}, {each: _counting(each) for each in asked}
    readers = {metrics()[each.metric_id].population: [text] for each, text in counting.items()}
    reached = _furthest_stages()
    if any(each.with_stages for each in asked):
        readers[_PATHS] = [*readers.get(_PATHS, ()), reached]
    for population in drawn(con, readers):
        if reached in readers[population]:
            con.execute(f"CREATE OR REPLACE TEMP TABLE research_rows_reached AS {reached}")
        for each in asked:
            metric = metrics()[each.metric_id]
            if metric.population == population:
                found[each.metric_id] = _keep(con, metric, counting[each])
    for each in asked:
        if each.with_stages:
            table = rows_table(metrics()[each.metric_id])
            con.execute(
                f"""CREATE OR REPLACE TEMP TABLE {table} AS
                SELECT units.* EXCLUDE (unit_id), coalesce(reached.stage, 'unknown') AS stage FROM {table} AS units
                LEFT JOIN research_rows_reached AS reached USING (jurisdiction, unit_id)"""
            )
    return found


def _counting(asked: Rows) -> str:
    metric = metrics()[asked.metric_id]
    date = metric.counting["date"]
    year = text.year_of(date)
    unit = "units.unit_id, " if asked.with_stages else ""
    counting = f"""SELECT units.jurisdiction, {unit}{year} AS year{text.kept(metric, "min({name}) AS {name}")}, {asked.columns}
      FROM {metric.population} AS units
      WHERE {text.scope_filter("trafficking")} AND {text.is_covered(metric, date)} AND {date} IS NOT NULL
      GROUP BY units.jurisdiction, units.unit_id, {year}"""
    return counting.replace(f"{metric.population}.jurisdiction", "units.jurisdiction")


def _keep(con, metric: Metric, counting: str) -> tuple[tuple, ...]:
    blocks = _blocks(con, metric.population)
    con.register("research_blocks", blocks)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE {rows_table(metric)} AS
        SELECT counted.*, research_blocks.period FROM ({counting}) AS counted
        JOIN research_blocks USING (jurisdiction, year)"""
    )
    con.unregister("research_blocks")
    found = blocks.drop(columns="year").drop_duplicates()
    return tuple(found.itertuples(index=False, name=None))


def rows_table(metric: Metric) -> str:
    """The temporary table of the metric's population."""
    return f"research_rows_{metric.population}"


def _furthest_stages() -> str:
    """A SELECT of the furthest stage of each victim, up to what took the case out."""
    place = " ".join(f"WHEN '{stage}' THEN {n}" for n, stage in enumerate(STAGES))
    name = " ".join(f"WHEN {n} THEN '{stage}'" for n, stage in enumerate(STAGES))
    return f"""SELECT jurisdiction, unit_id, CASE WHEN bool_and(is_observable) THEN
      CASE max(CASE WHEN ending = 'reached' THEN CASE stage {place} END ELSE 0 END) {name} END
      ELSE 'unknown' END AS stage
      FROM {_PATHS} GROUP BY jurisdiction, unit_id"""


def _blocks(con, population: str) -> pd.DataFrame:
    """One row a jurisdiction and year that results count, with the block that the year lies in."""
    rows = [
        (place, year, _words(block), block.start, block.end)
        for place, coverage in sorted(coverage_of(con, population).items())
        if coverage.is_observable
        for block in coverage.blocks()
        if not block.blank
        for year in block.years
    ]
    return pd.DataFrame(rows, columns=["jurisdiction", "year", "period", "first_day", "last_day"])


def _words(block: Period) -> str:
    first, last = block.start.year, block.end.year
    return str(first) if first == last else f"{first}-{last}"
