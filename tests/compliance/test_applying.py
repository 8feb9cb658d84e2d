"""Which duties bind which place: cases a reader can check, one a line, and what must hold for all of them."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.applying import applicability
from compliance.columns import PARTICIPATION_COLUMNS
from tests.compliance.making import PLACES, duty

DAY = date(2025, 12, 31)


def record(event: str, from_on=None, until_on=None, ids=None, place="XAA") -> dict:
    return {
        "jurisdiction": place,
        "instrument": "pact",
        "event": event,
        "obligation_ids": ids,
        "from_on": from_on and date.fromisoformat(from_on),
        "until_on": until_on and date.fromisoformat(until_on),
    }


def answers(records, duties=None, places=PLACES, day=DAY) -> dict[tuple[str, str], tuple[str, str]]:
    frame = pd.DataFrame(records, columns=list(PARTICIPATION_COLUMNS), dtype=object)
    found = applicability(duties or [duty()], frame, pd.DataFrame(places), day)
    return {
        (place, duty_id): (applies, because)
        for place, duty_id, applies, because in found.itertuples(index=False, name=None)
    }


def answer(*records, day=DAY, place="XAA", **of_duty) -> tuple[str, str]:
    return answers(records, [duty(**of_duty)], day=day)[place, "pact-1-1"]


CASES = {
    "a party": ([record("in_force", "2010-05-01")], "yes", "In force since 1 May 2010."),
    "a party, day not stated": ([record("in_force")], "yes", "In force."),
    "nothing recorded": ([], "not_known", "No record says whether it is in force here."),
    "signed only": (
        [record("signed", "2010-05-01")], "no", "Signed on 1 May 2010, but not in force.",
    ),
    "signed, then in force": (
        [record("signed", "2005-05-16"), record("in_force", "2008-02-01")],
        "yes", "In force since 1 February 2008.",
    ),
    "never joined": ([record("not_party")], "no", "Not a party."),
    "not a party until it joined": (
        [record("not_party", None, "2009-12-31"), record("in_force", "2010-01-01")],
        "yes", "In force since 1 January 2010.",
    ),
    "joins later": (
        [record("in_force", "2027-01-01")], "no", "Not in force before 1 January 2027.",
    ),
    # Denmark takes no part in Directive 2011/36/EU.
    "Denmark's opt-out": (
        [record("opt_out", "2011-04-15")], "no", "Opted out since 15 April 2011.",
    ),
    "an opt-out beside membership": (
        [record("in_force", "2011-04-15"), record("opt_out", "2011-04-15")],
        "no", "Opted out since 15 April 2011.",
    ),
    "an opt-out given up": (
        [record("in_force", "2011-04-15"), record("opt_out", "2011-04-15", "2019-12-31")],
        "yes", "In force since 15 April 2011.",
    ),
    # The United Kingdom left the Union; the directive bound it to the end of the transition.
    "the United Kingdom, record ended": (
        [record("in_force", "2011-10-18", "2020-12-31")], "no", "Was in force until 31 December 2020.",
    ),
    "the United Kingdom, then no member": (
        [record("in_force", "2011-10-18", "2020-12-31"), record("not_party", "2021-01-01")],
        "no", "Not a party since 1 January 2021.",
    ),
    "denounced": (
        [record("in_force", "2000-01-01"), record("denounced", "2022-09-16")],
        "no", "Denounced with effect from 16 September 2022.",
    ),
    "denounced, later joined again": (
        [record("in_force", "2000-01-01"), record("denounced", "2012-01-01"), record("in_force", "2015-03-01")],
        "yes", "In force since 1 March 2015.",
    ),
    "denounced, not yet in effect": (
        [record("in_force", "2000-01-01"), record("denounced", "2026-06-01")],
        "yes", "In force since 1 January 2000.",
    ),
    "a reservation that names the duty": (
        [record("in_force", "2010-05-01"), record("reservation", "2010-05-01", None, "pact-1-1\npact-2-1")],
        "no", "Reserved since 1 May 2010.",
    ),
    "a reservation that names nothing frees from nothing": (
        [record("in_force", "2010-05-01"), record("reservation", "2010-05-01")],
        "yes", "In force since 1 May 2010.",
    ),
    "a reservation that names another duty": (
        [record("in_force", "2010-05-01"), record("reservation", "2010-05-01", None, "pact-2-1")],
        "yes", "In force since 1 May 2010.",
    ),
    "an amendment that holds later": (
        [record("in_force", "2010-05-01"), record("in_force", "2026-07-15", None, "pact-1-1")],
        "no", "Not in force before 15 July 2026.",
    ),
    "an amendment of another duty": (
        [record("in_force", "2010-05-01"), record("in_force", "2026-07-15", None, "pact-2-1")],
        "yes", "In force since 1 May 2010.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_record_decides(case):
    records, applies, because = CASES[case]
    assert answer(*records) == (applies, because)


def test_the_day_decides():
    records = [record("in_force", "2011-10-18", "2020-12-31")]
    assert answer(*records, day=date(2011, 10, 17))[0] == "no"
    assert answer(*records, day=date(2011, 10, 18))[0] == "yes"
    assert answer(*records, day=date(2020, 12, 31))[0] == "yes"
    assert answer(*records, day=date(2021, 1, 1))[0] == "no"


def test_a_part_takes_the_records_of_its_state_unless_it_has_its_own():
    of_state = record("in_force", "2010-05-01")
    assert answer(of_state, place="XAA-N") == ("yes", "As part of XAA: in force since 1 May 2010.")
    own = record("not_party", place="XAA-N")
    assert answer(of_state, own, place="XAA-N") == ("no", "Not a party.")


def test_parts_of_each_other_do_not_go_round_for_ever():
    places = [
        {"jurisdiction": "XAA", "parent": "XAB", "kind": "part"},
        {"jurisdiction": "XAB", "parent": "XAA", "kind": "part"},
    ]
    assert answers([], places=places)["XAA", "pact-1-1"][0] == "not_known"


def test_a_group_of_states_is_bound_by_nothing():
    found = answers([record("in_force", "2010-05-01", place="QUN-X")])
    assert {place for place, _ in found} == {"XAA", "XAA-N"}


def test_a_unilateral_standard_is_held_to_everybody_and_says_so():
    applies, because = answer(force="unilateral")
    assert applies == "yes"
    assert "A law of one State" in because


@pytest.mark.parametrize("place", ["PRI", "HKG", "ABW"])
def test_of_a_territory_nobody_knows_whether_the_standard_judges_it_apart(place):
    """It judges States, and some territories, but not each of them, by themselves."""
    places = [{"jurisdiction": each, "parent": None, "kind": "state"} for each in (place, "FRA")]
    found = answers([], [duty(force="unilateral")], places=places)
    assert found["FRA", "pact-1-1"][0] == "yes"
    applies, because = found[place, "pact-1-1"]
    assert applies == "not_known"
    assert "this territory" in because


def test_guidance_is_open_to_all_but_follows_records_where_there_are_some():
    assert answer(force="recommended") == ("yes", "Guidance, which any State may follow.")
    assert answer(record("not_party"), force="recommended")[0] == "no"


@settings(deadline=None)
@given(
    st.permutations(
        CASES["denounced, later joined again"][0]
        + CASES["a reservation that names another duty"][0]
    )
)
def test_the_order_of_records_does_not_matter(records):
    assert answer(*records) == ("yes", "In force since 1 March 2015.")
