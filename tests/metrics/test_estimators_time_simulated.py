"""Intervals hold the truth about as often as they say, over cohorts drawn with fixed seeds."""

import math

import numpy as np
import pytest

from metrics.estimators import (
    Recurrences,
    Spells,
    aalen_johansen,
    cumulative_incidence_at,
    current_pace,
    kaplan_meier,
    kaplan_meier_median,
    mean_cumulative_at,
    restricted_mean,
)

HORIZON = 730
DRAWS = 1500


def within(interval, truth: float) -> bool:
    """A limit that could not be given has not excluded anything."""
    low = -math.inf if interval.lower is None else interval.lower
    high = math.inf if interval.upper is None else interval.upper
    return low <= truth <= high


def cohort(draw, n: int, hazards: tuple[float, float], lost_a_year: float):
    """Days and codes of n persons with two competing ends and random loss: whole days, hence ties."""
    time = draw.exponential(1 / sum(hazards), n)
    cause = np.where(draw.random(n) < hazards[0] / sum(hazards), 1, 2)
    sight = draw.exponential(365 / lost_a_year, n) if lost_a_year else np.full(n, np.inf)
    sight = np.minimum(sight, 1200)
    return np.ceil(np.minimum(time, sight)), np.where(time <= sight, cause, 0)


def curve_of(days, status):
    return aalen_johansen(days, {"a": status == 1, "b": status == 2}, status == 0)


def incidence(hazards: tuple[float, float], day: float) -> float:
    total = sum(hazards)
    return hazards[0] / total * (1 - math.exp(-total * day))


@pytest.mark.parametrize("n", [20, 50])
def test_rothman_and_wilson_hold_a_rare_end_where_log_log_limits_fail(n):
    draw, hazards = np.random.default_rng(41), (0.00015, 0.00008)
    truth = incidence(hazards, HORIZON)
    held = {"Rothman-Wilson": 0, "log-log": 0}
    for _ in range(DRAWS):
        curve = curve_of(*cohort(draw, n, hazards, 0.15))
        for interval in held:
            found = cumulative_incidence_at(curve, HORIZON, "a", interval)
            no_limits = found.lower is None and interval == "log-log"
            held[interval] += within(found, truth) and not no_limits
    assert 0.10 < truth < 0.11
    assert held["Rothman-Wilson"] / DRAWS >= 0.945
    if n == 20:
        assert held["log-log"] / DRAWS < 0.92


@pytest.mark.parametrize("n", [30, 100])
def test_the_interval_of_a_median(n):
    draw, hazard = np.random.default_rng(42), 1 / 400
    truth, held = 400 * math.log(2), 0
    for _ in range(DRAWS):
        days, status = cohort(draw, n, (hazard / 2, hazard / 2), 0.3)
        found = kaplan_meier_median(days, status > 0, status == 0)
        # Days are rounded up, so the median of whole days lies at most one above.
        held += within(found, truth) or within(found, math.ceil(truth))
    assert 0.93 <= held / DRAWS <= 0.98


@pytest.mark.parametrize("n", [30, 100])
def test_the_interval_of_a_restricted_mean(n):
    draw, hazard = np.random.default_rng(43), 1 / 400
    # Whole days, rounded up: the mean of min(ceil(T), tau) is a geometric sum.
    q = math.exp(-hazard)
    truth = (1 - q**HORIZON) / (1 - q)
    held, values = 0, []
    for _ in range(DRAWS):
        days, status = cohort(draw, n, (hazard / 2, hazard / 2), 0.3)
        found = restricted_mean(kaplan_meier(days, status > 0, status == 0), HORIZON)
        # Now and then nobody is in sight at the horizon, and nothing is said.
        if found.value is not None:
            held += within(found, truth)
            values.append(found.value)
    assert len(values) >= 0.98 * DRAWS
    assert np.mean(values) == pytest.approx(truth, rel=0.01)
    assert 0.92 <= held / len(values) <= 0.97


@pytest.mark.parametrize("n", [50, 150])
def test_the_interval_of_repeat_events_of_people_who_differ(n):
    draw, rate = np.random.default_rng(44), 0.6
    held, plain = 0, 0
    for _ in range(DRAWS // 2):
        frailty = draw.gamma(1, 1, n)
        sight = np.ceil(np.minimum(draw.exponential(1500, n), HORIZON))
        events, pairs = [], []
        for own, end in zip(frailty, sight, strict=True):
            days = np.ceil(draw.random(draw.poisson(own * rate * end / HORIZON)) * end)
            events += [(day, end, 1) for day in days]
            pairs += [(one, two, 1) for one in days for two in days]
        table = Recurrences.of([(end, 1) for end in sight], events, pairs)
        found = mean_cumulative_at(table, HORIZON)
        held += within(found, rate)
        spread = 1.96 / math.sqrt(max(1, table.events_until(HORIZON)))
        plain += found.value * math.exp(-spread) <= rate <= found.value * math.exp(spread)
    assert 0.91 <= held / (DRAWS // 2) <= 0.98
    # As if events were persons: too narrow, which is why they are taken together.
    assert plain < held


def spells_of_a_year(draw, n: int, old: float, new: float):
    """Cases begun over ten years; from year 9 on ends come at the pace `new`. The last year is looked at."""
    begun = draw.random(n) * 3650
    time = draw.exponential(old, n)
    change = 8 * 365 - begun
    slowed = time > np.maximum(change, 0)
    time = np.where(slowed, np.maximum(change, 0) + draw.exponential(new, n), time)
    ended, begun = np.ceil(begun + time), np.floor(begun)
    first, last = 3285, 3650
    seen = (ended >= first) & (begun < last)
    begun, ended = begun[seen], ended[seen]
    entries = np.maximum(first - 1 - begun, -1)
    exits = np.minimum(ended, last) - begun
    keep = exits > entries
    ends = np.where(ended <= last, "end", "")
    return Spells.of(entries[keep], exits[keep], ends[keep], np.ones(keep.sum()))


def test_the_current_pace_sees_at_once_that_cases_take_twice_as_long():
    found = current_pace(
        spells_of_a_year(np.random.default_rng(45), 6000, 300, 600).curve()
    ).estimate
    assert found.lower <= 600 * math.log(2) <= found.upper
    steady = current_pace(
        spells_of_a_year(np.random.default_rng(46), 6000, 300, 300).curve()
    ).estimate
    assert steady.lower <= 300 * math.log(2) <= steady.upper


def test_the_jackknife_has_the_size_of_the_spread_with_late_entry():
    draw, day = np.random.default_rng(47), 300
    found, errors = [], []
    for _ in range(250):
        spells = spells_of_a_year(draw, 900, 300, 300)
        curve = spells.curve()
        found.append(curve.incidence_at(day, "end"))
        errors.append(spells.jackknife_error(day, "end"))
    assert np.mean(errors) == pytest.approx(np.std(found), rel=0.12)
    assert np.mean(found) == pytest.approx(1 - math.exp(-1), abs=0.01)


def test_closing_old_cases_in_bulk_makes_a_court_look_fast_but_not_its_pace():
    draw = np.random.default_rng(48)
    begun = np.floor(draw.random(20_000) * 3650)
    time = np.ceil(draw.exponential(700, begun.size))
    # In the last year all that is older than 1,500 days is struck off on one day.
    swept = (begun + time > 3500) & (begun < 3500 - 1500)
    lasted = np.where(swept, 3500 - begun, time)
    found = {}
    for name, spent in {"steady": time, "swept": lasted}.items():
        seen = (begun + spent >= 3285) & (begun < 3650)
        entry = np.maximum(3284 - begun[seen], -1)
        leave = np.minimum(begun + spent, 3649)[seen] - begun[seen]
        ended = begun[seen] + spent[seen] <= 3649
        spells = Spells.of(entry, leave, np.where(ended, "end", ""), np.ones(seen.sum()))
        pending = (~ended).sum()
        found[name] = (365 * pending / ended.sum(), current_pace(spells.curve()).estimate.value)
    assert found["swept"][0] < 0.85 * found["steady"][0]
    truth = 700 * math.log(2)
    assert found["swept"][1] == pytest.approx(truth, rel=0.07)
    assert found["steady"][1] == pytest.approx(truth, rel=0.07)


@pytest.mark.parametrize("times_as_lost", [1, 3])
def test_the_three_lines_of_a_share_after_loss(times_as_lost):
    """Loss at random leaves the estimate right; loss of those at risk does not, and the bounds still hold."""
    draw, n = np.random.default_rng(49), 40_000
    risky = draw.random(n) < 0.25
    again = draw.exponential(np.where(risky, 2500, 20_000))
    died = draw.exponential(4_000, n)
    lost = draw.exponential(365 / 0.3 / np.where(risky, times_as_lost, 1))
    lost = np.minimum(lost, 1200)
    truth = ((again <= died) & (again <= HORIZON)).mean()
    days = np.ceil(np.minimum(np.minimum(again, died), lost))
    status = np.where(lost < np.minimum(again, died), 0, np.where(again < died, 1, 2))
    curve = curve_of(days, status)
    found = cumulative_incidence_at(curve, HORIZON, "a")
    known = curve.events_until(HORIZON, "a") / n
    unseen = ((status == 0) & (days < HORIZON)).mean()
    naive = 1 - curve_of(days, np.where(status == 1, 1, 0)).survival_at(HORIZON)
    assert known < truth < known + unseen
    assert naive > found.value > known
    if times_as_lost == 1:
        assert found.lower <= truth <= found.upper and naive > found.upper
    else:
        assert found.upper < truth
