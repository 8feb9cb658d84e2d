"""Random pairs of releases: no difference of 1 to 9 is ever told, and the last look bites."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.succession.checking import check_succession
from disclosure.succession.comparing import compare
from disclosure.succession.holding import hold
from disclosure.succession.opened import opened
from metrics.result import KEY, RESULT_COLUMNS
from tests.disclosure.succession.two_releases import (
    KINDS,
    YEARS,
    blocked,
    count,
    groups_of,
    later,
    release,
    suppressed,
)

SEXES = ("female", "male", "unknown")
PLACES = [(year, sex) for year in YEARS for sex in SEXES]
people = st.integers(0, 60)
arrivals = st.one_of(st.just(0), st.integers(-6, 6), st.integers(-40, 40))
worlds = st.tuples(
    st.lists(st.tuples(people, people), min_size=9, max_size=9),
    st.lists(st.tuples(arrivals, arrivals), min_size=9, max_size=9),
    st.sampled_from([1.0, 1.0, 0.3, 0.0]),
)


def cells_of(counts: list) -> dict:
    """Those not counted above the line, and those counted, put together by year and sex."""
    return {
        place: (left + above, above) for place, (left, above) in zip(PLACES, counts, strict=True)
    }


def grown(counts: list, moves: list, share: float) -> list:
    return [
        tuple(max(0, n + round(move * share)) for n, move in zip(two, more, strict=True))
        for two, more in zip(counts, moves, strict=True)
    ]


def published(rows: pd.DataFrame, told: pd.DataFrame | None = None) -> pd.DataFrame:
    """Small counts are hidden, and what the release before forbids; no arithmetic between rows."""
    above, below = rows["numerator"], rows["denominator"]
    hide_above = above.between(1, 9) | (below - above).between(1, 9)
    hide_below = below.between(1, 9)
    if told is not None:
        told = told.reindex(rows.index, fill_value=False)
        hide_above |= told["numerator_few"] | told["numerator_hidden_before"]
        hide_below |= told["denominator_few"] | told["denominator_hidden_before"]
    return suppressed(rows, hide_above, hide_below)


def differences(new: pd.DataFrame, old: pd.DataFrame) -> list[float]:
    """Every difference that subtraction finds, worked out apart from the code under test."""
    known = {tuple(map(str, row[list(KEY)])): row for _, row in old.iterrows()}
    found = []
    for _, row in new.iterrows():
        before = known.get(tuple(map(str, row[list(KEY)])))
        if before is not None:
            for told in (
                lambda r: r["numerator"],
                lambda r: r["denominator"],
                lambda r: r["denominator"] - r["numerator"],
            ):
                found.append(abs(told(row) - told(before)))
    return [difference for difference in found if 0 < difference < 10]


@pytest.mark.long
@settings(max_examples=10, deadline=None)
@given(worlds)
def test_no_few_people_are_ever_the_difference(world):
    counts, moves, share = world
    old = published(release(*blocked(cells_of(counts))))
    new = later(*blocked(cells_of(grown(counts, moves, share))))
    result = hold(new, old, groups_of(new), KINDS)
    fresh = result.rows[~result.held]
    told = published(fresh, compare(fresh, old, KINDS))
    whole = pd.concat([told, result.rows[result.held]])
    assert differences(whole, old) == []
    # Years and blocks are protected together elsewhere; here each number is hidden by itself.
    problems = check_succession(whole, old, KINDS)
    assert [problem for problem in problems if "beside their parts" not in problem] == []
    columns = list(RESULT_COLUMNS)
    stands = result.rows.loc[result.held, columns].astype(object)
    before = old[columns].astype(object)
    keys = list(KEY)
    both = stands.merge(before, on=keys, how="left", suffixes=("", "_before"), indicator=True)
    assert both["_merge"].eq("both").all()
    for name in set(columns) - set(keys):
        same = both[name].eq(both[f"{name}_before"])
        assert (same | (both[name].isna() & both[f"{name}_before"].isna())).all(), name


@settings(max_examples=10, deadline=None)
@given(worlds)
def test_the_last_look_finds_what_subtraction_finds(world):
    counts, moves, share = world
    old = published(release(*blocked(cells_of(counts))))
    new = published(later(*blocked(cells_of(grown(counts, moves, share)))))
    problems = check_succession(new, old, KINDS)
    few = [problem for problem in problems if "differ by fewer" in problem]
    assert bool(few) == bool(differences(new, old))


def test_the_last_look_names_metric_and_breakdown_and_no_value():
    (problem,) = check_succession(later(count(below=104, above=44)), release(count()), KINDS)[:1]
    assert problem == (
        "1 counts of cohort_conviction by total above the line differ by fewer than 10 from those in the release before"
    )


def test_the_last_look_finds_what_was_hidden_and_is_shown():
    old = release(count())
    old = suppressed(old, above=old["numerator"] > 0, below=old["denominator"] < 0)
    (problem,) = check_succession(later(count()), old, KINDS)
    assert "are shown that were hidden in the release before" in problem


def test_the_last_look_passes_facts_of_open_court():
    new = later(count(below=104, above=44, public_fact=True))
    assert check_succession(new, release(count()), KINDS) == []


def declared(**sets: str) -> pd.DataFrame:
    """Counted sets: metric -> name of the set of those it counts above the line."""
    rows = [
        {"metric_id": name, "measure": measure, "set_id": set_id}
        for name, above in sets.items()
        for measure, set_id in (("numerator", above), ("denominator", f"all of {name}"))
    ]
    shared = {"scope": "trafficking", "horizon_days": count()["horizon_days"], "category": None}
    return pd.DataFrame(rows).assign(**shared, counts_people=True, is_declared=True)


def opened_beside(public_fact: bool, set_of_other: str) -> list[list[bool]]:
    """What is open of a count of 3 that another metric tells as well, by which name of its set."""
    rows = release(count(above=3), count(metric_id="fines", above=3, public_fact=public_fact))
    published = {
        "results": rows,
        "counted_sets": declared(cohort_conviction="convicted", fines=set_of_other),
        "definitions": pd.DataFrame(
            {"metric_id": list(KINDS), "kind": list(KINDS.values()), "population": "persons"}
        ),
    }
    return opened(published).to_numpy().tolist()


def test_a_count_that_open_court_tells_elsewhere_is_open():
    assert opened_beside(True, "convicted") == [[True, False], [True, True]]
    assert opened_beside(False, "convicted") == [[False, False], [False, False]]
    assert opened_beside(True, "fined") == [[False, False], [True, True]]


def test_the_last_look_passes_what_open_court_tells_elsewhere():
    new, old = later(count(below=100, above=44)), release(count())
    assert check_succession(new, old, KINDS)
    told = pd.DataFrame({"numerator": [True], "denominator": [False]}, index=new.index)
    assert check_succession(new, old, KINDS, told) == []
    assert check_succession(new, old, KINDS, ~told)
