"""What is made of counts follows from the counts that are told, and from nothing else."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.recompute import hide_counts, recompute, round_figures
from disclosure.shares import coarsen_shares, share_step

KINDS = {
    "tried": "share",
    "followed": "time_to_event",
    "waited": "time_to_event",
    "paid": "money_funnel",
    "awarded": "amount",
    "met": "mean",
    "counted": "count",
    "detected": "rate",
}
UNITS = {
    "tried": "share",
    "followed": "share",
    "waited": "days",
    "paid": "ratio",
    "awarded": "money",
    "met": "mean",
    "counted": "count",
    "detected": "per_hundred_thousand",
}
COMMON = {
    "metric_id": "tried",
    "source": "case",
    "jurisdiction": "XAA",
    "breakdown": "total",
    "category": "total",
    "unit_counted": "victims",
    "numerator": 30.0,
    "denominator": 60.0,
    "value": 0.5,
    "lower": 0.4,
    "upper": 0.6,
    "interval_method": "any",
    "bound_lower": None,
    "bound_upper": None,
    "maturity": None,
    "status": "reportable",
    "blank": None,
    "missing_share": 0.0,
}
MONEY = {"metric_id": "paid", "unit_counted": "money"}


def frame(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame([COMMON | each for each in rows])


def told(**row) -> pd.Series:
    return recompute(frame(row), KINDS, UNITS).iloc[0]


@pytest.mark.parametrize("below", range(10, 31))
def test_a_rate_needs_twenty_and_its_counts_stay(below):
    found = told(denominator=float(below), numerator=below / 2, bound_lower=0.4, bound_upper=0.6)
    assert (found["numerator"], found["denominator"]) == (below / 2, below)
    if below >= 20:
        assert (found["value"], found["status"], found["blank"]) == (0.5, "reportable", None)
    else:
        assert (found["status"], found["blank"]) == ("insufficient", "insufficient")
        names = ["value", "lower", "upper", "interval_method", "bound_lower", "bound_upper"]
        assert found[names].isna().all()


def test_a_rate_needs_thirty_in_a_small_place():
    assert told(denominator=25.0, jurisdiction="TUV")["blank"] == "insufficient"
    assert told(denominator=30.0, jurisdiction="TUV")["blank"] is None


def test_open_court_gives_counts_exactly_but_no_rate_of_few():
    found = told(denominator=12.0, numerator=6.0, public_fact=True)
    assert (found["numerator"], found["denominator"]) == (6.0, 12.0)
    assert (found["status"], pd.isna(found["value"])) == ("insufficient", True)


@pytest.mark.parametrize(
    "spared",
    [
        {"source": "official"},
        {"unit_counted": "reports"},
        {"metric_id": "counted"},
        MONEY | {"numerator": 6.0, "denominator": 12.0},
        {"metric_id": "detected", "denominator": 15.0},
        {"value": None, "lower": None, "upper": None, "status": None, "blank": "not_yet"},
    ],
)
def test_what_is_no_rate_of_few_people_is_left(spared):
    given_ = {"denominator": 12.0, "numerator": 6.0} | spared
    found = told(**given_)
    for name in ("value", "status", "blank"):
        assert found[name] == (COMMON | given_)[name] or pd.isna(found[name])


@pytest.mark.parametrize(
    ("number", "figures"),
    [(236479.56, 236000), (649499.99, 649000), (1372000, 1370000), (999.6, 1000), (0, 0), (12, 12)],
)
def test_money_has_three_figures(number, figures):
    assert round_figures([number], 3)[0] == figures


@given(st.floats(0.001, 1e12), st.integers(1, 5))
def test_figures_are_kept_and_the_directions_hold(number, figures):
    near, below, above = (
        float(round_figures([number], figures, to)[0]) for to in (np.rint, np.floor, np.ceil)
    )
    assert below <= number * (1 + 1e-6)
    assert above >= number * (1 - 1e-6)
    assert below <= near <= above
    assert float(round_figures([near], figures)[0]) == near
    assert abs(near - number) <= 0.5 * 10 ** (np.floor(np.log10(number)) + 1 - figures) * 1.0001


def test_a_sum_of_money_is_its_own_value_and_interval():
    sum_ = 236479.56
    row = MONEY | {"metric_id": "awarded", "numerator": sum_, "denominator": None}
    found = told(**row, value=sum_, lower=sum_, upper=sum_)
    assert list(found[["numerator", "value", "lower", "upper"]]) == [236000] * 4


@settings(deadline=None, max_examples=30)
@given(st.floats(1e3, 1e8), st.floats(0.01, 1), st.floats(0, 0.2))
def test_a_ratio_of_money_is_that_of_the_sums_told_and_lies_in_its_interval(below, ratio, reach):
    found = told(
        **MONEY,
        numerator=below * ratio,
        denominator=below,
        value=ratio,
        lower=max(0, ratio - reach),
        upper=ratio + reach,
    )
    assert found["value"] == pytest.approx(found["numerator"] / found["denominator"], rel=1e-12)
    assert found["lower"] <= found["value"] <= found["upper"]


def test_an_estimate_that_rests_on_more_than_its_counts_has_three_figures():
    found = told(metric_id="followed", value=0.512345, lower=0.401234, upper=0.623456)
    assert list(found[["value", "lower", "upper"]]) == [0.512, 0.401, 0.624]


def test_an_estimate_stays_within_bounds_that_the_counts_tell():
    row = {"numerator": 27.0, "denominator": 198.0, "value": 0.1364999, "lower": 0.1, "upper": 0.2}
    bounds = {"bound_lower": 27 / 198, "bound_upper": 0.2}
    assert told(metric_id="followed", **row, **bounds)["value"] == 27 / 198


def test_a_share_of_its_counts_stays_exact_and_so_do_days():
    third = {"numerator": 20.0, "denominator": 60.0, "value": 1 / 3, "lower": 0.2312345}
    assert list(told(**third)[["value", "lower"]]) == [1 / 3, 0.2312345]
    assert told(metric_id="waited", value=1170.0, lower=1080.0, upper=1260.0)["value"] == 1170


def test_a_hidden_count_takes_what_was_made_of_it_and_leaves_the_other():
    hidden = pd.DataFrame({"numerator": [True, False], "denominator": [False, False]})
    left = hide_counts(frame({}, {}), hidden)
    first, second = left.iloc[0], left.iloc[1]
    assert (first["status"], first["blank"]) == ("suppressed", "suppressed")
    assert first["denominator"] == 60
    names = ["numerator", "value", "lower", "upper", "interval_method", "missing_share"]
    assert first[names].isna().all()
    assert second.equals(frame({}).iloc[0].rename(1))


@pytest.mark.parametrize(
    ("size", "step"),
    [(5, 1.0), (10, 1.0), (19, 1.0), (20, 0.5), (100, 0.1), (101, 0.1), (5000, 0.01)],
)
def test_a_step_of_shares_holds_ten_people(size, step):
    assert share_step(pd.Series([float(size)]))[0] == step


@settings(deadline=None, max_examples=30)
@given(st.integers(10, 3000), st.floats(0, 1))
def test_how_many_are_missing_is_not_known_to_within_ten(size, share):
    missing = round(size * share)
    whole = size + missing
    found = coarsen_shares(frame({"denominator": size, "missing_share": missing / whole}), KINDS)
    shown = found["missing_share"].iloc[0]
    if missing == 0:
        assert shown == 0
    elif pd.notna(shown):
        step = share_step(pd.Series([float(size)]))[0]
        # As a reader would: ten or more are missing, or the share would not be told.
        others = np.arange(10, missing + 10 * size)
        shares = others / (others + size)
        possible = others[(shares <= shown + step / 2 + 1e-9) & (shown - step / 2 <= shares + 1e-9)]
        if shown == step:
            possible = others[shares <= 1.5 * step + 1e-9]
        assert shown > 0
        assert missing in possible
        assert possible[-1] - possible[0] >= 9
    else:
        assert missing < 10 or size < 20 or missing * size / whole < 10


@settings(deadline=None, max_examples=30)
@given(st.integers(20, 3000), st.data())
def test_bounds_move_outwards_and_hide_how_many_could_not_be_seen(size, data):
    known = data.draw(st.integers(0, size))
    unseen = data.draw(st.integers(0, size - known))
    row = {"numerator": float(known), "denominator": float(size)}
    bounds = {"bound_lower": known / size, "bound_upper": (known + unseen) / size}
    found = coarsen_shares(frame(row | bounds), KINDS).iloc[0]
    if 0 < unseen < 10:
        assert pd.isna(found["bound_lower"]) and pd.isna(found["bound_upper"])
        return
    assert found["bound_lower"] == known / size
    assert found["bound_upper"] >= bounds["bound_upper"] - 1e-9
    if unseen and found["bound_upper"] < 1:
        step = share_step(pd.Series([float(size)]))[0]
        assert step * size >= 10
        assert (found["bound_upper"] / step) == pytest.approx(round(found["bound_upper"] / step))
    if not unseen:
        assert found["bound_upper"] == known / size
