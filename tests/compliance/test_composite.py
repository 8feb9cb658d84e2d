"""What a score would have said, by arithmetic of its own, and that its ranks move."""

import numpy as np
import pandas as pd
import pytest

from compliance.columns import COMPOSITE_COLUMNS
from compliance.composite import composite

THEMES = ("prosecution", "compensation")
EACH = 4
"""Duties a theme."""
OBLIGATIONS = [
    {"obligation_id": f"{theme}-{number}", "instrument": "palermo", "force": force, "themes": (theme,)}
    for theme in THEMES
    for force, numbers in (("shall", range(EACH)), ("may", range(EACH, 2 * EACH)))
    for number in numbers
]  # fmt: skip


def place(name: str, first: int = 0, force: str = "shall", **counted: tuple[int, int]) -> list:
    """Cells of one place: theme -> how many of its duties are met, and how many open; the rest is short."""
    rows = []
    for theme, (met, opened) in counted.items():
        for number in range(EACH):
            counts_as = "met" if number < met else "open" if number < met + opened else "short"
            state = {"met": "attested", "open": "no_evidence", "short": "gap_found"}[counts_as]
            rows.append((name, f"{theme}-{first + number}", "law", state, counts_as, None, None))
    return rows


def ranked(*places, **options) -> pd.DataFrame:
    columns = ["jurisdiction", "obligation_id", "aspect", "state", "counts_as", "newest", "oldest"]
    states = pd.DataFrame([row for rows in places for row in rows], columns=columns)
    return composite(states, OBLIGATIONS, **options)


def of(found: pd.DataFrame, name: str) -> pd.Series:
    return found.set_index("jurisdiction").loc[name]


KNOWN = (
    place("XAA", prosecution=(4, 0), compensation=(1, 0)),
    place("XAB", prosecution=(2, 0), compensation=(2, 0)),
    place("XAC", prosecution=(0, 0), compensation=(3, 0)),
)


def test_means_by_hand():
    """Of 4: prosecution 4, 2, 0 and compensation 1, 2, 3 are best, half way and worst of 0.01 to 1."""
    found = ranked(*KNOWN)
    best, half, worst = 1, 0.01 + 0.99 / 2, 0.01
    for name, first, second in (("XAA", best, worst), ("XAB", half, half), ("XAC", worst, best)):
        assert of(found, name)["arithmetic"] == pytest.approx((first + second) / 2)
        assert of(found, name)["geometric"] == pytest.approx((first * second) ** 0.5)
    assert set(found["places"]) == {3} and set(found["draws"]) == {2000}


def test_half_of_what_is_open_is_taken_as_met():
    found = ranked(
        place("XAA", prosecution=(4, 0)),
        place("XAB", prosecution=(1, 2)),
        place("XAC", prosecution=(0, 0)),
    )
    assert of(found, "XAB")["arithmetic"] == pytest.approx(0.01 + 0.99 * (1 + 2 / 2) / 4)


def test_weights_alone_turn_the_order_round():
    """XAA leads wherever prosecution weighs more than half, which is half of all draws; XAC elsewhere; XAB never."""
    found = ranked(*KNOWN)
    for name in ("XAA", "XAC"):
        assert tuple(of(found, name)[["lowest_rank", "highest_rank"]]) == (1, 3)
    assert tuple(of(found, "XAB")[["lowest_rank", "highest_rank"]]) == (2, 2)


def test_a_place_best_at_everything_stays_first():
    found = ranked(
        place("XAA", prosecution=(4, 0), compensation=(4, 0)),
        place("XAB", prosecution=(2, 0), compensation=(2, 0)),
        place("XAC", prosecution=(0, 0), compensation=(0, 0)),
    )
    assert list(found["lowest_rank"]) == list(found["highest_rank"]) == [1, 2, 3]


@pytest.mark.parametrize(
    ("opened", "ranks"),
    [
        # Of 4 from 0 to 4, against 2 and 1 of the others: anywhere between.
        (4, (1, 3)),
        # From 0 to 1, against 1: below it in all draws, as the end itself is never reached.
        (1, (3, 3)),
    ],
)
def test_what_is_open_moves_a_place_as_far_as_it_could(opened, ranks):
    found = ranked(
        place("XAA", prosecution=(0, opened)),
        place("XAB", prosecution=(2, 0)),
        place("XAC", prosecution=(1, 0)),
    )
    assert tuple(of(found, "XAA")[["lowest_rank", "highest_rank"]]) == ranks


def test_a_rank_outside_the_central_draws_is_left_out():
    """Open from 0 to 100, a place passes the one at 97 in 3 % of draws, and the one at 90 in 10 %."""
    many = [
        {
            "obligation_id": f"duty-{number}",
            "instrument": "palermo",
            "force": "shall",
            "themes": ("data",),
        }
        for number in range(100)
    ]

    def told(name: str, met: int, opened: int) -> list:
        counts = ["met"] * met + ["open"] * opened + ["short"] * (100 - met - opened)
        return [
            (name, f"duty-{n}", "law", "stale", each, None, None) for n, each in enumerate(counts)
        ]

    columns = ["jurisdiction", "obligation_id", "aspect", "state", "counts_as", "newest", "oldest"]
    for passed, best in ((97, 2), (90, 1)):
        rows = told("XAA", 0, 100) + told("XAB", passed, 0) + told("XAC", 0, 0)
        found = composite(pd.DataFrame(rows, columns=columns), many)
        assert of(found, "XAA")["lowest_rank"] == best


def test_places_that_tie_take_every_rank_they_share():
    same = {"prosecution": (2, 0), "compensation": (1, 0)}
    found = ranked(*(place(name, **same) for name in ("XAA", "XAB", "XAC", "XAD")))
    assert set(found["lowest_rank"]) == {1} and set(found["highest_rank"]) == {4}


def test_thirds_that_differ_in_the_last_digit_are_ties():
    """1 of 3 and what is half of the rest is 2 of 3, in binary only nearly."""
    trio = [each for each in OBLIGATIONS if each["obligation_id"][-1] in "012"]
    columns = ["jurisdiction", "obligation_id", "aspect", "state", "counts_as", "newest", "oldest"]

    def three(name, *counts):
        return [
            (name, f"prosecution-{n}", "law", "stale", each, None, None)
            for n, each in enumerate(counts)
        ]

    rows = (
        three("XAA", "met", "open", "open")
        + three("XAB", "met", "met", "short")
        + three("XAC", "met", "met", "short")
    )
    found = composite(pd.DataFrame(rows, columns=columns), trio)
    assert len(set(found["arithmetic"])) == 1


def test_a_theme_without_duties_for_a_place_is_weighed_as_the_rest_of_its_own():
    found = ranked(
        place("XAA", prosecution=(4, 0)),
        place("XAB", prosecution=(0, 0), compensation=(4, 0)),
        place("XAC", prosecution=(0, 0), compensation=(0, 0)),
    )
    assert of(found, "XAA")["arithmetic"] == 1
    assert of(found, "XAB")["arithmetic"] == pytest.approx((0.01 + 1) / 2)


def test_soft_duties_and_places_without_duties_are_not_ranked():
    soft = place("XAC", first=EACH, prosecution=(0, 0), compensation=(0, 0))
    found = ranked(*KNOWN, soft, place("XAD", first=EACH, prosecution=(4, 0)))
    pd.testing.assert_frame_equal(found, ranked(*KNOWN))


def test_fewer_than_three_places_make_no_ranking():
    found = ranked(*KNOWN[:2])
    assert len(found) == 0 and list(found.columns) == list(COMPOSITE_COLUMNS)
    assert len(ranked()) == 0


def test_the_same_draws_every_time_and_in_any_order():
    pd.testing.assert_frame_equal(ranked(*KNOWN), ranked(*KNOWN[::-1]))
    opened = [place(f"P{n:02}", prosecution=(n % 4, 1), compensation=(n % 3, 2)) for n in range(20)]
    one, same, other = (
        ranked(*each, **seed) for each, seed in ((opened, {}), (opened[::-1], {}), (opened, {"seed": 5}))
    )  # fmt: skip
    pd.testing.assert_frame_equal(one, same)
    assert one["arithmetic"].equals(other["arithmetic"])


def test_places_nobody_knows_anything_about_are_ranked_nowhere():
    found = ranked(*(place(f"P{n:03}", prosecution=(0, 4), compensation=(0, 4)) for n in range(60)))
    width = (found["highest_rank"] - found["lowest_rank"]).to_numpy(float)
    # Where every order is alike likely, the central 90 % of 60 ranks are 54 wide.
    assert np.abs(width - 54).max() <= 4
