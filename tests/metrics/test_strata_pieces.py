"""Pieces of a case mix hold everybody, and nobody in small numbers."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.comparing.cells_of_people import are_fit
from metrics.comparing.mixed_sets import has_small_mix
from metrics.comparing.safe_strata import REST, crossed_strata, safe_strata, together


def is_fit(counts) -> bool:
    return are_fit(counts, 10)


def shares(counted: dict) -> dict:
    """Part and whole at one horizon, by label."""
    return {
        label if isinstance(label, tuple) else (label,): np.array([numbers], float)
        for label, numbers in counted.items()
    }


def test_a_count_its_rest_and_what_lies_between_horizons_are_people():
    assert are_fit(np.array([[10.0, 20]]), 10) and are_fit(np.array([[0.0, 20]]), 10)
    assert not are_fit(np.array([[9.0, 40]]), 10)
    assert not are_fit(np.array([[31.0, 40]]), 10)
    assert are_fit(np.array([[10.0, 40], [20, 40]]), 10)
    # Five more within the second year, or five lost in it, are five people.
    assert not are_fit(np.array([[10.0, 40], [15, 40]]), 10)
    assert not are_fit(np.array([[10.0, 45], [20, 40]]), 10)


def test_strata_that_are_not_fit_are_put_together_until_they_are():
    strata = shares({"a": (12, 42), "b": (4, 34), "c": (7, 7), "d": (20, 70)})
    pieces = safe_strata(strata, is_fit)
    assert {label[0]: piece[0] for label, piece in pieces.items()} == {
        "a": "a",
        "b": REST,
        "c": REST,
        "d": "d",
    }
    # 4 and 3 are too few together as well, so the smallest of the others joins them.
    pieces = safe_strata(shares({"a": (12, 42), "b": (4, 34), "c": (3, 3), "d": (20, 70)}), is_fit)
    assert [piece[0] for piece in pieces.values()] == [REST, REST, REST, "d"]
    assert safe_strata(shares({"a": (1, 31)}), is_fit) == {}


def test_in_two_columns_every_crossing_is_fit():
    strata = shares(
        {
            ("labour", "adult"): (40, 90),
            ("labour", "child"): (12, 30),
            ("sexual", "adult"): (50, 90),
            ("sexual", "child"): (15, 40),
            ("begging", "adult"): (30, 60),
            ("begging", "child"): (3, 12),
            ("other", "adult"): (11, 30),
            ("other", "child"): (9, 20),
        }
    )
    pieces = crossed_strata(strata, is_fit)
    assert set(pieces.values()) == {
        (form, age) for form in ("labour", "sexual", REST) for age in ("adult", "child")
    }


LABELS = st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"))
COUNTS = st.lists(st.integers(0, 60), min_size=4, max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(LABELS, COUNTS, min_size=1))
def test_pieces_leave_nobody_out_and_have_no_small_cell(counted):
    strata = {
        label: np.array([[a, a + b + c], [a + b, a + b + c]], float)
        for label, (a, b, c, _) in counted.items()
    }
    for pieces in (safe_strata(strata, is_fit), crossed_strata(strata, is_fit)):
        told = together(strata, pieces) if pieces else {}
        assert all(map(is_fit, told.values()))
        if pieces:
            assert np.array_equal(sum(told.values()), sum(strata.values()))


def test_people_of_one_group_early_and_of_others_late_are_a_set_that_can_be_counted():
    # Rows are groups, columns are early and late.
    wide = np.array([[40.0, 40], [40, 40]])
    assert not has_small_mix([wide, wide], 10)
    # Women early here (3) and men late there (4): seven people.
    here, there = np.array([[3.0, 40], [40, 40]]), np.array([[40.0, 40], [40, 4]])
    assert has_small_mix([here, there], 10)
    # Nobody in either is news as well.
    here, there = np.array([[0.0, 40], [40, 40]]), np.array([[40.0, 40], [40, 0]])
    assert has_small_mix([here, there], 10)
    assert not has_small_mix([here, wide], 10)
