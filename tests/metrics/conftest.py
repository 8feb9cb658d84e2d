"""Stores that many tests read: one demo with all its metrics, computed once, and two real data sets."""

from datetime import date

import pytest

from benchmarks.case_store import demo_case_store
from metrics.compute import as_planned, compute
from tests.metrics.by_hand import Recount
from tests.metrics.by_hand.experience import Experience
from tests.metrics.real_stores import store_of

ALL_CRIME = "XAB"
"""One jurisdiction of the demo is told to have sent all crime, so that both scopes are counted."""


@pytest.fixture(scope="session")
def demo_store(build, tmp_path_factory):
    """A case store of the demo; tests only read it."""
    con = demo_case_store(tmp_path_factory.mktemp("recounted"), cases=12_000)
    con.execute(f"UPDATE submissions SET scope = 'all_crime' WHERE jurisdiction = '{ALL_CRIME}'")
    # The demo knows guardians, but neither unaccompanied children nor haste.
    con.execute(
        """UPDATE victims SET migration_status = 'unaccompanied_child'
        WHERE (jurisdiction, victim_id) IN (
            SELECT jurisdiction, victim_id FROM protection_measures WHERE measure = 'guardian')"""
    )
    con.execute(
        "UPDATE protection_measures SET decided_on = decided_on - 50 WHERE measure = 'guardian'"
    )
    yield con
    con.close()


@pytest.fixture(scope="session")
def demo_results(demo_store):
    """Every metric of the demo store, undisclosed."""
    return as_planned(compute(demo_store).results)


@pytest.fixture(scope="session")
def by_hand(demo_store):
    """Every case metric of the demo store, counted one by one."""
    return Recount(demo_store).everything()


@pytest.fixture(scope="session")
def answers_by_hand(demo_store):
    """What survivors answered, and how they were heard, one by one."""
    answers = Experience(demo_store)
    answers.everything()
    return answers


@pytest.fixture(scope="session")
def federal(build, shared):
    return store_of(
        shared / "data" / "us_federal_ht_cases",
        "us_federal_ht_cases",
        "USA-DOJ",
        (date(1998, 1, 1), date(2014, 8, 5)),
    )


@pytest.fixture(scope="session")
def county(build, shared):
    return store_of(
        shared / "data" / "cook_county_sao_2019",
        "cook_county_sao_2019",
        "USA-IL-COOK-SAO",
        (date(2019, 1, 1), date(2019, 12, 13)),
    )
