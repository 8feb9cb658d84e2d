"""The one number of a place that stands for a metric, for many metrics at once, each beside its counterpart."""

from dataclasses import dataclass

import streamlit as st

from charts import choose
from charts.describe import quality
from release.read import Release
from views import reading
from views.filters import USUAL_HORIZON


@dataclass(frozen=True)
class Summary:
    """`row` and `pair` are results; None where nothing sums the metric up for this place."""

    metric_id: str
    row: dict | None
    pair_id: str
    pair: dict | None


def summaries(release: Release, metric_ids: tuple[str, ...], place: str) -> list[Summary]:
    """One a metric, in the order asked for."""
    definitions = reading.definitions(release)
    wanted = sorted({*metric_ids, *(definitions[key]["pair"] for key in metric_ids)})
    found = _of_place(release, release.release_id, tuple(wanted), place)
    return _paired(definitions, metric_ids, found)


def of_places(release: Release, metric_ids: tuple[str, ...]) -> dict[str, list[Summary]]:
    """Place -> one a metric, for all places at once; the metrics are such as have totals or stages."""
    definitions = reading.definitions(release)
    wanted = {*metric_ids, *(definitions[key]["pair"] for key in metric_ids)} & set(definitions)
    found: dict[str, dict[str, list[dict]]] = {}
    for key in sorted(wanted):
        for row in reading.headline(release, key):
            found.setdefault(row["jurisdiction"], {}).setdefault(key, []).append(row)
    return {place: _paired(definitions, metric_ids, of) for place, of in found.items()}


def _paired(definitions: dict, metric_ids: tuple[str, ...], found: dict) -> list[Summary]:
    said = []
    for key in metric_ids:
        row = _standing_for(found.get(key, []))
        pair = definitions[key]["pair"]
        beside = _standing_for(found.get(pair, []), beside=row)
        said.append(Summary(key, row, pair, beside))
    return said


def _standing_for(rows: list[dict], beside: dict | None = None) -> dict | None:
    """The newest number about trafficking, of one year where any year has one, at the usual follow-up.

    `beside` asks for the same period first: numbers of one time belong together.
    """
    # No total sums up a mix; its largest member tells most about it.
    rows = choose.headline(rows) or [row for row in rows if row["category"] != choose.UNKNOWN]
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    if not rows:
        return None
    horizons = {row["horizon_days"] for row in rows}
    horizon = USUAL_HORIZON if USUAL_HORIZON in horizons else min(horizons, key=lambda d: d or 0)
    rows = [row for row in rows if row["horizon_days"] == horizon]
    same = [row for row in rows if beside and _days(row) == _days(beside)]
    same = [row for row in same if quality(row) != "blank"]
    rows = same or choose.one_span(rows)
    last = _days(choose.newest(rows))
    return max(
        (row for row in rows if _days(row) == last), key=lambda row: choose.number(row["value"])
    )


def _days(row: dict) -> tuple:
    return row["period_start"], row["period_end"]


@st.cache_resource(max_entries=256, show_spinner=False)
def _of_place(_release, release_id: str, metric_ids: tuple, place: str) -> dict[str, list[dict]]:
    """Totals, stages and members of a mix, of these metrics, in one reading of the table."""
    marks = ", ".join("?" for _ in metric_ids)
    with _release.cursor() as cursor:
        frame = cursor.execute(
            f"SELECT * FROM results WHERE jurisdiction = ? AND metric_id IN ({marks}) "
            "AND (breakdown IN ('total', 'stage') OR metric_id IN "
            "(SELECT metric_id FROM definitions WHERE kind = 'mix'))",
            [place, *metric_ids],
        ).df()
    return choose.by_column(reading.records(frame), "metric_id")
