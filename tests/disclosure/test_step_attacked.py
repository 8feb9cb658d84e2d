"""An attacker with a solver learns nothing useful about a hidden count, whatever the people are like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure.attacker import ranges, ranges_of_mix, unsafe
from tests.disclosure.people import MIX, count_people, count_people_over_years, mix_people
from tests.disclosure.telling import COUNTS, hide, told, unsafe_rows

PEOPLE = st.integers(1, 250)
SEEDS = st.integers(0, 10**6)
SKEWS = st.sampled_from([0.3, 1.0, 4.0])


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_one_horizon_is_protected(seed, people, skew):
    published = told(count_people(seed, people, skew=skew, horizons=(365,)))
    assert unsafe(ranges(published)).empty
    assert unsafe_rows(published) == []


@pytest.mark.long
@settings(max_examples=6, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_several_horizons_are_protected(seed, people, skew):
    assert unsafe(ranges(told(count_people(seed, people, skew=skew)))).empty


@settings(max_examples=6, deadline=None)
@given(seed=SEEDS, people=st.integers(1, 600), skew=SKEWS)
def test_years_of_a_block_are_protected_with_it(seed, people, skew):
    """A hidden year must not be the block minus the other years, at whatever horizon."""
    assert unsafe(ranges(told(count_people_over_years(seed, people, skew=skew)))).empty


@pytest.mark.long
@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, people=st.integers(1, 600), skew=SKEWS)
def test_members_of_a_mix_are_protected_over_members_and_years(seed, people, skew):
    assert unsafe(ranges_of_mix(told(mix_people(seed, people, skew=skew)))).empty


def test_a_hidden_year_alone_is_found():
    published = hide(count_people_over_years(7, 120, horizons=(365,)), 0)
    found = ranges(published)
    assert (found["highest"] - found["lowest"]).max() < 1e-6
    assert 0 in unsafe_rows(published)


def test_a_hidden_member_alone_is_found():
    published = mix_people(3, 2000, skew=50.0)
    assert unsafe_rows(published) == []
    hidden = hide(published, 0, only=("numerator",))
    assert set(unsafe(ranges_of_mix(hidden))["row"]) == {0}
    assert 0 in unsafe_rows(hidden)
    assert MIX in set(published["metric_id"])


@pytest.mark.long
@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_no_small_count_stays_visible(seed, people, skew):
    published = told(count_people(seed, people, skew=skew))
    rest = published["denominator"] - published["numerator"]
    for counts in (published["numerator"], published["denominator"], rest):
        assert not counts.between(1, 9).any()
    added = published.sort_values("horizon_days").groupby(["breakdown", "category"])["numerator"]
    assert not added.diff().between(1, 9).any()


@pytest.mark.long
@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, people=st.integers(1, 5000), skew=SKEWS)
def test_what_is_shown_is_true(seed, people, skew):
    """Protection takes counts away; it never changes one."""
    before = count_people(seed, people, skew=skew)
    published = told(before)
    for name in COUNTS:
        shown = published[name].notna()
        assert (published.loc[shown, name] == before.loc[published.index[shown], name]).all()


def test_the_attacker_bites():
    """Without partners, a hidden category is its total minus the rest: the attack must find it."""
    published = count_people(7, 120, horizons=(365,))
    lone = published.index[(published.breakdown == "sex") & (published.category == "male")]
    published = hide(published, *lone)
    found = ranges(published)
    assert (found["highest"] - found["lowest"]).max() == pytest.approx(0)
    assert set(lone) <= set(unsafe_rows(published))
