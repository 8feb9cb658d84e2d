"""The number of a place that stands for a metric in one chosen period, beside its counterpart of the same period."""

from charts import choose
from charts.describe import quality
from languages import phrase, phrase_in
from release.read import Release
from views import frame, reading, summary_table
from views.filters import USUAL_HORIZON
from views.period_choice import Period, of_period
from views.summaries import Summary


def summaries(
    release: Release,
    metric_ids: tuple[str, ...],
    place: str,
    period: Period,
    currency: str | None = None,
) -> list[Summary]:
    """One a metric that the release defines, in the order asked for.

    Where the metric tells nothing of the period itself, a longer one around it stands in.
    """
    known = [key for key in metric_ids if key in reading.definitions(release)]
    return [summary(release, key, place, period, currency=currency) for key in known]


def table(release: Release, caption: str, found: list[Summary], place: str, *, name: str) -> None:
    """The numbers as a table with its file, each beside its counterpart and with its period."""
    lines = summary_table.lines(release, found, place)
    data = [each.row for each in found if each.row is not None]
    headings = (
        phrase("Metric"),
        phrase_in("value", "Number"),
        phrase("How sure"),
        phrase("Its counterpart"),
        phrase("Its number"),
        phrase("How sure"),
    )
    frame.table(release, caption, headings, lines, name=name, data=data)


def summary(
    release: Release,
    metric_id: str,
    place: str,
    period: Period,
    horizon: int | None = None,
    currency: str | None = None,
) -> Summary:
    """The same for one metric, at the usual follow-up unless another is asked for."""
    pair = reading.definitions(release)[metric_id]["pair"]
    row = row_of(release, metric_id, place, period, horizon, currency)
    beside = None
    if pair in reading.definitions(release):
        wanted = row and row["horizon_days"]
        beside = row_of(release, pair, place, period, wanted or horizon, currency)
    return Summary(metric_id, row, pair, beside)


def row_of(
    release: Release,
    metric_id: str,
    place: str,
    period: Period,
    horizon: int | None = None,
    currency: str | None = None,
) -> dict | None:
    """The total about trafficking, at the horizon asked for or the one nearest to it.

    Where none is asked for, one with a number stands before the usual one without.
    """
    rows = of_period(totals(release, metric_id, place, currency), period)
    if not horizon:
        rows = [row for row in rows if quality(row) != "blank"] or rows
    wanted = horizon or USUAL_HORIZON
    return min(rows, key=lambda row: abs(choose.number(row["horizon_days"]) - wanted), default=None)


def totals(release: Release, metric_id: str, place: str, currency: str | None = None) -> list[dict]:
    """The totals of a place, of trafficking where they are told apart, counted and not published by others.

    With a currency, sums in others are left out; what is no money stays.
    """
    rows = reading.results(release, metric_id, breakdown="total", jurisdiction=place)
    rows = [row for row in rows if row["source"] == "case"]
    rows = [row for row in rows if currency is None or row["currency"] in (None, currency)]
    return [row for row in rows if row["scope"] == "trafficking"] or rows


def parts(release: Release, metric_id: str, place: str, breakdown: str) -> list[dict]:
    """The same for the members of a breakdown, in the order of the release."""
    rows = reading.results(release, metric_id, breakdown=breakdown, jurisdiction=place)
    rows = [row for row in rows if row["source"] == "case"]
    return [row for row in rows if row["scope"] == "trafficking"] or rows
