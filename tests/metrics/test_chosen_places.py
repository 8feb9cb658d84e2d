"""Places counted apart tell what they tell when counted together, and it is known which submissions decide it."""

from dataclasses import replace

import pandas as pd
import pytest

from benchmarks.case_store import demo_case_store
from data.demo.truths import TRUTHS
from data.store.data_dates import create_data_dates
from metrics.chosen_places import place_inputs
from metrics.compute import Computed, compute, join_places
from metrics.example import example_store

TWIN_OF, TWIN = "XAD", "XAZ"
"""The same pseudonyms in two places: whatever joins rows across places counts them twice."""
ABROAD = "XAE"
"""A place in whose rows an agency of another place stands."""
PLACES = ("XAA", "XAB", TWIN_OF, ABROAD, "XAF")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    places = tuple(place for place in TRUTHS.places if place.code in PLACES)
    truths = replace(TRUTHS, places=places)
    con = demo_case_store(tmp_path_factory.mktemp("places"), cases=1_000, truths=truths)
    con.execute("UPDATE submissions SET scope = 'all_crime' WHERE jurisdiction = 'XAB'")
    named = con.execute(
        """SELECT DISTINCT table_name FROM information_schema.columns
        JOIN information_schema.tables USING (table_catalog, table_schema, table_name)
        WHERE column_name = 'jurisdiction' AND table_type = 'BASE TABLE'
        AND table_name <> 'submissions' ORDER BY table_name"""
    ).fetchall()
    for (name,) in named:
        con.execute(
            f"INSERT INTO {name} SELECT * REPLACE ('{TWIN}' AS jurisdiction) FROM {name} "
            f"WHERE jurisdiction = '{TWIN_OF}'"
        )
    yield con
    con.close()


@pytest.fixture(scope="module")
def whole(store):
    return compute(store)


def test_places_counted_apart_tell_the_same(store, whole):
    places = set(place_inputs(store))
    split = [{TWIN, "XAB"}, places - {TWIN, "XAB"}]
    assert set(whole.results["jurisdiction"]) <= places
    check_same(join_places(compute(store, places=part) for part in split), whole)


def test_twins_tell_the_same(whole):
    for told in whole:
        twins = [
            told[told["jurisdiction"] == place].drop(columns="jurisdiction").reset_index(drop=True)
            for place in (TWIN_OF, TWIN)
        ]
        assert len(twins[0])
        pd.testing.assert_frame_equal(*twins, check_exact=True)


def test_place_that_sent_nothing_tells_nothing(store):
    assert not any(
        len(told) for told in compute(store, only=("persons_prosecuted",), places={"FRA"})
    )


ROWS = {
    "submissions": (
        {"submission_id": "own", "agency_id": "XAA-POLICE", "period_end": "2020-06-30"},
        {"submission_id": "abroad", "agency_id": "XAE-LINK", "jurisdiction": ABROAD},
        {"submission_id": "other", "agency_id": "XAF-LINK", "jurisdiction": "XAF"},
    ),
    "agencies": (
        {"name": "Police", "agency_id": "XAA-POLICE", "reports_from": "2020-01-01"},
        {
            "name": "Unit",
            "agency_id": "XAE-LINK",
            "jurisdiction": ABROAD,
            "submission_id": "abroad",
        },
    ),
    "cases": (
        {"jurisdiction": ABROAD, "agency_id": "XAA-POLICE", "submission_id": "abroad"},
        {"jurisdiction": "XAF", "agency_id": "XAF-LINK", "submission_id": "other"},
    ),
}


def test_agency_that_another_place_reports_for(monkeypatch):
    con, only = example_store(ROWS), ("reporting_completeness",)
    whole = compute(con, only=only)
    own = compute(con, only=only, places={"XAA"})
    others = compute(con, only=only, places={ABROAD, "XAF"})
    check_same(join_places([own, others]), whole)
    reported = own.results[own.results["breakdown"] == "total"]
    assert set(reported["numerator"].dropna()) == {12.0}
    monkeypatch.setattr("metrics.compute.OF_ALL_PLACES", ())
    alone = compute(con, only=only, places={"XAA"}).results
    assert set(alone.loc[alone["breakdown"] == "total", "numerator"].dropna()) != {12.0}


def test_what_was_sent_that_a_place_rests_on(store):
    con = example_store(ROWS)
    con.execute("DROP VIEW data_dates")
    create_data_dates(con)
    # Each of the two has an agency in the rows of the other's submission; the third has nothing to do with them.
    assert place_inputs(con) == {
        "XAA": ["abroad", "own"],
        ABROAD: ["abroad", "own"],
        "XAF": ["other"],
    }
    twins = place_inputs(store)
    assert twins[TWIN] == twins[TWIN_OF] and not set(twins[TWIN]) & set(twins["XAB"])


def check_same(found: Computed, whole: Computed) -> None:
    for name, told, expected in zip(whole._fields, found, whole, strict=True):
        pd.testing.assert_frame_equal(told, expected, check_exact=True, obj=name)
