"""What pages read from a release, kept ready between runs; rows come as plain dicts.

Everything here is keyed by the release, which never changes; the leading underscore tells the
cache not to look into it.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Any

import streamlit as st

from charts import choose
from charts.counterpart import Counterparts
from charts.labels import Labels
from charts.order import in_justice_order
from release.read import Release, ReleaseError

FACETS = (
    "jurisdiction",
    "scope",
    "source",
    "origin",
    "currency",
    "unit_counted",
    "period_kind",
    "horizon_days",
    "breakdown",
    "period_start",
    "period_end",
)
"""Columns of results that readers choose by."""
MOST_ROWS = 100_000
"""Results held at once, of some kilobyte each."""


def results(release: Release, metric_id: str, **filters) -> list[dict]:
    """Results of one metric that equal every filter. Shared: not to be changed."""
    about = ("results", *sorted(filters.items()))
    return _results(release).derive(metric_id, about, lambda rows: equal(rows, filters))


def headline(release: Release, metric_id: str, **filters) -> list[dict]:
    """The rows a metric is summed up by, of every place: its totals, or its last stage."""
    about = ("headline", *sorted(filters.items()))
    return _results(release).derive(
        metric_id,
        about,
        lambda rows: choose.headline(
            equal(rows, filters | {"breakdown": "total"})
            + equal(rows, filters | {"breakdown": "stage"})
        ),
    )


def facets(release: Release, metric_id: str) -> list[dict]:
    """The combinations of facets for which the metric has results, in order; None comes last."""
    return _results(release).derive(metric_id, ("facets",), _facets)


def table(release: Release, name: str) -> list[dict]:
    """A whole table of the release."""
    return _table(release, release.release_id, name)


def rows(release: Release, table: str, columns: tuple[str, ...] = (), **filters) -> list[dict]:
    """Rows of a table that equal every filter; none where the release, an older one, has no such table.

    `columns` leaves out all others, which makes whole tables faster to read.
    """
    wanted = tuple(sorted(filters.items(), key=str))
    return _rows(release, release.release_id, table, columns, wanted)


@lru_cache(maxsize=2)
def definitions(release: Release) -> dict[str, dict]:
    """Every definition by its metric id, in the order of justice. Shared: not to be changed."""
    return {row["metric_id"]: row for row in in_justice_order(table(release, "definitions"))}


def counterparts(release: Release, metric_id: str) -> Counterparts:
    """What stands beside each number of a metric: the results of its counter-metric."""
    pair = definitions(release)[metric_id]["pair"]
    return _results(release).derive(pair, ("counterparts",), lambda rows: Counterparts(pair, rows))


# Asked hundreds of times a page: Streamlit's own caches take as long to find a thing as to say it.
@lru_cache(maxsize=2)
def labels(release: Release) -> Labels:
    """Names for the codes of this release."""
    return Labels.from_records(table(release, "jurisdictions"), table(release, "vocabulary"))


def lines(text: str | None) -> list[str]:
    """The items of a list that the release keeps as lines of text."""
    return [line for line in (text or "").splitlines() if line.strip()]


def equal(rows: list[dict], filters: dict) -> list[dict]:
    """The rows that equal every filter; raises ReleaseError for a column that there is not."""
    if rows and not filters.keys() <= rows[0].keys():
        unknown = ", ".join(sorted(filters.keys() - rows[0].keys()))
        raise ReleaseError(f"Table results has no column {unknown}.")
    for name, wanted in filters.items():
        rows = [row for row in rows if row[name] == wanted]
    return rows


class Results:
    """Results of the metrics that were asked for last, and what was derived from them, which goes when they go.

    A metric is read once and whole: its pages ask for it in a hundred ways, and a question to the release costs more
    than going through all rows of a metric.
    """

    def __init__(self, release: Release, most_rows: int):
        self._release = release
        self._most_rows = most_rows
        self._of_metric: OrderedDict[str, tuple[list[dict], dict]] = OrderedDict()
        self._lock = Lock()

    def derive(self, metric_id: str, about: tuple, make: Callable[[list[dict]], Any]) -> Any:
        """`make` of all results of a metric, remembered as `about`."""
        rows, derived = self._read(metric_id)
        if about not in derived:
            derived[about] = make(rows)
        return derived[about]

    def _read(self, metric_id: str) -> tuple[list[dict], dict]:
        # Held while reading, so that readers who come at once do not all read the same.
        with self._lock:
            if metric_id not in self._of_metric:
                self._of_metric[metric_id] = self._release.rows("results", metric_id=metric_id), {}
                self._forget()
            self._of_metric.move_to_end(metric_id)
            return self._of_metric[metric_id]

    def _forget(self) -> None:
        """Lets go what was asked for longest ago until the rest is few enough; the newest always stays."""
        held = sum(len(rows) for rows, _ in self._of_metric.values())
        while held > self._most_rows and len(self._of_metric) > 1:
            _, (rows, _) = self._of_metric.popitem(last=False)
            held -= len(rows)


@lru_cache(maxsize=2)
def _results(release: Release) -> Results:
    return Results(release, MOST_ROWS)


def _facets(rows: list[dict]) -> list[dict]:
    seen = {tuple(row[name] for name in FACETS) for row in rows}
    in_order = sorted(seen, key=lambda cells: [(cell is None, cell) for cell in cells])
    return [dict(zip(FACETS, cells, strict=True)) for cells in in_order]


@st.cache_resource(max_entries=256, show_spinner=False)
def _rows(_release, release_id: str, table: str, columns: tuple, filters: tuple) -> list[dict]:
    if table not in _held_tables(_release, release_id):
        return []
    return _release.rows(table, columns, **dict(filters))


@st.cache_data(show_spinner=False)
def _held_tables(_release, release_id: str) -> set[str]:
    with _release.cursor() as cursor:
        found = cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    return {name for (name,) in found}


@st.cache_resource(max_entries=32, show_spinner=False)
def _table(_release, release_id: str, name: str) -> list[dict]:
    return _release.rows(name)
