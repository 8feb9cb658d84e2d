"""How many of a number's units are not on open court record: counted by one more breakdown that never becomes a result."""

from collections.abc import Sequence
from dataclasses import replace

from metrics.catalogue import populations
from metrics.counting.rate import RESIDENTS
from metrics.counts import NONE, Counts
from metrics.definition import Metric
from metrics.estimating import figures_of
from metrics.figure import Figure
from metrics.places import Years, by_place
from metrics.sql import counting_statement

COLUMN, OPEN = "court_record", "open"
TWO_FLOWS = ("ratio", "stock_to_flow")
"""Kinds whose numerator holds units that the denominator does not."""


def is_told(metric: Metric) -> bool:
    """Whether the metric's population tells what is on open court record."""
    return populations()[metric.population].is_of_court


def record_statement(metric: Metric, scope: str) -> str | None:
    """What counts the metric by court record; None where its population does not tell."""
    if not is_told(metric):
        return None
    counting = metric.counting | ({"column": COLUMN} if metric.kind == "mix" else {})
    return counting_statement(replace(metric, breakdowns=(COLUMN,), counting=counting), scope)


def not_open_rows(rows: Counts) -> dict[str, Years]:
    """Jurisdiction -> the rows of units that are not, or may not be, on open court record."""
    if not len(rows):
        return {}
    kept = rows.column("breakdown").among((COLUMN,)) & ~rows.column("category").among((OPEN,))
    closed = rows.take(kept)
    if not len(closed):
        return {}
    columns = {name: closed.column(name) for name in closed.names}
    columns["category"] = replace(
        columns["category"], values=[COLUMN] * len(columns["category"].values)
    )
    found = by_place(Counts.of_columns(columns))
    return {name: places[COLUMN, COLUMN] for name, places in found.items()}


def numbers_not_open(
    metric: Metric, cells: Sequence[Counts], scope: str
) -> list[dict[int | None, float]]:
    """Of each cell: horizon -> how many units of its rows a figure would count below the line, or above it where there is no line."""
    if metric.kind == "mix":
        return [{None: rows.total("part")} for rows in cells]
    nobody = dict.fromkeys(metric.horizons or (None,), 0.0)
    figures = iter(figures_of(metric, [rows for rows in cells if len(rows)], scope))
    return [
        {figure.horizon_days: _units(metric, figure, rows) for figure in next(figures)}
        if len(rows)
        else nobody
        for rows in cells
    ]


def _units(metric: Metric, figure: Figure, rows: Counts) -> float:
    if metric.kind == "rate" and metric.counting["exposure"] == RESIDENTS:
        return rows.total("counted")
    if metric.kind in TWO_FLOWS:
        return (figure.numerator or 0.0) + (figure.denominator or 0.0)
    told = figure.denominator, figure.contributors, figure.numerator
    return float(next((number for number in told if number is not None), 0.0))


NOBODY = Years(NONE)
"""No unit that is not open."""
