"""An attacker with a solver learns nothing useful about a hidden count, whatever the people are like."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.check import unsafe_rows
from disclosure.policy import threshold
from disclosure.protect import protect
from disclosure.step import disclose
from tests.disclosure.attacker import ranges, ranges_of_mix
from tests.disclosure.people import count_people, count_people_over_years, mix_people

KINDS = {"cohort_conviction": "time_to_event", "referral_sources": "mix"}
PEOPLE = st.integers(1, 250)
SEEDS = st.integers(0, 10**6)
SKEWS = st.sampled_from([0.3, 1.0, 4.0])


def narrow(published):
    """Hidden counts that the attacker knows to within fewer values than the policy promises."""
    found = ranges(published)
    wide = found["highest"] - found["lowest"] >= threshold("protection_width") - 1e-6
    is_zero = found["highest"] < 1e-6
    rows = published.reset_index(drop=True)
    named = list(zip(rows["period_end"], rows["breakdown"], rows["category"], strict=True))
    entrants = {named[i] for i in rows.index[rows["denominator"].notna()]}
    # Who entered is the same at every horizon: shown at one of them, it is no secret at the others.
    is_known = [
        measure == "denominator" and named[i] in entrants
        for i, measure in zip(found["row"], found["measure"], strict=True)
    ]
    return found[~wide & ~is_zero & ~np.array(is_known, dtype=bool)]


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_one_horizon_is_protected_by_the_protector_alone(seed, people, skew):
    published = protect(count_people(seed, people, skew=skew, horizons=(365,)), KINDS)
    assert narrow(published).empty
    assert unsafe_rows(published, KINDS) == []


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_several_horizons_are_protected_by_the_whole_step(seed, people, skew):
    published = disclose(count_people(seed, people, skew=skew), KINDS)
    assert narrow(published).empty


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_years_of_a_block_are_protected_with_it(seed, people, skew):
    """A hidden year must not be the block minus the other years, at whatever horizon."""
    published = disclose(count_people_over_years(seed, people, skew=skew), KINDS)
    assert narrow(published).empty


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, people=st.integers(1, 600), skew=SKEWS)
def test_members_of_a_mix_are_protected_over_members_and_years(seed, people, skew):
    published = disclose(mix_people(seed, people, skew=skew), KINDS)
    found = ranges_of_mix(published)
    wide = found["highest"] - found["lowest"] >= threshold("protection_width") - 1e-6
    assert (wide | (found["highest"] < 1e-6)).all()


def test_a_hidden_year_alone_is_found():
    published = count_people_over_years(7, 120, horizons=(365,))
    published.loc[0, ["numerator", "denominator", "value"]] = None
    published.loc[0, ["status", "blank"]] = "suppressed"
    assert ranges(published)[["lowest", "highest"]].diff(axis=1)["highest"].max() < 1e-6
    assert 0 in unsafe_rows(published, KINDS)


def test_a_hidden_member_alone_is_found():
    published = mix_people(3, 2000, skew=50.0)
    assert unsafe_rows(published, KINDS) == []
    published.loc[0, ["numerator", "denominator", "value"]] = None
    published.loc[0, ["status", "blank"]] = "suppressed"
    assert unsafe_rows(published, KINDS) == [0]


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, people=PEOPLE, skew=SKEWS)
def test_no_small_count_stays_visible(seed, people, skew):
    published = disclose(count_people(seed, people, skew=skew), KINDS)
    rest = published["denominator"] - published["numerator"]
    for counts in (published["numerator"], published["denominator"], rest):
        assert not counts.between(1, 9).any()
    added = published.sort_values("horizon_days").groupby(["breakdown", "category"])["numerator"]
    assert not added.diff().between(1, 9).any()


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, people=st.integers(1, 5000), skew=SKEWS)
def test_what_is_shown_is_true(seed, people, skew):
    """Protection takes numbers away; it never changes one."""
    before = count_people(seed, people, skew=skew)
    published = disclose(before, KINDS)
    for name in ("numerator", "denominator", "value"):
        shown = published[name].notna()
        assert (published.loc[shown, name] == before.loc[shown, name]).all()


def test_the_attacker_bites():
    """Without partners, a hidden category is its total minus the rest: the attack must find it."""
    published = count_people(7, 120, horizons=(365,))
    lone = published.index[(published.breakdown == "sex") & (published.category == "male")]
    for name in ("numerator", "denominator", "value"):
        published.loc[lone, name] = None
    published.loc[lone, ["status", "blank"]] = "suppressed"
    found = ranges(published)
    assert (found["highest"] - found["lowest"]).max() == pytest.approx(0)
    assert set(lone) <= set(unsafe_rows(published, KINDS))
