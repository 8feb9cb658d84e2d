"""What must hold for every table of times there can be, and agreement with statsmodels where it can be asked."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.estimators import (
    Recurrences,
    Spells,
    aalen_johansen,
    aalen_johansen_by_group,
    cumulative_incidence_at,
    current_pace,
    incidence_quantile,
    mean_cumulative_at,
    restricted_mean,
    survival_quantile,
    survival_until,
)
from metrics.estimators.period_curve import after

few = settings(max_examples=60, deadline=None)
spell = some.tuples(
    some.integers(-1, 400), some.integers(1, 400), some.sampled_from(["", "a", "b"]), some.integers(1, 4)
)  # fmt: skip
tables = some.lists(spell, min_size=1, max_size=25)
EPSILON = 1e-9


def spells_of(table, from_start: bool = False) -> Spells:
    entries, lasted, ends, counts = zip(*table, strict=True)
    if from_start:
        entries = [-1] * len(table)
    exits = [entry + days for entry, days in zip(entries, lasted, strict=True)]
    return Spells.of(entries, exits, ends, counts)


def with_both(spells: Spells) -> Spells:
    """The same, with nobody of either end, so that both causes have a curve."""
    return Spells.of(
        [*spells.entries, -1, -1],
        [*spells.exits, 0, 0],
        [*spells.ends, "a", "b"],
        [*spells.counts, 0, 0],
    )


@few
@given(tables, some.booleans())
def test_ends_and_those_still_open_are_everybody(table, from_start):
    curve = with_both(spells_of(table, from_start)).curve()
    for total in curve.survival + curve.incidence["a"] + curve.incidence["b"]:
        assert total == pytest.approx(1, abs=EPSILON)
    for incidence in curve.incidence.values():
        assert all(one <= two + EPSILON for one, two in itertools.pairwise(incidence))
    assert curve.size == sum(count for *_, count in table)


@few
@given(tables, some.booleans())
def test_the_risk_set_is_who_entered_before_and_left_no_earlier(table, from_start):
    spells = spells_of(table, from_start)
    curve = spells.curve()
    for day in range(0, 810, 30):
        present = (spells.entries < day) & (day <= spells.exits)
        assert curve.number_at_risk(day) == spells.counts[present].sum()


@few
@given(tables, some.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(table, shuffle):
    turned = list(table)
    shuffle.shuffle(turned)
    one, two = with_both(spells_of(table)), with_both(spells_of(turned))
    for cause in ("a", "b"):
        assert one.curve().incidence_at(200, cause) == two.curve().incidence_at(200, cause)
        error = two.jackknife_error(200, cause)
        assert one.jackknife_error(200, cause) == pytest.approx(error, abs=EPSILON)
    assert survival_quantile(one.curve()) == survival_quantile(two.curve())


@few
@given(tables)
def test_a_row_of_three_is_three_rows_of_one(table):
    single = [(*rest, 1) for *rest, count in table for _ in range(count)]
    one, two = with_both(spells_of(table)), with_both(spells_of(single))
    assert one.curve().survival.tolist() == two.curve().survival.tolist()
    assert one.jackknife_error(250, "a") == pytest.approx(two.jackknife_error(250, "a"))


@few
@given(tables, some.integers(0, 500))
def test_without_late_entry_the_jackknife_is_the_delta_method(table, day):
    spells = with_both(spells_of(table, from_start=True))
    for cause in ("a", "b"):
        delta = spells.curve().standard_error(day, cause)
        assert spells.jackknife_error(day, cause) == pytest.approx(delta, abs=EPSILON)


@few
@given(tables, some.integers(0, 500))
def test_the_jackknife_is_the_derivative_it_claims_to_be(table, day):
    spells = with_both(spells_of(table))
    # Counts a million times as large stand for weights, so that one more is a small step.
    many = 10**6
    base = Spells(spells.entries, spells.exits, spells.ends, spells.counts * many)
    squares = 0.0
    for row in range(len(table)):
        counts = base.counts.copy()
        counts[row] += many // 1000
        more = Spells(base.entries, base.exits, base.ends, counts)
        step = more.curve().incidence_at(day, "a") - base.curve().incidence_at(day, "a")
        squares += spells.counts[row] * (step * 1000) ** 2
    assert spells.jackknife_error(day, "a") == pytest.approx(squares**0.5, rel=5e-3, abs=1e-5)


@few
@given(tables, some.integers(0, 600))
def test_what_survives_and_what_ended_mirror_each_other(table, day):
    joined = [(entry, lasted, "end" if end else "", n) for entry, lasted, end, n in table]
    curve = Spells.of(*zip(*[(-1, e[1], e[2], e[3]) for e in joined], strict=True)).curve()
    if "end" not in curve.events:
        return
    ended, left = cumulative_incidence_at(curve, day, "end"), survival_until(curve, day)
    if ended.value is None:
        assert left.value is None
        return
    assert left.value == pytest.approx(1 - ended.value, abs=EPSILON)
    assert (left.lower, left.upper) == pytest.approx((1 - ended.upper, 1 - ended.lower), abs=1e-6)


@few
@given(tables, some.integers(1, 600))
def test_a_restricted_mean_lies_between_nothing_and_its_horizon(table, horizon):
    found = restricted_mean(spells_of(table, from_start=True).curve(), horizon)
    if found.value is not None:
        assert 0 <= found.lower <= found.value <= found.upper <= horizon


@few
@given(tables, some.integers(1, 600))
def test_without_loss_the_restricted_mean_is_the_plain_one(table, horizon):
    ended = [(-1, lasted, "a", count) for _, lasted, _, count in table]
    found = restricted_mean(Spells.of(*zip(*ended, strict=True)).curve(), horizon)
    days = np.repeat([lasted for _, lasted, *_ in table], [count for *_, count in table])
    assert found.value == pytest.approx(np.minimum(days, horizon).mean())


@few
@given(tables)
def test_a_pace_is_read_only_where_ten_were_at_risk(table):
    curve = spells_of(table).curve()
    found = current_pace(curve)
    if found.estimate.value is not None:
        curve = after(curve, found.lasted) if found.lasted else curve
        read = (curve.ended > 0) & (curve.days <= found.estimate.value)
        assert (curve.at_risk[read] >= 10).all()


@few
@given(tables, some.sampled_from([0.25, 0.5, 0.75]))
def test_a_quantile_with_other_ends_is_where_the_incidence_gets_there(table, share):
    curve = with_both(spells_of(table, from_start=True)).curve()
    found = incidence_quantile(curve, "a", share)
    if found.value is not None:
        assert curve.incidence_at(found.value, "a") >= share - 1e-7
        before = curve.days[curve.days < found.value]
        assert not before.size or curve.incidence_at(before[0] - 1, "a") < share
    else:
        assert curve.incidence_at(10**6, "a") < share
    known = [part for part in (found.lower, found.value, found.upper) if part is not None]
    assert known == sorted(known)


@few
@given(tables, some.booleans())
def test_errors_of_all_days_at_once_are_those_of_each_day(table, from_start):
    curve = with_both(spells_of(table, from_start)).curve()
    for cause in ("a", "b"):
        single = np.array([curve.standard_error(day, cause) for day in curve.days])
        assert curve.standard_errors(cause) ** 2 == pytest.approx(single**2, abs=1e-13)


person = some.tuples(some.integers(0, 300), some.lists(some.integers(0, 300), max_size=4))


@few
@given(some.lists(person, min_size=1, max_size=15), some.integers(0, 300))
def test_repeat_events_agree_with_adding_up_person_by_person(people, day):
    people = [(end, [event for event in events if event <= end]) for end, events in people]
    table = Recurrences.of(
        [(end, 1) for end, _ in people],
        [(event, end, 1) for end, events in people for event in events],
        [(one, two, 1) for _, events in people for one in events for two in events],
    )

    def at_risk(when):
        return sum(end >= when for end, _ in people)

    days = sorted({event for _, events in people for event in events if event <= day})
    jumps = {when: sum(events.count(when) for _, events in people) / at_risk(when) for when in days}
    assert table.mean_at(day) == pytest.approx(sum(jumps.values()))
    influence = [
        sum((events.count(when) - (end >= when) * jumps[when]) / at_risk(when) for when in days)
        for end, events in people
    ]
    wanted = sum(each**2 for each in influence) ** 0.5
    assert table.standard_error(day) == pytest.approx(wanted, abs=1e-7)
    found = mean_cumulative_at(table, day)
    assert (found.value is None) == (at_risk(day) == 0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Spells.of([3], [3], ["a"], [1]),
        lambda: Spells.of([-2], [3], ["a"], [1]),
        lambda: aalen_johansen([3], {"a": [1]}, [0], [1]),
        lambda: aalen_johansen([1, 3], {"a": [1, 0]}, [0, 1], [0, 2]),
        lambda: aalen_johansen([1], {"censored": [1]}, [0]),
        lambda: Recurrences.of([(5, 1)], [(6, 5, 1)], [(6, 6, 1)]),
        lambda: Recurrences.of([(5, 1)], [(4, 5, 1)], []),
        lambda: Recurrences.of([(-1, 1)], [], []),
    ],
)
def test_a_table_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        wrong()


@pytest.mark.filterwarnings("ignore::RuntimeWarning:statsmodels.*")
@pytest.mark.parametrize("seed", range(4))
def test_late_entry_agrees_with_statsmodels(seed):
    survival = pytest.importorskip("statsmodels.duration.survfunc")
    draw = np.random.default_rng(seed)
    entries = draw.integers(0, 30, 400)
    exits = entries + draw.integers(1, 60, 400)
    status = draw.integers(0, 2, 400)
    function = survival.SurvfuncRight(exits, status, entry=entries)
    curve = Spells.of(entries, exits, np.where(status, "a", ""), np.ones(400)).curve()
    found = [curve.survival_at(day) for day in function.surv_times]
    assert found == pytest.approx(function.surv_prob, abs=1e-12)
    at_risk = [curve.number_at_risk(day) for day in function.surv_times]
    assert at_risk == list(function.n_risk)
    rows = np.searchsorted(curve.days, function.surv_times)
    left = function.surv_prob > 0
    assert curve.survival_error()[rows][left] == pytest.approx(function.surv_prob_se[left])


@pytest.mark.filterwarnings("ignore::RuntimeWarning:statsmodels.*")
@pytest.mark.parametrize("seed", range(4))
def test_the_error_of_an_incidence_agrees_with_statsmodels(seed):
    survival = pytest.importorskip("statsmodels.duration.survfunc")
    draw = np.random.default_rng(seed)
    days, status = np.ceil(draw.exponential(20, 300)), draw.choice([0, 1, 2], 300)
    wanted = survival.CumIncidenceRight(days, status)
    curve = aalen_johansen(days, {"1": status == 1, "2": status == 2}, status == 0)
    for cause in (1, 2):
        errors = wanted.cinc_se[cause - 1]
        known = np.isfinite(errors)
        found = np.array([curve.standard_error(day, str(cause)) for day in wanted.times])
        assert found[known] == pytest.approx(errors[known], abs=1e-9)


@given(some.lists(tables, max_size=4))
def test_curves_of_many_groups_are_those_of_each_by_itself(groups):
    mine = [spells_of(table).curve() for table in groups]
    owner = np.concatenate([np.full(len(each.days), n) for n, each in enumerate(mine)] or [[]])
    days, censored, entered = (
        np.concatenate([getattr(each, name) for each in mine] or [[]])
        for name in ("days", "censored", "entered")
    )
    causes = {cause for each in mine for cause in each.events} or {"end"}
    events = {
        cause: np.concatenate(
            [each.events.get(cause, np.zeros(len(each.days))) for each in mine] or [[]]
        )
        for cause in sorted(causes)
    }
    found = aalen_johansen_by_group(
        owner.astype(np.int64), len(mine), days, events, censored, entered
    )
    for one, other in zip(found, mine, strict=True):
        for name in ("days", "at_risk", "censored", "entered", "survival"):
            assert getattr(one, name).tolist() == getattr(other, name).tolist()
        for cause in other.events:
            assert one.incidence[cause].tolist() == other.incidence[cause].tolist()
            assert one.events[cause].tolist() == other.events[cause].tolist()
