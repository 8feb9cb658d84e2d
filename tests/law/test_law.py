"""The curated law as it stands: shapes, dates, names, and that it bears on duties that exist."""

import re
import tomllib
from datetime import date

import pandas as pd
import pytest

from compliance import columns as released
from data.demo.truths import TRUTHS
from data.instruments import instruments, obligations
from data.law import (
    FOLDER,
    JUDGMENT_COLUMNS,
    LIFE_YEARS,
    PARTICIPATION_COLUMNS,
    PLAN_COLUMNS,
    STATUTE_COLUMNS,
    law,
    territories,
)
from data.schema import code_lists

WITHOUT_PARTIES = {"tvpa", "ilo_r203"}
"""A law of one State held against all, and a recommendation to all members: nobody joins either."""


@pytest.fixture(scope="module")
def known():
    return law()


@pytest.fixture(scope="module")
def places():
    return {place.code for place in TRUTHS.places}


def bound_on(known, day: date, instrument: str) -> set[str]:
    """Places with a record `in_force` that names no single duties and covers the day."""
    rows = known.parties[
        (known.parties["instrument"] == instrument) & (known.parties["event"] == "in_force")
    ]
    rows = rows[rows["obligation_ids"].isna()]
    return {
        row["jurisdiction"]
        for row in rows.to_dict("records")
        if (row["from_on"] or day) <= day <= (row["until_on"] or day)
    }


def test_frames_have_the_columns_that_a_release_publishes(known):
    assert (
        list(released.PARTICIPATION_COLUMNS) == list(PARTICIPATION_COLUMNS) == list(known.parties)
    )
    assert list(released.STATUTE_COLUMNS) == list(STATUTE_COLUMNS) == list(known.statutes)
    assert list(known.judgments) == list(JUDGMENT_COLUMNS)
    assert list(known.plans) == list(PLAN_COLUMNS)


def test_days_are_dates_and_nothing_is_stated_as_none(known):
    for frame in (known.parties, known.statutes, known.judgments, known.plans):
        for name in frame.columns:
            if name.endswith("_on") or name.startswith("valid_"):
                assert {type(value) for value in frame[name]} <= {date, type(None)}, name
            elif name != "number":
                assert not any(isinstance(value, float) for value in frame[name]), name


def test_every_instrument_that_places_join_has_parties(known):
    assert set(instruments()) - WITHOUT_PARTIES == set(known.parties["instrument"])


def test_every_place_of_the_demo_is_bound_or_free_and_has_a_statute(known, places):
    assert places <= set(known.parties["jurisdiction"])
    assert places <= set(known.statutes["jurisdiction"])


@pytest.mark.parametrize("event", list(code_lists()["participation_event"].codes))
def test_the_demo_shows_every_event(known, places, event):
    own = known.parties[known.parties["jurisdiction"].isin(places)]
    assert event in set(own["event"])


@pytest.mark.parametrize(
    ("instrument", "day", "number"),
    [
        ("coe", date(2024, 1, 1), 48),
        ("echr", date(2024, 1, 1), 46),
        ("echr", date(2022, 9, 15), 47),  # the day before Russia ceased to be a party
        ("actip", date(2024, 1, 1), 10),
        ("eu_trafficking", date(2024, 1, 1), 26),
        ("eu_trafficking", date(2020, 12, 31), 27),  # with the United Kingdom, without Denmark
        ("eu_trafficking", date(2013, 4, 5), 0),
        ("eu_eio", date(2024, 1, 1), 25),
        ("eu_residence", date(2006, 12, 31), 22),
        ("coe", date(2008, 1, 31), 0),
        ("coe", date(2008, 2, 1), 10),
        ("palermo", date(2003, 12, 24), 0),
        ("untoc", date(2003, 9, 28), 0),
    ],
)
def test_so_many_states_were_bound_on_a_day(known, places, instrument, day, number):
    undated = known.parties[
        (known.parties["instrument"] == instrument) & known.parties["from_on"].isna()
    ]
    real = bound_on(known, day, instrument) - places
    if number == 0:
        real -= set(undated["jurisdiction"])
    assert len(real) == number


@pytest.mark.parametrize(
    ("instrument", "least"), [("palermo", 178), ("untoc", 188), ("iccpr", 172)]
)
def test_nearly_every_party_of_the_world_wide_treaties_is_there(known, places, instrument, least):
    assert len(bound_on(known, date(2024, 1, 1), instrument) - places) >= least


def test_the_fortieth_ratification_brought_the_convention_into_force_for_forty_states(
    known, places
):
    # Article 38: 40 instruments by 1 July 2003; Serbia and Montenegro's is told under Serbia.
    first_day = bound_on(known, date(2003, 9, 29), "untoc") - places
    undated = {"MNE", "HKG", "MAC"}
    assert 40 <= len(first_day - undated) <= 48


def test_denmark_stands_outside_the_directive(known):
    rows = known.parties.query("jurisdiction == 'DNK' and instrument == 'eu_trafficking'")
    assert list(rows["event"]) == ["opt_out"]


def test_nobody_is_both_in_and_out_on_a_day(known):
    rows = known.parties[known.parties["obligation_ids"].isna()]
    broken = []
    for (place, instrument), own in rows.groupby(["jurisdiction", "instrument"]):
        bound = own[own["event"] == "in_force"].to_dict("records")
        free = own[own["event"] != "in_force"].to_dict("records")
        for yes in bound:
            for no in free:
                last = min(yes["until_on"] or date.max, no["until_on"] or date.max)
                first = max(yes["from_on"] or date.min, no["from_on"] or date.min)
                if first <= last:
                    broken.append((place, instrument, no["event"]))
    assert broken == []


def test_territories_are_not_told_by_a_list_of_states(known):
    listed = tomllib.loads((FOLDER / "territories.toml").read_text(encoding="utf-8"))["territories"]
    assert set(listed) <= set(code_lists()["country"].codes)
    told = known.parties.query("event == 'not_party' and instrument == 'echr'")
    assert not set(told["jurisdiction"]) & set(listed)


def test_territories_are_those_of_the_file_and_no_states():
    assert {"PRI", "HKG", "MAC", "ABW", "GUM"} <= territories()
    assert not territories() & {"FRA", "USA", "CHN", "TON", "PSE"}


@pytest.mark.parametrize("place", ["SLB", "VUT", "PNG", "SOM"])
def test_what_nobody_looked_up_is_not_said_to_be_no_party(known, place):
    told = known.parties[known.parties["jurisdiction"] == place]
    told = told[told["instrument"].isin(["palermo", "untoc"])]
    assert set(told["event"]) <= {"in_force"}


def test_statutes_have_every_element_once_and_numbers_only_where_numbers_belong(known):
    elements = list(code_lists()["statute_element"].codes)
    for statute, rows in known.statutes.groupby("statute_id"):
        assert list(rows["element"]) == elements, statute
    numbers = known.statutes[known.statutes["number"].notna()]
    assert set(numbers["element"]) <= {
        "maximum_penalty_years",
        "aggravated_maximum_years",
        "reflection_days",
    }
    assert set(numbers["covered"]) == {"yes"}
    assert numbers["number"].between(1, LIFE_YEARS).all()


def test_a_dozen_real_states_have_statutes(known, places):
    assert len(set(known.statutes["jurisdiction"]) - places) >= 12


def test_india_changed_its_law_on_the_first_of_july_2024(known):
    own = known.statutes.query("jurisdiction == 'IND' and element == 'acts'")
    valid = {
        day: [
            row["statute_id"]
            for row in own.to_dict("records")
            if row["valid_from"] <= day <= (row["valid_until"] or day)
        ]
        for day in (date(2024, 6, 30), date(2024, 7, 1))
    }
    assert valid == {date(2024, 6, 30): ["IND-ipc-370"], date(2024, 7, 1): ["IND-bns-143"]}


def test_elements_bear_on_duties_that_are_judged_by_law(known):
    rows = {row["obligation_id"]: row for row in obligations()}
    assert list(known.elements) == list(code_lists()["statute_element"].codes)
    named = {name for element in known.elements.values() for name in element["obligations"]}
    assert named <= rows.keys()
    if not all("aspects" in row for row in rows.values()):
        pytest.skip("the instruments do not say yet on which aspects their duties are judged")
    assert [name for name in sorted(named) if "law" not in rows[name]["aspects"]] == []


def test_new_methods_are_elements_of_the_same_name():
    assert code_lists()["new_method"].codes.keys() <= code_lists()["statute_element"].codes.keys()


def test_judgments_name_courts_and_numbers_and_nobody(known):
    title = re.compile(r"\bv\.?s?\.?\s|\bversus\b|\band others\b|\bapplicant\b", re.IGNORECASE)
    for path in (FOLDER / "judgments").glob("*.toml"):
        assert not title.search(path.read_text(encoding="utf-8")), path.name
    assert known.judgments["reference"].str.contains(r"\d").all()


def test_judgments_of_the_european_court_bear_on_its_own_convention(known):
    own = known.judgments[known.judgments["court"] == "European Court of Human Rights"]
    assert len(own) >= 12
    assert own["obligation_ids"].str.fullmatch(r"(echr-[0-9a-z-]+\n?)+").all()
    assert own[own["finding"] == "met"]["jurisdiction"].tolist() == ["AUT"]
    assert own["decided_on"].min() >= date(2005, 7, 26)


def test_plans_of_the_demo_run_ran_out_and_have_no_budget(known, places):
    own = known.plans[known.plans["jurisdiction"].isin(places)]
    assert {True, False, None} == set(own["has_budget"])
    ended = [day for day in own["until_on"] if day is not None and day < date(2025, 12, 31)]
    assert ended and places - set(own["jurisdiction"])


def test_what_was_read_says_where(known):
    for frame in (known.parties, known.statutes, known.judgments, known.plans):
        read = frame[frame["certainty"] != "unchecked"]
        assert read["link"].notna().all()
        assert frame["link"].dropna().str.startswith("https://").all()


def test_reading_twice_gives_the_same(known):
    again = law()
    pd.testing.assert_frame_equal(known.parties, again.parties)
    pd.testing.assert_frame_equal(known.statutes, again.statutes)
