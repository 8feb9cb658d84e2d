"""The rows behind a research table, as temporary tables: one a unit and year, as a metric counts them."""

import pandas as pd

from metrics.counting import text
from metrics.coverage import Period, coverage_of
from metrics.definition import Metric
from metrics.drawing import drawn

STAGES = ("none", "investigated", "charged", "tried", "convicted")

_REACHED = """LEFT JOIN research_rows_reached AS reached
        ON reached.jurisdiction = units.jurisdiction AND reached.unit_id = units.unit_id"""


def keep_rows(con, metric: Metric, outcomes: str, *, stages: bool = False) -> tuple[tuple, ...]:
    """Make the temporary table `rows_table(metric)`; every jurisdiction's blocks of years with first and last day.

    Only blocks that results are told of: those that somebody covers in part are left out.
    `outcomes` are SELECT items over a unit's rows of the year; with `stages` they may read
    `reached.stage`.
    """
    date = metric.counting["date"]
    year = text.year_of(date)
    counting = f"""SELECT units.jurisdiction, {year} AS year{text.kept(metric, "min({name}) AS {name}")}, {outcomes}
      FROM {metric.population} AS units {_REACHED if stages else ""}
      WHERE {text.scope_filter("trafficking")} AND {text.is_covered(metric, date)} AND {date} IS NOT NULL
      GROUP BY units.jurisdiction, units.unit_id, {year}"""
    counting = counting.replace(f"{metric.population}.jurisdiction", "units.jurisdiction")
    if stages:
        _keep_stages(con)
    for _ in drawn(con, {metric.population: [counting]}):
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


def _keep_stages(con) -> None:
    """Make the temporary table of the furthest stage of each victim, up to what took the case out."""
    place = " ".join(f"WHEN '{stage}' THEN {n}" for n, stage in enumerate(STAGES))
    name = " ".join(f"WHEN {n} THEN '{stage}'" for n, stage in enumerate(STAGES))
    reached = f"""SELECT jurisdiction, unit_id, CASE WHEN bool_and(is_observable) THEN
      CASE max(CASE WHEN ending = 'reached' THEN CASE stage {place} END ELSE 0 END) {name} END
      ELSE 'unknown' END AS stage
      FROM identified_victims GROUP BY jurisdiction, unit_id"""
    for _ in drawn(con, {"identified_victims": [reached]}):
        con.execute(f"CREATE OR REPLACE TEMP TABLE research_rows_reached AS {reached}")


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
