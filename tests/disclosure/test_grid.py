"""Days on a fixed grid: nothing is to the day, intervals hold what they held, and few beyond a quantile silence it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.grid import coarsen_days, grid_above, grid_below, quantile_shares, to_grid
from metrics.catalogue import metrics

DAYS = st.lists(
    st.one_of(st.integers(0, 4000), st.floats(0, 4000, allow_subnormal=False)),
    min_size=1,
    max_size=40,
)
MOVES = (to_grid, grid_below, grid_above)
STEPS = ((30, 5), (180, 10), (720, 30), (10_000, 90))
CATALOGUE = metrics()
MEDIAN, NINETIETH, MEAN, PACE = (
    "time_to_disposition",
    "time_to_disposition_90",
    "mean_time_to_outcome",
    "disposition_time",
)


def row(metric_id=MEDIAN, below=100.0, value=413.0, lower=382.0, upper=475.0, **facts) -> dict:
    return {
        "metric_id": metric_id,
        "source": "case",
        "jurisdiction": "XAA",
        "breakdown": "total",
        "category": "total",
        "unit_counted": "proceedings",
        "numerator": below,
        "denominator": below,
        "value": value,
        "lower": lower,
        "upper": upper,
        "interval_method": "any",
        "bound_lower": None,
        "bound_upper": None,
        "maturity": None,
        "status": "reportable",
        "blank": None,
    } | facts


def told(*rows: dict) -> pd.DataFrame:
    return coarsen_days(pd.DataFrame(list(rows)), CATALOGUE)


@settings(deadline=None, max_examples=30)
@given(DAYS)
def test_the_grid_is_fixed_ordered_and_close(days):
    days = np.array(sorted(days), float)
    for move in MOVES:
        moved = move(days)
        assert (np.diff(moved) >= 0).all()
        assert (move(moved) == moved).all()
        # One by one or together, and beside whatever else, a day goes to the same point.
        assert [float(move(np.array([day]))[0]) for day in days] == list(moved)
    below, near, above = (move(days) for move in (grid_below, to_grid, grid_above))
    assert ((below <= days + 1e-6) & (days <= above + 1e-6)).all()
    assert ((below <= near) & (near <= above)).all()
    step = np.array([next(size for end, size in STEPS if day <= end) for day in days])
    assert (np.abs(near - days) <= step / 2 + 1e-6).all()


@settings(deadline=None, max_examples=30)
@given(st.lists(st.floats(0, 3000), min_size=3, max_size=3), st.sampled_from([MEDIAN, MEAN, PACE]))
def test_the_interval_still_holds_the_value_and_all_that_it_held(numbers, metric_id):
    lower, value, upper = sorted(numbers)
    found = told(row(metric_id, value=value, lower=lower, upper=upper)).iloc[0]
    assert found["lower"] <= found["value"] <= found["upper"]
    assert found["lower"] <= lower + 1e-6
    assert found["upper"] >= upper - 1e-6
    assert all(float(found[name]).is_integer() for name in ("lower", "value", "upper"))


@pytest.mark.parametrize(
    ("day", "point"),
    [(0, 0), (2, 0), (2.5, 5), (31, 30), (35, 40), (180, 180), (194, 180), (413, 420), (760, 720)],
)
def test_a_day_goes_to_the_nearest_point(day, point):
    assert to_grid(np.array([day]))[0] == point


@pytest.mark.parametrize(
    ("metric_id", "below", "is_told"),
    [
        (MEDIAN, 19, False),
        (MEDIAN, 20, True),
        (NINETIETH, 99, False),
        (NINETIETH, 100, True),
        ("time_to_disposition_75", 39, False),
        ("time_to_disposition_75", 40, True),
        ("pending_age", 19, False),
        ("current_pace", 20, True),
        (MEAN, 10, True),
    ],
)
def test_a_quantile_needs_ten_on_either_side(metric_id, below, is_told):
    found = told(row(metric_id, below)).iloc[0]
    assert found["denominator"] == below
    assert pd.notna(found["value"]) == is_told
    assert found["blank"] == (None if is_told else "insufficient")
    assert found["status"] == ("reportable" if is_told else "insufficient")
    assert pd.isna(found["interval_method"]) != is_told


def test_a_small_place_needs_more_on_either_side():
    found = told(row(below=30, jurisdiction="TUV"), row(below=40, jurisdiction="TUV"))
    assert list(found["value"].notna()) == [False, True]


@pytest.mark.parametrize("open_to_all", [{"public_fact": True}, {"source": "official"}])
def test_what_is_no_secret_stays_to_the_day(open_to_all):
    found = told(row(below=15, value=413.0, **open_to_all)).iloc[0]
    assert found["value"] == 413


def test_a_pace_and_a_mean_go_to_whole_days_and_a_share_stays():
    found = told(
        row(PACE, value=1072.88, lower=722.79, upper=1592.54),
        row("cohort_conviction", value=0.413, lower=0.38, upper=0.47),
    )
    assert list(found.iloc[0][["value", "lower", "upper"]]) == [1073, 722, 1593]
    assert list(found.iloc[1][["value", "lower", "upper"]]) == [0.413, 0.38, 0.47]


def test_every_metric_that_tells_a_day_of_one_unit_is_known():
    shares = quantile_shares(CATALOGUE)
    in_days = {
        name
        for name, metric in CATALOGUE.items()
        if metric.value_unit == "days" and metric.data == "case"
    }
    assert set(shares) <= in_days
    assert shares[NINETIETH] == 0.9
    assert shares[MEDIAN] == 0.5
    told_otherwise = {CATALOGUE[name].kind for name in in_days - set(shares)}
    assert told_otherwise <= {"time_to_event", "stock_to_flow", "mean", "quantity"}
