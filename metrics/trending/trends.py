"""From undisclosed points and published yearly results to the rows of the table of trends."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import pandas as pd

from metrics.comparing.frame import in_columns
from metrics.definition import Metric
from metrics.trending.chart import chart_of
from metrics.trending.columns import TREND_COLUMNS
from metrics.trending.grain import finest_safe

SERIES = ("metric_id", "scope", "jurisdiction")
NEEDED = ("period_start", "period_end", "numerator", "denominator", "value")


def trends(
    series: pd.DataFrame,
    results: pd.DataFrame,
    catalogue: Mapping[str, Metric],
    minimum: float,
    not_people: Collection[str] = (),
    rate_minimum: float = 0,
) -> pd.DataFrame:
    """One row a point of each trended metric, scope and jurisdiction; columns `TREND_COLUMNS`.

    `series` are points by quarter and half-year as counted, `results` the protected ones; `minimum`
    is the smallest count of people that may be told, `not_people` the units it does not protect, and
    `rate_minimum` what must stand below the line of a point for it to have a value.
    """
    fine = _by_series(series, ("grain", *NEEDED))
    yearly = _by_series(_years(results, catalogue), NEEDED)
    rows = []
    for place in sorted(yearly):
        metric = catalogue[place[0]]
        lowest = 0 if metric.unit_counted in not_people else minimum
        years = {point["period_start"].year: point for point in yearly[place]}
        grain, points = finest_safe(fine.get(place, []), years, metric, lowest)
        if metric.unit_counted not in not_people:
            points = [_without_rate_of_few(point, rate_minimum) for point in points]
        rows += _rows(dict(zip(SERIES, place, strict=True)) | {"grain": grain}, points, metric)
    return in_columns(pd.DataFrame(rows, columns=list(TREND_COLUMNS)), TREND_COLUMNS)


def _without_rate_of_few(point: dict, rate_minimum: float) -> dict:
    below = point["denominator"]
    return point | {"value": None} if below is not None and below < rate_minimum else point


def _years(results: pd.DataFrame, catalogue: Mapping[str, Metric]) -> pd.DataFrame:
    """The published totals of whole years of trended metrics; a number that is hidden, or has no value yet, is none."""
    trended = {name for name, metric in catalogue.items() if metric.is_trended}
    start, end = pd.to_datetime(results["period_start"]), pd.to_datetime(results["period_end"])
    return results[
        results["metric_id"].isin(trended)
        & (results["source"] == "case")
        & (results["breakdown"] == "total")
        & results["numerator"].notna()
        & ~results["blank"].eq("suppressed")
        & results["horizon_days"].isna()
        & results["currency"].isna()
        & (start.dt.year == end.dt.year)
        & (start.dt.day_of_year == 1)
        & (end.dt.month == 12)
        & (end.dt.day == 31)
    ]


def _by_series(frame: pd.DataFrame, columns: tuple[str, ...]) -> dict[tuple, list[dict]]:
    """Metric, scope and jurisdiction -> points in order of time; what is empty is None."""
    found = defaultdict(list)
    kept = frame[[*SERIES, *columns]].astype(object)
    for point in kept.where(kept.notna(), None).to_dict("records"):
        found[tuple(point.pop(name) for name in SERIES)].append(point)
    for points in found.values():
        points.sort(key=lambda point: point["period_start"])
    return dict(found)


def _rows(common: dict, points: list[dict], metric: Metric) -> list[dict]:
    valued = [point for point in points if point["value"] is not None]
    chart = chart_of(valued, metric.kind)
    common = common | {
        "chart": chart.chart,
        "limits_kind": chart.limits_kind,
        "points": len(valued),
        "is_autocorrelated": chart.is_autocorrelated,
        "expected_false_alarms": chart.expected_false_alarms,
    }
    marks = iter(chart.marks)
    rows = []
    for point in points:
        told = {name: point[name] for name in NEEDED}
        if point["value"] is not None:
            names = ("centre", "lower_limit", "upper_limit", "signal")
            told |= dict(zip(names, next(marks), strict=True))
        rows.append(common | told)
    return rows
