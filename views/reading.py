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

from charts import in_brief, select
from charts.counterpart import Counterparts
from charts.labels import Labels
from charts.order import in_justice_order
from release.read import Release, ReleaseError

MOST_ROWS = 100_000
"""Results held at once, of some kilobyte each."""


def results(release: Release, metric_id: str, **filters) -> list[dict]:
    """Results of one metric that equal every filter. Shared: not to be changed."""
    about = ("results", *sorted(filters.items()))
    place = filters.pop("jurisdiction", None)
    if place is None:
        return _results(release).derive(metric_id, about, lambda rows: equal(rows, filters))
    rows = _by_place(release, metric_id).get(place, [])
    return _results(release).derive(metric_id, about, lambda _: equal(rows, filters))


def headline(
    release: Release,
    metric_id: str,
    place: str,
    *,
    period: select.Period | None = None,
    horizon: int | None = None,
    currency: str | None = None,
) -> dict | None:
    """The row that stands for a metric at a place (`charts.select.select_headline`); sums in other currencies left out."""

    def choose(_) -> dict | None:
        rows = results(release, metric_id, jurisdiction=place)
        rows = [row for row in rows if currency is None or row["currency"] in (None, currency)]
        definition = definitions(release).get(metric_id)
        if definition is None:
            return None
        return select.select_headline(definition, rows, period=period, horizon=horizon)

    about = ("headline", place, period, horizon, currency)
    return _results(release).derive(metric_id, about, choose)


def history(release: Release, metric_id: str, place: str) -> list[dict]:
    """The rows that differ from the headline in the period alone, oldest first."""
    return _results(release).derive(
        metric_id,
        ("history", place),
        lambda _: select.select_history(
            definitions(release)[metric_id], results(release, metric_id, jurisdiction=place)
        ),
    )


def no_newer(release: Release, row: dict | None) -> str:
    """Of a headline number that is older than the data: why there is no newer one; else empty."""
    if row is None:
        return ""
    return in_brief.no_newer(row, history(release, row["metric_id"], row["jurisdiction"]))


def counted_here(
    release: Release, metric_id: str, place: str, breakdown: str = "total"
) -> list[dict]:
    """Results from case data; of all crime only where nothing is told about trafficking."""
    rows = results(release, metric_id, jurisdiction=place, breakdown=breakdown, source="case")
    return [row for row in rows if row["scope"] == "trafficking"] or rows


def summing_up(release: Release, metric_id: str, **filters) -> list[dict]:
    """The rows a metric is summed up by, of every place: its totals and its last stage."""
    about = ("summing_up", *sorted(filters.items()))
    return _results(release).derive(
        metric_id, about, lambda rows: select.summing_up(equal(rows, filters))
    )


def places(release: Release, metric_id: str) -> list[str]:
    """The places that have results of a metric."""
    return list(_by_place(release, metric_id))


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
    """What stands beside each number of a metric: the results of its counter-metric, none where there is no such."""
    pair = definitions(release)[metric_id]["pair"]
    definition = definitions(release).get(pair) or {"metric_id": pair, "kind": None}
    return _results(release).derive(
        pair, ("counterparts",), lambda rows: Counterparts(definition, rows)
    )


# Asked hundreds of times a page: Streamlit's own caches take as long to find a thing as to say it.
@lru_cache(maxsize=2)
def labels(release: Release) -> Labels:
    """Names for the codes of this release."""
    return Labels.from_records(table(release, "jurisdictions"), table(release, "vocabulary"))


def lines(text: str | None) -> list[str]:
    """The items of a list that the release keeps as lines of text."""
    return [line for line in (text or "").splitlines() if line.strip()]


def derive(release: Release, metric_id: str, about: tuple, make: Callable[[], Any]) -> Any:
    """What `make` makes from the results of a metric, remembered as `about` as long as these are."""
    return _results(release).derive(metric_id, about, lambda _: make())


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


def _by_place(release: Release, metric_id: str) -> dict[str, list[dict]]:
    return _results(release).derive(
        metric_id, ("places",), lambda rows: select.by_column(rows, "jurisdiction")
    )


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
