"""Figures with their place and time: the rows of the result table, kept by column."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from metrics.cells import Cell
from metrics.court_record import numbers_not_open
from metrics.coverage import next_year_end
from metrics.definition import Metric
from metrics.estimating import figures_of
from metrics.estimating.undated import combined
from metrics.figure import Figure, blank_figure


class Place(NamedTuple):
    """What a row says beside its figure; the fields are result columns of the same names."""

    origin: str | None
    jurisdiction: str
    period_start: object
    period_end: object
    breakdown: str
    category: str
    unit_counted: str
    as_of: object
    span: str
    merged: int


ROW = (*Place._fields, *Figure._fields, "not_open")
"""The columns of a row, in order; the others are the same in every row of a metric and scope."""


def result_rows(expected: Iterable[Cell], metric: Metric, scope: str) -> Iterator[tuple]:
    """One row of `ROW` a cell and horizon of a metric counted from case data."""
    cells = list(expected)
    counted = [cell for cell in cells if not cell.blank]
    figures = iter(figures_of(metric, [cell.rows for cell in counted], scope))
    closed = [cell.not_open for cell in counted if cell.not_open is not None]
    not_open = iter(numbers_not_open(metric, closed, scope))
    for cell in cells:
        place = _place(cell, metric)
        if cell.blank:
            for horizon in metric.horizons or (None,):
                yield *place, *blank_figure(cell.blank, horizon), None
            continue
        hidden = {} if cell.not_open is None else next(not_open)
        for figure in next(figures):
            share = combined(figure.missing_share, cell.undated_share)
            if figure.blank or share != figure.missing_share:
                figure = figure._replace(missing_share=share, blank=_blank(figure, cell))
            yield *place, *figure, hidden.get(figure.horizon_days)


def published_rows(rows: Sequence[dict], metric: Metric, scope: str) -> Iterator[tuple]:
    """One row of `ROW` a printed figure, or pair of figures; the edition is its origin and the period's end its data date."""
    for row, figures in zip(rows, figures_of(metric, [[row] for row in rows], scope), strict=True):
        told = {name: row[name] for name in Place._fields if name in row}
        place = Place(**told | {"as_of": row["period_end"], "span": "year", "merged": 0})
        for figure in figures:
            yield *place, *figure, None


def _blank(figure: Figure, cell: Cell) -> str | None:
    """Why there is no value: a wait that is over for everybody else in the jurisdiction is a report that did not come."""
    as_of = cell.coverage.as_of
    if figure.blank != "not_yet":
        return figure.blank
    if figure.horizon_days is None:
        awaited = next_year_end(as_of)
    else:
        awaited = cell.period.end + timedelta(days=figure.horizon_days)
    return "not_reported" if as_of < awaited <= cell.reached else "not_yet"


def _place(cell: Cell, metric: Metric) -> Place:
    return Place(
        None,
        cell.jurisdiction,
        cell.period.start,
        cell.period.end,
        cell.breakdown,
        cell.category,
        metric.unit_counted,
        cell.coverage.as_of,
        cell.span,
        cell.merged,
    )
