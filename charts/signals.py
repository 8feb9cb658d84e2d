"""Which rows are counted where signals are counted: places unlike the others, groups unlike their reference group,
series unlike their own past.

The only rule there is: pages and reports count the newest of each question, so that their sums are the same.
docs/methods.md says the rule in words.
"""

from collections.abc import Iterable, Sequence

from charts.forest import named
from charts.labels import Labels
from charts.select import USUAL_HORIZON, Period, by_column, group_by

FIGURE = ("scope", "source", "origin", "unit_counted", "breakdown", "category")
"""Comparisons that differ in one of these are about different things; beside them a set has one horizon and one period."""
QUESTION = ("metric_id", "source", "origin", "unit_counted", "jurisdiction", "breakdown")
"""Groups that differ in none of these are compared to answer one question."""
FALSE_ALARMS = 0.002
"""Part of the places judged that lie beyond either alarm limit by chance alone."""


def select_comparison(rows: Sequence[dict]) -> list[dict]:
    """The set of places in which a metric is compared; `rows` are those of `comparisons` of the metric.

    About trafficking, with the usual follow-up, of the newest years in which any place could be judged.
    """
    if not rows:
        return []
    figure = order_figures(rows)[0]
    rows = [row for row in rows if figure_of(row) == figure]
    horizon = nearest_horizon({row["horizon_days"] for row in rows})
    rows = [row for row in rows if row["horizon_days"] == horizon]
    first = order_periods(rows)[0]
    return [row for row in rows if days_of(row) == first]


def is_judged(row: dict) -> bool:
    """True where the place could be compared with the others."""
    return row["flag"] != "not_assessable"


def is_alarm(row: dict) -> bool:
    """True where the place lies further from the others than chance explains."""
    return row["flag"].endswith("alarm")


def order_figures(rows: Iterable[dict]) -> list[tuple]:
    """What a metric is compared on: trafficking first, then that with most places judged."""
    judged: dict[tuple, int] = {}
    for row in rows:
        judged[figure_of(row)] = judged.get(figure_of(row), 0) + is_judged(row)
    return sorted(judged, key=lambda each: (each[0] != "trafficking", -judged[each], str(each)))


def order_periods(rows: Iterable[dict]) -> list[Period]:
    """Newest first; the newest in which a place could be judged before all others, with most places of one end."""
    by_days = group_by(rows, days_of)

    def standing(days: Period) -> tuple:
        return days[1], sum(map(is_judged, by_days[days])), len(by_days[days])

    newest_first = sorted(by_days, key=standing, reverse=True)
    judged = [days for days in newest_first if any(map(is_judged, by_days[days]))][:1]
    return [*judged, *(days for days in newest_first if days not in judged)]


def nearest_horizon(horizons: Iterable[float | None]) -> float | None:
    """The follow-up nearest to the usual one, of equals the shorter."""
    return min(horizons, key=lambda days: (abs((days or 0) - USUAL_HORIZON), days or 0))


def figure_of(row: dict) -> tuple:
    return tuple(row[name] for name in FIGURE)


def days_of(row: dict) -> Period:
    return row["period_start"], row["period_end"]


def select_differences(rows: Iterable[dict], labels: Labels) -> list[dict]:
    """Of each question the newest years in which anything could be told; `rows` are those of `disparities` of a metric.

    By place, breakdown and group: never by the size of a difference.
    """
    # Where the question does not arise there is nothing to compare, and nothing that is left open.
    rows = [row for row in _about_trafficking(rows) if row["reason"] != "not_applicable"]
    questions = group_by(rows, lambda row: tuple(row[name] for name in QUESTION))
    newest = [row for alike in questions.values() for row in _of_newest_answer(alike)]
    return sorted(
        newest,
        key=lambda row: (
            labels.place(row["jurisdiction"]),
            row["breakdown"],
            row["horizon_days"] or 0,
            named(row, labels),
        ),
    )


def differs(row: dict) -> bool:
    """True where a difference between groups is shown, whatever explains it."""
    return row["verdict"] in ("difference", "difference_explained")


def is_tested(row: dict) -> bool:
    """True where there were enough of both groups for a test."""
    return row["verdict"] != "cannot_tell"


def select_series(rows: Iterable[dict]) -> dict[str, list[dict]]:
    """Place -> its series, oldest point first; `rows` are those of `trends` of one metric."""
    series = by_column(_about_trafficking(rows), "jurisdiction")
    return {place: sorted(r, key=lambda row: row["period_start"]) for place, r in series.items()}


def has_limits(series: Sequence[dict]) -> bool:
    """True where a series has points enough for a middle or for limits, so that it could show a signal."""
    return series[0]["limits_kind"] != "none"


def has_signal(series: Iterable[dict]) -> bool:
    """True where any point of a series differs from its past by more than its usual ups and downs."""
    return any(row["signal"] for row in series)


def _about_trafficking(rows: Iterable[dict]) -> list[dict]:
    """Rows about trafficking or, where there is none, all: about all crime."""
    rows = list(rows)
    return [row for row in rows if row["scope"] == "trafficking"] or rows


def _of_newest_answer(rows: list[dict]) -> list[dict]:
    answered = [row for row in rows if not row["reason"]] or rows
    last = max((row["period_end"], row["period_start"]) for row in answered)
    return [row for row in rows if (row["period_end"], row["period_start"]) == last]
