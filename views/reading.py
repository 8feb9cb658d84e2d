"""What pages read from a release, kept ready between runs; rows come as plain dicts.

Everything here is keyed by the release, which never changes; the leading underscore tells the
cache not to look into it.
"""

from functools import lru_cache

import pandas as pd
import streamlit as st

from charts import choose
from charts.counterpart import Counterparts
from charts.labels import Labels
from charts.order import in_justice_order
from release.read import Release

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


def results(release: Release, metric_id: str, **filters) -> list[dict]:
    """Results of one metric that equal every filter."""
    return _results(release, release.release_id, metric_id, tuple(sorted(filters.items())))


def headline(release: Release, metric_id: str, **filters) -> list[dict]:
    """The rows a metric is summed up by, of every place: its totals, or its last stage."""
    return _headline(release, release.release_id, metric_id, tuple(sorted(filters.items())))


def facets(release: Release, metric_id: str) -> list[dict]:
    """The combinations of facets for which the metric has results."""
    return _facets(release, release.release_id, metric_id)


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
    return _counterparts(release, release.release_id, metric_id)


# Asked hundreds of times a page: Streamlit's own caches take as long to find a thing as to say it.
@lru_cache(maxsize=2)
def labels(release: Release) -> Labels:
    """Names for the codes of this release."""
    return Labels.from_records(table(release, "jurisdictions"), table(release, "vocabulary"))


def lines(text: str | None) -> list[str]:
    """The items of a list that the release keeps as lines of text."""
    return [line for line in (text or "").splitlines() if line.strip()]


def records(frame: pd.DataFrame) -> list[dict]:
    """Rows as dicts, with None wherever a cell is empty."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


@st.cache_resource(max_entries=512, show_spinner=False)
def _results(_release, release_id: str, metric_id: str, filters: tuple) -> list[dict]:
    return records(_release.results(metric_id, **dict(filters)))


@st.cache_resource(max_entries=256, show_spinner=False)
def _rows(_release, release_id: str, table: str, columns: tuple, filters: tuple) -> list[dict]:
    if table not in _held_tables(_release, release_id):
        return []
    where = " AND ".join(f'"{name}" IS NOT DISTINCT FROM ?' for name, _ in filters)
    chosen = ", ".join(f'"{name}"' for name in columns) or "*"
    query = f'SELECT {chosen} FROM "{table}"' + (f" WHERE {where}" if where else "")
    with _release.cursor() as cursor:
        return records(cursor.execute(query, [wanted for _, wanted in filters]).df())


@st.cache_data(show_spinner=False)
def _held_tables(_release, release_id: str) -> set[str]:
    with _release.cursor() as cursor:
        found = cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    return {name for (name,) in found}


@st.cache_resource(max_entries=128, show_spinner=False)
def _headline(_release, release_id: str, metric_id: str, filters: tuple) -> list[dict]:
    kept = dict(filters)
    totals = results(_release, metric_id, breakdown="total", **kept)
    return choose.headline(totals + results(_release, metric_id, breakdown="stage", **kept))


@st.cache_resource(max_entries=128, show_spinner=False)
def _facets(_release, release_id: str, metric_id: str) -> list[dict]:
    columns = ", ".join(FACETS)
    with _release.cursor() as cursor:
        found = cursor.execute(
            f"SELECT DISTINCT {columns} FROM results WHERE metric_id = ? ORDER BY ALL", [metric_id]
        )
        return records(found.df())


@st.cache_resource(max_entries=128, show_spinner=False)
def _counterparts(_release, release_id: str, metric_id: str) -> Counterparts:
    pair = definitions(_release)[metric_id]["pair"]
    return Counterparts(pair, results(_release, pair))


@st.cache_resource(max_entries=32, show_spinner=False)
def _table(_release, release_id: str, name: str) -> list[dict]:
    return records(_release.table(name))
