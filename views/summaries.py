"""The one number of a place that stands for a metric, for many metrics at once, each beside its counterpart."""

from collections.abc import Iterable
from dataclasses import dataclass

from charts.select import Period
from release.read import Release
from views import reading


@dataclass(frozen=True)
class Summary:
    """`row` and `pair` are results; None where nothing sums the metric up for this place."""

    metric_id: str
    row: dict | None
    pair_id: str
    pair: dict | None


def summaries(
    release: Release,
    metric_ids: Iterable[str],
    place: str,
    period: Period | None = None,
    *,
    horizon: int | None = None,
    currency: str | None = None,
) -> list[Summary]:
    """One a metric that the release defines, in the order asked for.

    With a period the number of that one or, where nothing is told of it nor of a longer one around it, the newest.
    """
    known = reading.definitions(release)
    return [
        summary(release, key, place, period, horizon=horizon, currency=currency)
        for key in metric_ids
        if key in known
    ]


def summary(
    release: Release,
    metric_id: str,
    place: str,
    period: Period | None = None,
    *,
    horizon: int | None = None,
    currency: str | None = None,
) -> Summary:
    """The same for one metric."""
    choice = {"horizon": horizon, "currency": currency}
    row = reading.headline(release, metric_id, place, period=period, **choice)
    row = row or reading.headline(release, metric_id, place, **choice)
    counterparts = reading.counterparts(release, metric_id)
    pair = counterparts.beside(row, place)
    return Summary(metric_id, row, counterparts.definition["metric_id"], pair)


def of_places(release: Release, metric_ids: tuple[str, ...]) -> dict[str, list[Summary]]:
    """Place -> one a metric, for all places that have results of any of the metrics."""
    places = {place for key in metric_ids for place in reading.places(release, key)}
    return {place: summaries(release, metric_ids, place) for place in places}
