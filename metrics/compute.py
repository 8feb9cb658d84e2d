"""From an open case store to undisclosed numbers: counting in SQL, estimating in Python."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import compress
from operator import not_
from typing import NamedTuple

import pandas as pd

from metrics.catalogue import metrics
from metrics.cells import cells
from metrics.chosen_places import OF_ALL_PLACES, restrict
from metrics.counted import Counted, count_all
from metrics.coverage import Coverage, of_any
from metrics.definition import SCOPES, Metric
from metrics.result import KEY, RESULT_COLUMNS, UNRELEASED
from metrics.rows import ROW, published_rows, result_rows
from metrics.series import GRAINS, SERIES_COLUMNS, series_of
from metrics.sql import definition_hash
from metrics.strata import STRATA_COLUMNS, strata_of

HAS_ALL_CRIME = """
SELECT DISTINCT carried.jurisdiction
FROM (SELECT jurisdiction, submission_id FROM cases
  UNION SELECT jurisdiction, submission_id FROM proceedings
  UNION SELECT jurisdiction, submission_id FROM defendants) AS carried
JOIN submissions ON submissions.submission_id = carried.submission_id
WHERE submissions.scope = 'all_crime' AND submissions.superseded_by IS NULL
"""


IDENTITY = ("metric_id", "scope", "source", "period_kind", "definition_hash")
"""Columns that are the same in every row of a metric and scope."""


class Computed(NamedTuple):
    """What is counted, all of it undisclosed.

    `results` has the columns of a result, and those of `UNRELEASED`, which disclosure needs and the
    release does not hold; it tells a number for several lengths of period and in coarser categories,
    among which a release chooses. `series` are points by quarter and half-year, `strata`
    counts of groups within strata of case mix.
    """

    results: pd.DataFrame
    series: pd.DataFrame
    strata: pd.DataFrame


def compute(
    con,
    scopes: Iterable[str] = SCOPES,
    progress: Callable | None = None,
    only: Iterable[str] = (),
    places: Collection[str] | None = None,
) -> Computed:
    """Every metric (or those named in `only`) for every jurisdiction, period and category it is expected for.

    `con` is a connection to the case store; reading is enough, populations are kept in temporary
    tables. Trafficking results cover all jurisdictions, all-crime results those that report all
    crime. `places` are the only jurisdictions to be counted: what is told of them is the same as
    when all are, and `join_places` puts several such runs together. Raises ValueError where two
    rows name the same number.
    """
    cursor = con.cursor()
    chosen = [metric for name, metric in metrics().items() if not only or name in set(only)]
    all_crime = find_all_crime(cursor)
    asked = [
        (metric, scope)
        for metric in chosen
        for scope in scopes
        if scope in metric.scopes
        and (scope != "all_crime" or all_crime or metric.data == "official")
    ]
    if places is None:
        covered, counted = count_all(cursor, asked, progress)
    else:
        covered, counted = _count_places(cursor, asked, places, progress)
    cursor.close()
    with _without_collection():
        return _computed(asked, covered, counted, all_crime)


def find_all_crime(con) -> set[str]:
    """The jurisdictions that report all crime, not trafficking alone."""
    return {place for (place,) in con.execute(HAS_ALL_CRIME).fetchall()}


def join_places(parts: Iterable[Computed]) -> Computed:
    """What was counted for places apart, as if it had been counted at once; no place may be in two of the parts.

    The parts must be of the same case store, scopes and metrics.
    """
    results, series, strata = (_stacked(frames) for frames in zip(*parts, strict=True))
    check_unique(results)
    return Computed(
        results.sort_values([*KEY, "span", "merged"], ignore_index=True, kind="stable"),
        _in_order(series, ["grain"]),
        _in_order(strata, []),
    )


def _count_places(
    cursor,
    asked: list[tuple[Metric, str]],
    places: Collection[str],
    progress: Callable | None,
) -> tuple[dict[str, dict[str, Coverage]], dict[tuple[str, str], Counted]]:
    """As `count_all`, of some places; counts of other places that come along are of no population covered."""
    is_whole = [metric.population in OF_ALL_PLACES for metric, _ in asked]
    covered, counted = count_all(cursor, compress(asked, is_whole))
    restrict(cursor, places)
    found = count_all(cursor, compress(asked, map(not_, is_whole)), progress)
    for name, everywhere in (covered | found[0]).items():
        covered[name] = {place: each for place, each in everywhere.items() if place in places}
    return covered, counted | found[1]


def _in_order(rows: pd.DataFrame, within: list[str]) -> pd.DataFrame:
    """Rows by metric and scope in the order of the catalogue, then by place; in a place they stand as they did."""
    ranks = {"metric_id": list(metrics()), "scope": SCOPES, "grain": GRAINS}
    key = {
        name: rows[name].map({each: rank for rank, each in enumerate(ranks[name])})
        for name in ("metric_id", "scope", *within)
    }
    order = pd.DataFrame(key | {"jurisdiction": rows["jurisdiction"]})
    return rows.loc[order.sort_values(list(order), kind="stable").index].reset_index(drop=True)


def _stacked(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """One table under the other; a column that is empty in one of them has the type that it has elsewhere."""
    frames = list(frames)
    return pd.DataFrame({name: _joined([frame[name] for frame in frames]) for name in frames[0]})


def _joined(parts: list[pd.Series]) -> pd.Series:
    told = pd.concat([part for part in parts if part.notna().any()] or parts)
    kind = "float64" if told.dtype == "int64" else told.dtype
    typed = [part if part.notna().any() or not len(part) else part.astype(kind) for part in parts]
    return pd.concat([part for part in typed if len(part)] or typed, ignore_index=True)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Millions of small records are made and none refers to itself: looking through them again and again frees nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _computed(
    asked: list[tuple[Metric, str]],
    covered: dict[str, dict[str, Coverage]],
    counted: dict[tuple[str, str], Counted],
    all_crime: set[str],
) -> Computed:
    everybody = of_any([each for name, each in covered.items() if name != "published_figures"])
    rows: dict[str, list] = {name: [] for name in (*IDENTITY, *ROW)}
    series: list[dict] = []
    strata: list[tuple] = []
    for metric, scope in asked:
        expected = everybody
        if scope == "all_crime":
            expected = {name: each for name, each in everybody.items() if name in all_crime}
        mine, found = covered[metric.population], counted.pop((metric.name, scope))
        for name, column in _metric_rows(metric, scope, found, mine, expected).items():
            rows[name] += column
        if metric.data == "case":
            seen = {
                name: each for name, each in mine.items() if name in expected and each.is_observable
            }
            series += series_of(metric, scope, found.series, seen)
            strata += strata_of(metric, scope, found.strata, seen, expected)
    results = pd.DataFrame(rows).reindex(columns=[*RESULT_COLUMNS, *UNRELEASED])
    results["public_fact"] = False
    check_unique(results)
    return Computed(
        results.sort_values([*KEY, "span", "merged"], ignore_index=True, kind="stable"),
        pd.DataFrame(series, columns=SERIES_COLUMNS),
        pd.DataFrame(strata, columns=STRATA_COLUMNS),
    )


def as_planned(results: pd.DataFrame) -> pd.DataFrame:
    """The rows of years and blocks in the finest categories: each number once, as if nothing were too small to be told."""
    chosen = results["span"].isin(("year", "block", "part")) & (results["merged"] == 0)
    return results[chosen].reset_index(drop=True)


def check_unique(results: pd.DataFrame) -> None:
    """Raise ValueError where two rows claim to be the same number."""
    twice = results[results.duplicated([*KEY, "span", "merged"], keep=False)]
    if len(twice):
        where = twice.iloc[0]
        raise ValueError(
            f"{len(twice)} results share their key with another one, the first of "
            f"{where['metric_id']}, {where['jurisdiction']}, {where['period_start']}, {where['breakdown']}"
        )


def _metric_rows(
    metric: Metric,
    scope: str,
    counted: Counted,
    covered: dict[str, Coverage],
    expected: dict[str, Coverage],
) -> dict[str, list]:
    """The columns of `IDENTITY` and of `ROW`."""
    if metric.data == "official":
        found = list(published_rows(list(counted.rows), metric, scope))
    else:
        expected_cells = cells(metric, counted.rows, covered, expected, counted.record)
        found = list(result_rows(expected_cells, metric, scope))
    source = "official" if metric.data == "official" else "case"
    identity = (metric.name, scope, source, metric.period_kind, definition_hash(metric))
    columns = {name: [each] * len(found) for name, each in zip(IDENTITY, identity, strict=True)}
    return columns | {
        name: list(each) for name, each in zip(ROW, zip(*found, strict=True), strict=bool(found))
    }
