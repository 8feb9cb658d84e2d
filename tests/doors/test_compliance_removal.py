"""Taking data away from what a real build was handed never improves a state, whatever is taken."""

from dataclasses import fields, replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from compliance.columns import CELL_KEY
from compliance.inputs import Inputs
from compliance.step import comply
from tests.doors.stated import NORTH, PLACE

TAKEN = ("results", "attestations", "recommendations", "statutory_reports", "participations")
SHORT = ("gap_found", "not_taken_up")
SOME = settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@pytest.fixture(scope="module")
def whole(turns) -> tuple[Inputs, dict]:
    """What the first build was handed, and the tables it made of it."""
    inputs = turns.desk.inputs[0]
    return inputs, comply(inputs)


def after(whole, **changed) -> dict:
    """The tables of the next release, in which some of what is handed over is another."""
    inputs, tables = whole
    before = {name: tables[name] for name in ("compliance", "compliance_evidence")}
    return comply(replace(inputs, **changed, earlier=before | {"release_id": "before"}))


def improved(whole, tables: dict) -> pd.DataFrame:
    """Cells that claim more than before, or own up to less.

    Left out are duties that bind anew, since a reservation that is gone takes a duty on: how it
    stands was in the data before.
    """
    both = whole[1]["compliance"].merge(
        tables["compliance"], on=list(CELL_KEY), suffixes=("_before", "")
    )
    is_met = both["counts_as"].eq("met") & both["counts_as_before"].ne("met")
    is_no_gap = both["state_before"].isin(SHORT) & ~both["state"].isin(SHORT)
    is_not_short = both["counts_as_before"].eq("short") & both["counts_as"].ne("short")
    # A duty that was met and leaves the count is lost to the place.
    is_out = both["counts_as_before"].isin(("short", "open")) & both["counts_as"].eq("out")
    binds_anew = both["applies_before"].eq("no") & both["applies"].eq("yes")
    return both[(is_met | is_no_gap | is_not_short | is_out) & ~binds_anew]


def without(rows: pd.DataFrame, places: set[str], part: list[bool]) -> pd.DataFrame:
    """The rows but some of the places': row by row in turn as `part` says."""
    goes = [part[turn % len(part)] for turn in range(len(rows))]
    return rows[~(rows["jurisdiction"].isin(places) & pd.Series(goes, index=rows.index))]


PLACES = st.sets(st.sampled_from((PLACE, NORTH)), min_size=1)
PARTS = st.one_of(st.just([True]), st.lists(st.booleans(), min_size=1, max_size=9))


@SOME
@example(places={PLACE, NORTH}, parts={name: [True] for name in TAKEN})
@example(places={PLACE}, parts={"attestations": [True]})
@example(places={NORTH}, parts={"results": [True]})
@given(places=PLACES, parts=st.dictionaries(st.sampled_from(TAKEN), PARTS, min_size=1))
def test_what_is_taken_away_improves_nothing(whole, places, parts):
    changed = {name: without(getattr(whole[0], name), places, part) for name, part in parts.items()}
    tables = after(whole, **changed)
    found = improved(whole, tables)
    assert found.empty, found[[*CELL_KEY, "state_before", "state", "rule"]].to_string()
    assert "participations" in parts or not rises(whole, tables).any()


def rises(whole, tables: dict) -> pd.Series:
    """Whether a place is now told to have met more for certain, of anything."""
    key = ["jurisdiction", "dimension", "item", "aspect", "force_group"]
    both = whole[1]["compliance_summary"].merge(
        tables["compliance_summary"], on=key, suffixes=("_before", "")
    )
    return both["share_lower"] > both["share_lower_before"] + 1e-12


def test_the_test_would_tell(whole):
    """Without the release before, taking the bad news away does improve states."""
    inputs = whole[0]
    good = inputs.attestations[inputs.attestations["status"] != "not_met"]
    found = improved(whole, comply(replace(inputs, attestations=good)))
    assert {PLACE} == set(found["jurisdiction"])
    assert {"palermo-6-2", "palermo-6-3", "palermo-6-6"} <= set(found["obligation_id"])


def test_place_that_leaves_is_told_for_every_state_it_had(whole):
    places = whole[0].jurisdictions
    tables = after(
        whole,
        jurisdictions=places[places["jurisdiction"] != NORTH],
        results=without(whole[0].results, {NORTH}, [True]),
    )
    before = whole[1]["compliance"].query("jurisdiction == @NORTH")
    had = before[~before["state"].isin(["no_evidence", "not_applicable", "not_known"])]
    gone = tables["compliance_changes"].query("jurisdiction == @NORTH")
    assert len(gone) == len(had) > 5
    assert gone["state_now"].isna().all() and gone["reason"].str.contains("no longer").all()
    assert improved(whole, tables).empty


def test_nothing_else_is_handed_over():
    """So that a table added to what the rules read is taken away here too."""
    others = {"jurisdictions", "obligations", "definitions", "replies", "benchmarks", "law"}
    others |= {"data_date", "minimum", "earlier"}
    assert {each.name for each in fields(Inputs)} == {*TAKEN, *others}
