"""The number of a place that stands for a metric in one chosen period, beside its counterpart of the same period."""

from charts import choose
from release.read import Release
from views import reading
from views.filters import USUAL_HORIZON
from views.period_choice import Period, of_period
from views.summaries import Summary


def summaries(
    release: Release, metric_ids: tuple[str, ...], place: str, period: Period
) -> list[Summary]:
    """One a metric that the release defines, in the order asked for.

    Where the metric tells nothing of the period itself, a longer one around it stands in.
    """
    definitions = reading.definitions(release)
    return [summary(release, key, place, period) for key in metric_ids if key in definitions]


def summary(
    release: Release, metric_id: str, place: str, period: Period, horizon: int | None = None
) -> Summary:
    """The same for one metric, at the usual follow-up unless another is asked for."""
    pair = reading.definitions(release)[metric_id]["pair"]
    row = row_of(release, metric_id, place, period, horizon)
    beside = None
    if pair in reading.definitions(release):
        wanted = row and row["horizon_days"]
        beside = row_of(release, pair, place, period, wanted or horizon)
    return Summary(metric_id, row, pair, beside)


def row_of(
    release: Release, metric_id: str, place: str, period: Period, horizon: int | None = None
) -> dict | None:
    """The total about trafficking, at the wanted horizon where there is such a one."""
    rows = of_period(totals(release, metric_id, place), period)
    wanted = horizon or USUAL_HORIZON
    rows = [row for row in rows if row["horizon_days"] == wanted] or rows
    return min(rows, key=lambda row: choose.number(row["horizon_days"]), default=None)


def totals(release: Release, metric_id: str, place: str) -> list[dict]:
    """The totals of a place, of trafficking where they are told apart, counted and not published by others."""
    rows = reading.results(release, metric_id, breakdown="total", jurisdiction=place)
    rows = [row for row in rows if row["source"] == "case"]
    return [row for row in rows if row["scope"] == "trafficking"] or rows


def parts(release: Release, metric_id: str, place: str, breakdown: str) -> list[dict]:
    """The same for the members of a breakdown, in the order of the release."""
    rows = reading.results(release, metric_id, breakdown=breakdown, jurisdiction=place)
    rows = [row for row in rows if row["source"] == "case"]
    return [row for row in rows if row["scope"] == "trafficking"] or rows
