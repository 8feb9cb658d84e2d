"""Shares are bounds: what nobody can decide opens them, and is neither zero nor left out."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compliance.columns import CELL_KEY, SUMMARY_COLUMNS, SUMMARY_KEY
from compliance.summaries import STATES, summaries

OBLIGATIONS = [
    {
        "obligation_id": "palermo-5",
        "instrument": "palermo",
        "force": "shall",
        "themes": ("prosecution",),
    },
    {
        "obligation_id": "palermo-6",
        "instrument": "palermo",
        "force": "shall",
        "themes": ("compensation", "legal_aid"),
    },
    {
        "obligation_id": "palermo-7",
        "instrument": "palermo",
        "force": "shall_consider",
        "themes": ("compensation",),
    },
    {
        "obligation_id": "tvpa-1",
        "instrument": "tvpa",
        "force": "unilateral",
        "themes": ("prosecution",),
    },
]
WAYS = {
    "evidenced": ("met", "open"),
    "attested": ("met", "open"),
    "partly": ("short", "open"),
    "gap_found": ("short", "open"),
    "not_taken_up": ("short", "open"),
    "no_evidence": ("open",),
    "stale": ("open",),
    "disputed": ("open",),
    "not_applicable": ("out",),
    "not_known": ("out",),
}
"""State -> what a cell of it can count as."""

SOME = settings(max_examples=40, deadline=None)


def frame(*cells) -> pd.DataFrame:
    """Cells of (place, obligation, aspect, state, counts_as) or with newest and oldest behind."""
    columns = [*CELL_KEY, "state", "counts_as", "newest", "oldest"]
    return pd.DataFrame([(*cell, None, None)[:7] for cell in cells], columns=columns)


def row(found: pd.DataFrame, *key) -> pd.Series:
    is_it = (found[list(SUMMARY_KEY)] == list(key)).all(axis=1)
    assert is_it.sum() == 1
    return found[is_it].iloc[0]


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return summaries(
        frame(
            ("XAA", "palermo-5", "law", "evidenced", "met", date(2025, 1, 2), date(2024, 1, 1)),
            ("XAA", "palermo-5", "practice", "gap_found", "short", date(2023, 1, 1), None),
            ("XAA", "palermo-6", "law", "no_evidence", "open"),
            ("XAA", "palermo-6", "practice", "not_known", "out"),
            ("XAA", "palermo-7", "law", "not_taken_up", "short"),
            ("XAA", "tvpa-1", "law", "attested", "met"),
            ("XAB", "palermo-5", "law", "not_applicable", "out"),
        ),
        OBLIGATIONS,
    )


def test_the_columns_are_those_declared(found):
    assert list(found.columns) == list(SUMMARY_COLUMNS)
    assert not found.duplicated(list(SUMMARY_KEY)).any()


@pytest.mark.parametrize(
    ("key", "counts", "bounds"),
    [
        # The three binding cells that count: one met, one short, one that nobody can tell.
        (("XAA", "all", "all", "all", "binding"), (3, 1, 1, 1), (1 / 3, 2 / 3)),
        (("XAA", "all", "all", "law", "binding"), (2, 1, 0, 1), (1 / 2, 1)),
        (("XAA", "all", "all", "practice", "binding"), (1, 0, 1, 0), (0, 0)),
        (("XAA", "instrument", "palermo", "all", "binding"), (3, 1, 1, 1), (1 / 3, 2 / 3)),
        (("XAA", "theme", "prosecution", "all", "binding"), (2, 1, 1, 0), (1 / 2, 1 / 2)),
        # A duty of two themes stands in both. Nothing is known of it, so all is possible.
        (("XAA", "theme", "compensation", "all", "binding"), (1, 0, 0, 1), (0, 1)),
        (("XAA", "theme", "legal_aid", "all", "binding"), (1, 0, 0, 1), (0, 1)),
        # A soft duty of the same theme stands by itself, and so does the standard of one State.
        (("XAA", "theme", "compensation", "all", "soft"), (1, 0, 1, 0), (0, 0)),
        (("XAA", "theme", "prosecution", "all", "unilateral"), (1, 1, 0, 0), (1, 1)),
    ],
)
def test_counts_and_bounds(found, key, counts, bounds):
    told = row(found, *key)
    assert tuple(told[["applicable", "met", "short", "open"]]) == counts
    assert (told["share_lower"], told["share_upper"]) == pytest.approx(bounds)


def test_no_row_adds_up_force_groups(found):
    assert set(found["force_group"]) == {"binding", "soft", "unilateral"}


def test_a_place_to_which_nothing_applies_has_counts_and_no_share(found):
    told = row(found, "XAB", "all", "all", "all", "binding")
    assert (told["applicable"], told["not_applicable"]) == (0, 1)
    assert pd.isna(told["share_lower"]) and pd.isna(told["share_upper"])


def test_newest_and_oldest_are_of_all_its_cells(found):
    told = row(found, "XAA", "theme", "prosecution", "all", "binding")
    assert (told["newest"], told["oldest"]) == (date(2025, 1, 2), date(2024, 1, 1))
    assert row(found, "XAA", "theme", "legal_aid", "law", "binding")["newest"] is None


def test_a_cell_of_an_unknown_duty_is_an_error():
    with pytest.raises(ValueError, match="palermo-99"):
        summaries(frame(("XAA", "palermo-99", "law", "stale", "open")), OBLIGATIONS)


def test_nothing_gives_an_empty_table():
    found = summaries(frame(), OBLIGATIONS)
    assert len(found) == 0 and list(found.columns) == list(SUMMARY_COLUMNS)


@st.composite
def cells(draw) -> pd.DataFrame:
    places = [(place, each["obligation_id"], aspect)
              for place in ("XAA", "XAB") for each in OBLIGATIONS for aspect in ("law", "outcome")]  # fmt: skip
    rows = []
    for place in draw(st.lists(st.sampled_from(places), unique=True, min_size=1)):
        state = draw(st.sampled_from(STATES))
        rows.append((*place, state, draw(st.sampled_from(WAYS[state]))))
    return frame(*rows)


@SOME
@given(cells())
def test_counts_add_up_and_bounds_enclose(states):
    found = summaries(states, OBLIGATIONS)
    assert (found["met"] + found["short"] + found["open"] == found["applicable"]).all()
    outside = found["not_applicable"] + found["not_known"]
    assert (found[list(STATES)].sum(axis=1) == found["applicable"] + outside).all()
    told = found.dropna(subset=["share_lower"])
    assert len(told) == (found["applicable"] > 0).sum()
    assert (told["share_lower"] >= 0).all() and (told["share_upper"] <= 1).all()
    assert (told["share_lower"] <= told["share_upper"]).all()
    assert ((told["share_lower"] == told["share_upper"]) == (told["open"] == 0)).all()


@SOME
@given(cells())
def test_every_cell_stands_once_under_all_however_many_its_themes(states):
    found = summaries(states, OBLIGATIONS)
    whole = found[(found["dimension"] == "all") & (found["aspect"] == "all")]
    assert whole[list(STATES)].to_numpy().sum() == len(states)
    for state, count in Counter(states["state"]).items():
        assert whole[state].sum() == count
    by_instrument = found[(found["dimension"] == "instrument") & (found["aspect"] == "all")]
    assert by_instrument[list(STATES)].to_numpy().sum() == len(states)


@SOME
@given(cells(), st.sampled_from(["no_evidence", "stale", "disputed"]), st.integers(0, 15))
def test_losing_evidence_widens_a_share_on_the_side_it_spoke_for(states, state, place):
    at = place % len(states)
    before = states.iloc[at]
    assume(before["counts_as"] != "out")
    lost = states.copy()
    lost.loc[at, ["state", "counts_as"]] = [state, "open"]
    was, now = (
        summaries(each, OBLIGATIONS).set_index(list(SUMMARY_KEY)) for each in (states, lost)
    )
    assert was.index.equals(now.index) and was["applicable"].equals(now["applicable"])
    told = was["applicable"] > 0
    assert (now["share_lower"][told] <= was["share_lower"][told]).all()
    assert (now["share_upper"][told] >= was["share_upper"][told]).all()


@SOME
@given(cells())
def test_an_open_cell_more_never_raises_the_lower_bound_nor_lowers_the_upper(states):
    new = [("XAA", each["obligation_id"], "practice", "no_evidence", "open") for each in OBLIGATIONS]  # fmt: skip
    was = summaries(states, OBLIGATIONS).set_index(list(SUMMARY_KEY))
    now = summaries(pd.concat([states, frame(*new)]), OBLIGATIONS).set_index(list(SUMMARY_KEY))
    both = was.index[was["applicable"] > 0]
    assert (now["share_lower"][both] <= was["share_lower"][both]).all()
    assert (now["share_upper"][both] >= was["share_upper"][both]).all()
    assert row(now.reset_index(), "XAA", "all", "all", "practice", "soft")["no_evidence"] == 1


@SOME
@given(cells(), st.randoms(use_true_random=False))
def test_order_of_cells_does_not_matter(states, chance):
    order = list(range(len(states)))
    chance.shuffle(order)
    pd.testing.assert_frame_equal(
        summaries(states, OBLIGATIONS), summaries(states.iloc[order], OBLIGATIONS)
    )


def test_every_cell_of_the_world_is_summed():
    many = [
        {
            "obligation_id": f"duty-{number}",
            "instrument": f"instrument-{number % 15}",
            "force": ("shall", "may")[number % 2],
            "themes": (f"theme-{number % 14}", f"theme-{(number + 3) % 14}"),
        }
        for number in range(140)
    ]
    cells_of_the_world = pd.DataFrame(
        [
            (f"P{place}", each["obligation_id"], aspect, "no_evidence", "open", date(2024, 1, 1), date(2020, 1, 1))
            for place in range(200)
            for each in many
            for aspect in ("law", "practice")
        ],
        columns=[*CELL_KEY, "state", "counts_as", "newest", "oldest"],
    )  # fmt: skip
    assert len(cells_of_the_world) == 56_000
    found = summaries(cells_of_the_world, many)
    assert found["open"].max() == 140
