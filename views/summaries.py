"""The one number of a place that stands for a metric, for many metrics at once, each beside its counterpart."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    wanted = {*metric_ids, *(definitions[key]["pair"] for key in metric_ids)} & set(definitions)
    found = _of_place(release, wanted, place)
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


def _of_place(release: Release, metric_ids: Iterable[str], place: str) -> dict[str, list[dict]]:
    """Metric -> its totals, stages and members of a mix; none where the release tells nothing of it."""
    definitions = reading.definitions(release)
    found = {}
    for key in metric_ids:
        rows = reading.results(release, key, jurisdiction=place)
        if definitions[key]["kind"] != "mix":
            rows = [row for row in rows if row["breakdown"] in ("total", "stage")]
        found[key] = rows
    return found
