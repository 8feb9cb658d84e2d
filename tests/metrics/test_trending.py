"""Trends: told finely only where nothing can be found by subtracting, and judged by rules that fit their length."""

import math
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.definition import Metric, WorkedExample
from metrics.result import RESULT_COLUMNS
from metrics.trending import TREND_COLUMNS, trends

few = settings(max_examples=80, deadline=None)
MONTHS = {"quarter": 3, "half": 6}
SERIES_COLUMNS = (
    *("metric_id", "scope", "jurisdiction", "grain", "period_start", "period_end"),
    *("numerator", "denominator", "value"),
)


def metric_of(kind: str, unit_counted: str = "persons") -> Metric:
    return Metric(
        name="trended",
        title="",
        question="",
        group="",
        kind=kind,
        population="",
        unit_counted=unit_counted,
        value_unit="",
        numerator="",
        denominator="",
        good_direction="neither",
        pair="",
        source="",
        source_clause="",
        caveats=(),
        counting={},
        worked_example=WorkedExample("", {}, {}, {}),
        is_trended=True,
    )


def value_of(kind: str, numerator: float, denominator: float | None) -> float | None:
    if kind == "count":
        return numerator
    return numerator / denominator if denominator else None


def quarters(counts: list, kind: str, first_year: int = 2015) -> pd.DataFrame:
    """Points by quarter and by half-year; `counts` are (numerator, denominator), quarter by quarter."""
    rows = []
    for grain, months in MONTHS.items():
        size = months // 3
        for place in range(0, len(counts) // size * size, size):
            parts = counts[place : place + size]
            year, month = first_year + place // 4, 3 * (place % 4) + 1
            after = month + months
            end = date(year + after // 13, (after - 1) % 12 + 1, 1) - timedelta(days=1)
            numerator = sum(part for part, _ in parts)
            denominator = None if kind == "count" else sum(whole for _, whole in parts)
            place_and_time = ("trended", "trafficking", "XAA", grain, date(year, month, 1), end)
            value = value_of(kind, numerator, denominator)
            rows.append((*place_and_time, numerator, denominator, value))
    return pd.DataFrame(rows, columns=SERIES_COLUMNS)


def yearly(counts: list, kind: str, hidden: tuple = (), first_year: int = 2015) -> pd.DataFrame:
    """Protected results of the whole years of the same counts; the years `hidden` have no numbers."""
    rows = []
    for place in range(0, len(counts) // 4 * 4, 4):
        year = first_year + place // 4
        numerator = sum(part for part, _ in counts[place : place + 4])
        denominator = (
            None if kind == "count" else sum(whole for _, whole in counts[place : place + 4])
        )
        row = dict.fromkeys(RESULT_COLUMNS) | {
            "metric_id": "trended",
            "scope": "trafficking",
            "source": "case",
            "jurisdiction": "XAA",
            "period_start": date(year, 1, 1),
            "period_end": date(year, 12, 31),
            "breakdown": "total",
            "category": "total",
            "status": "suppressed" if year in hidden else "reportable",
        }
        if year not in hidden:
            value = value_of(kind, numerator, denominator)
            row |= {"numerator": numerator, "denominator": denominator, "value": value}
        rows.append(row)
    return pd.DataFrame(rows, columns=list(RESULT_COLUMNS))


def told(counts: list, kind: str = "share", hidden: tuple = (), unit: str = "persons", **more):
    results = more.pop("results", None)
    results = yearly(counts, kind, hidden) if results is None else results
    catalogue = {"trended": metric_of(kind, unit)}
    return trends(quarters(counts, kind), results, catalogue, 10, **more)


STEADY = [(20 + place % 3, 50 + place % 5) for place in range(24)]


def test_a_safe_series_is_told_by_quarter_and_judged_by_limits():
    table = told(STEADY)
    assert list(table.columns) == list(TREND_COLUMNS)
    assert set(table["grain"]) == {"quarter"} and len(table) == 24
    assert set(table["chart"]) == {"laney_p"} and set(table["limits_kind"]) == {"firm"}
    pooled = sum(k for k, _ in STEADY) / sum(n for _, n in STEADY)
    assert table["centre"].astype(float).to_numpy() == pytest.approx(np.full(24, pooled))
    assert (table["lower_limit"] < table["value"]).all()
    assert (table["value"] < table["upper_limit"]).all()
    assert table["signal"].isna().all() and set(table["points"]) == {24}
    assert table["expected_false_alarms"].iloc[0] == pytest.approx(0.184)


def test_limits_of_a_count_by_hand():
    """12 quarters, 20 and 24 in turn: mean 22, every moving range 4, limits 22 less and more 2.66 times 4."""
    counts = [(20 + 4 * (place % 2), 0) for place in range(12)]
    table = told(counts, "count")
    assert set(table["chart"]) == {"xmr"} and set(table["limits_kind"]) == {"trial"}
    row = table.iloc[0]
    assert (row["centre"], row["lower_limit"], row["upper_limit"]) == pytest.approx(
        (22, 11.36, 32.64)
    )
    assert row["denominator"] is pd.NA


def test_one_quarter_below_the_minimum_makes_all_of_them_half_years():
    counts = [*STEADY[:7], (12, 15), *STEADY[8:]]
    table = told(counts)
    assert set(table["grain"]) == {"half"} and len(table) == 12
    assert table["denominator"].sum() == sum(n for _, n in counts)


def test_where_half_years_are_not_safe_either_there_are_years_and_no_limits():
    counts = [*STEADY[:6], (24, 24), (20, 21), *STEADY[8:]]
    table = told(counts)
    assert set(table["grain"]) == {"year"} and len(table) == 6
    assert set(table["chart"]) == {"line"} and set(table["limits_kind"]) == {"none"}
    assert table["centre"].isna().all() and (table["expected_false_alarms"] == 0).all()


def test_a_hidden_year_hides_its_quarters_and_all_others():
    table = told(STEADY, hidden=(2017,))
    assert set(table["grain"]) == {"year"}
    assert [day.year for day in table["period_start"]] == [2015, 2016, 2018, 2019, 2020]


def test_quarters_before_the_first_whole_year_and_after_the_last_are_left_away():
    results = yearly(STEADY, "share")
    table = told(STEADY, results=results.iloc[1:-1])
    assert set(table["grain"]) == {"quarter"} and len(table) == 16
    assert table["period_start"].min() == date(2016, 1, 1)
    assert table["period_end"].max() == date(2019, 12, 31)


def test_people_in_several_quarters_of_a_year_are_not_told_by_adding_quarters():
    """The year counts each person once: two people in two quarters each would be the difference."""
    results = yearly(STEADY, "share")
    results.loc[0, "denominator"] -= 2
    assert set(told(STEADY, results=results)["grain"]) == {"year"}


def test_what_is_no_count_of_people_has_no_minimum():
    counts = [(2, 5)] * 12
    assert set(told(counts, unit="reports")["grain"]) == {"year"}
    assert set(told(counts, unit="reports", not_people=("reports",))["grain"]) == {"quarter"}


def test_nothing_is_told_of_what_has_no_published_year():
    assert told(STEADY, results=yearly([], "share")).empty
    assert list(told([], "share").columns) == list(TREND_COLUMNS)


def test_blocks_breakdowns_and_horizons_are_not_years():
    results = yearly(STEADY, "share")
    block = results.iloc[[0]].assign(period_end=date(2017, 12, 31))
    part = results.iloc[[0]].assign(breakdown="sex", category="female")
    horizon = results.iloc[[0]].assign(horizon_days=365)
    official = results.iloc[[0]].assign(source="official")
    assert told(STEADY, results=pd.concat([block, part, horizon, official])).empty


def test_a_run_chart_speaks_once_for_the_whole_series():
    """Eleven years, five low and six high: one crossing, where a fair coin has three or more in 95 of 100."""
    by_year = (80, 84, 88, 84, 80, 240, 244, 248, 244, 240, 248)
    counts = [(count // 4, 0) for count in by_year for _ in range(4)]
    table = trends(
        quarters([], "count"), yearly(counts, "count"), {"trended": metric_of("count")}, 10
    )
    assert set(table["grain"]) == {"year"} and set(table["limits_kind"]) == {"median"}
    assert set(table["chart"]) == {"run"} and set(table["centre"]) == {240}
    assert table["signal"].tolist() == [None] * 10 + ["Too Few Crossings"]
    assert table["is_autocorrelated"].all()


def test_a_reform_shows_as_a_shift():
    rng = np.random.default_rng(4)
    counts = [(int(100 + 6 * rng.normal()) - 40 * (place >= 12), 0) for place in range(24)]
    table = told(counts, "count")
    signals = table["signal"].tolist()
    assert "7 Points Above CL" in signals[:12] or "Above UCL" in signals[:12]
    assert "7 Points Below CL" in signals[12:] or "Below LCL" in signals[12:]
    assert table["is_autocorrelated"].all()


counts_of_quarters = some.lists(
    some.integers(0, 60).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))),
    min_size=4,
    max_size=24,
).map(lambda each: each[: len(each) // 4 * 4])


@few
@given(counts_of_quarters, some.sampled_from([(), (2015,), (2016,)]))
def test_no_subtraction_finds_fewer_than_ten_people(counts, hidden):
    """Everything within a year that a reader can add up and take away: points of the year, and the year itself."""
    table = told(counts, hidden=hidden)
    results = yearly(counts, "share", hidden)
    fine = table[table["grain"] != "year"]
    for _, inside in fine.groupby(fine["period_start"].map(lambda day: day.year)):
        year = inside["period_start"].iloc[0].year
        total = results[[day.year == year for day in results["period_start"]]].iloc[0]
        points = inside[["numerator", "denominator"]].astype(float).to_numpy()
        for size in range(len(points) + 1):
            for chosen in combinations(range(len(points)), size):
                part, whole = points[list(chosen)].sum(axis=0)
                left = (total["numerator"] - part, total["denominator"] - whole)
                for number in (part, whole, whole - part, *left, left[1] - left[0]):
                    assert number == 0 or number >= 10
    assert not {day.year for day in table["period_start"]} & set(hidden)


@few
@given(counts_of_quarters, some.sampled_from(["share", "count", "ratio"]))
def test_every_row_says_how_it_is_to_be_read(counts, kind):
    table = told(counts, kind)
    for row in table.to_dict("records"):
        assert row["limits_kind"] == kind_of_limits(row["points"])
        has_limits = row["limits_kind"] in ("trial", "firm") and not pd.isna(row["value"])
        assert has_limits != pd.isna(row["lower_limit"])
        if has_limits:
            assert 0 <= row["lower_limit"] <= row["centre"] <= row["upper_limit"]
            assert math.isfinite(row["upper_limit"])
    if len(table):
        assert table["value"].notna().sum() == table["points"].iloc[0]
        assert table["period_start"].is_monotonic_increasing


def kind_of_limits(points: int) -> str:
    for fewest, kind in ((20, "firm"), (12, "trial"), (8, "median")):
        if points >= fewest:
            return kind
    return "none"
