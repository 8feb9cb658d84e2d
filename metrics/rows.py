"""Figures with their place and time: the rows of the result table."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from metrics.cells import Cell
from metrics.court_record import number_not_open
from metrics.coverage import next_year_end
from metrics.definition import Metric
from metrics.estimating.undated import combined
from metrics.figure import Figure, blank_figure


def result_rows(
    expected: Iterable[Cell], estimate: Callable, metric: Metric, scope: str, definition_hash: str
) -> list[dict]:
    """One row a cell and horizon of a metric counted from case data."""
    common = _identity(metric, scope, definition_hash) | {"source": "case", "origin": None}
    return [
        common | _place(cell) | facts
        for cell in expected
        for facts in _facts(cell, estimate, metric, scope)
    ]


def published_rows(
    rows: list[dict], estimate: Callable, metric: Metric, scope: str, definition_hash: str
) -> list[dict]:
    """One row a printed figure, or pair of figures; the edition is its origin and the period's end its data date."""
    common = _identity(metric, scope, definition_hash) | {"source": "official"}
    kept = (
        "origin",
        "jurisdiction",
        "period_start",
        "period_end",
        "breakdown",
        "category",
        "unit_counted",
    )
    found = []
    for row in rows:
        place = {name: row[name] for name in kept} | {"as_of": row["period_end"]}
        place |= {"span": "year", "merged": 0}
        found += [common | place | vars(figure) for figure in estimate(metric, [row], scope)]
    return found


def _facts(cell: Cell, estimate: Callable, metric: Metric, scope: str) -> list[dict]:
    if cell.blank:
        horizons = metric.horizons or (None,)
        return [vars(blank_figure(cell.blank, horizon)) for horizon in horizons]
    not_open = {}
    if cell.not_open is not None:
        not_open = number_not_open(metric, cell.not_open, estimate, scope)
    return [
        vars(figure)
        | {
            "not_open": not_open.get(figure.horizon_days),
            "missing_share": combined(figure.missing_share, cell.undated_share),
            "blank": _blank(figure, cell),
        }
        for figure in estimate(metric, cell.rows, scope)
    ]


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


def _identity(metric: Metric, scope: str, definition_hash: str) -> dict:
    return {
        "metric_id": metric.name,
        "scope": scope,
        "period_kind": metric.period_kind,
        "unit_counted": metric.unit_counted,
        "definition_hash": definition_hash,
    }


def _place(cell: Cell) -> dict:
    return {
        "jurisdiction": cell.jurisdiction,
        "period_start": cell.period.start,
        "period_end": cell.period.end,
        "breakdown": cell.breakdown,
        "category": cell.category,
        "as_of": cell.coverage.as_of,
        "span": cell.span,
        "merged": cell.merged,
    }
