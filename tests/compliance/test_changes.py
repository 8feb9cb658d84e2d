"""Every change of state keeps its reason."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings

from compliance.changes import changes
from compliance.columns import CELL_KEY, CHANGE_COLUMNS, STATE_COLUMNS
from compliance.deciding import states
from compliance.memory import with_memory
from compliance.piece import mark_current
from tests.compliance.telling import evidence, piece, pieces

CELL = ("XAA", "palermo-3a-1", "law")
NO_REPLIES = pd.DataFrame(columns=list(CELL_KEY))
MET = "attestation A met 2025-05-03 greta"
NOT_MET = "attestation A not_met 2024-05-03 greta"
JUDGMENT = "judgment A not_met 2024-05-03 high_court"


def release(there, applies="yes", force="shall"):
    there = [piece(each, each) if isinstance(each, str) else each for each in there]
    because = {"yes": "Party since 2004.", "no": "It left on 1 May 2025."}[applies]
    names = [*CELL_KEY, "force", "applies", "applies_because"]
    cells = pd.DataFrame([(*CELL, force, applies, because)], columns=names)
    told = mark_current(evidence({CELL: there}))
    return states(cells, told, NO_REPLIES), told


NO_RELEASE = pd.DataFrame(columns=list(STATE_COLUMNS)), evidence({})


def told(now, before) -> pd.DataFrame:
    return changes(*now, *before, "2025-06")


def only(now, before) -> dict:
    found = told(now, before)
    assert len(found) == 1
    return found.iloc[0].to_dict()


def test_a_judgment_came_in():
    assert only(release([JUDGMENT]), release([])) == dict(
        zip(CELL_KEY, CELL, strict=True),
        state_before="no_evidence",
        state_now="gap_found",
        rule_before="nothing_there",
        rule_now="said_not_met",
        reason="A judgment of 3 May 2024 came in.",
        evidence_added=JUDGMENT,
        evidence_removed=None,
        previous_release="2025-06",
    )


def test_a_newer_statement_overtook_the_older():
    found = only(release([NOT_MET, MET]), release([NOT_MET]))
    assert found["reason"] == (
        "A statement of 3 May 2025 came in. "
        "A statement of 3 May 2024 was overtaken by a newer one of the same source."
    )
    assert (found["evidence_added"], found["evidence_removed"]) == (MET, NOT_MET)


def test_evidence_grew_old():
    old = piece(NOT_MET, "a")
    found = only(release([replace(old, is_stale=True)]), release([old]))
    assert found["reason"] == "A statement of 3 May 2024 grew older than three years."
    assert (found["state_now"], found["evidence_removed"]) == ("stale", "a")


def test_evidence_was_taken_away():
    found = only(release([]), release([MET]))
    assert found["reason"] == "A statement of 3 May 2025 was taken away."
    assert (found["evidence_added"], found["evidence_removed"]) == (None, MET)


def test_a_state_that_was_kept_is_told_once():
    before, now = release([NOT_MET]), release([])
    now = with_memory(*now, *before), now[1]
    found = only(now, before)
    assert found["state_now"] == found["state_before"] == "gap_found"
    assert found["reason"] == (
        "A statement of 3 May 2024 was taken away. "
        "Nothing came in that answers it, so the state of the release before stays."
    )
    again = release([])
    again = with_memory(*again, *now), again[1]
    assert told(again, now).empty


def test_the_older_statement_counts_again():
    found = only(release([NOT_MET]), release([NOT_MET, MET]))
    assert found["reason"] == (
        "A statement of 3 May 2025 was taken away. A statement of 3 May 2024 counts again."
    )


def test_a_figure_was_counted_anew():
    before = replace(piece("figure happens 2023-12-31", "a"), title="Compensation paid")
    now = replace(piece("figure nothing_seen 2024-12-31", "b"), title="Compensation paid")
    found = only(release([now]), release([before]))
    assert found["reason"] == "The figure “Compensation paid” was counted anew."
    assert (found["evidence_added"], found["evidence_removed"]) == ("b", "a")


@pytest.mark.parametrize(
    ("grade", "finding", "reason"),
    [
        ("A", "happens", "A recommendation of the audit office was carried out on 1 May 2025."),
        ("C", "cannot_tell", "A recommendation of the audit office is said to have been carried out "
         "on 1 May 2025, with nothing to show it. Nothing came in that answers it, so the "
         "state of the release before stays."),
    ],
)  # fmt: skip
def test_a_recommendation_was_carried_out(grade, finding, reason):
    asked = replace(
        piece("recommendation A not_met 2024-05-03 audit urges", "a"), source="audit R1"
    )
    done_on = date(2025, 5, 1)
    done = replace(asked, id="b", finding=finding, grade=grade, dated_on=done_on, done_on=done_on)
    before, now = release([asked]), release([done])
    found = only((with_memory(*now, *before), now[1]), before)
    assert found["reason"] == reason
    assert (found["evidence_added"], found["evidence_removed"]) == ("b", "a")


def test_it_no_longer_applies():
    found = only(release([MET], "no"), release([MET]))
    assert found["reason"] == "Whether the duty applies has changed: It left on 1 May 2025."


def test_a_duty_declared_softer_is_never_left_unexplained():
    found = only(release([NOT_MET], force="may"), release([NOT_MET]))
    assert (found["state_before"], found["state_now"]) == ("gap_found", "not_taken_up")
    assert found["reason"] == "The duty or its rules were declared anew."


def test_a_state_that_counts_otherwise_is_a_change():
    claim = "attestation C met 2025-05-03 ministry"
    found = only(release([claim, MET]), release([claim]))
    assert found["state_before"] == found["state_now"] == "attested"
    assert found["reason"] == "A statement of 3 May 2025 came in."


@pytest.mark.parametrize("there", [[], ["figure nothing_seen 2024-12-31"]])
def test_new_and_gone_cells_without_evidence_are_not_told(there):
    assert told(release(there), NO_RELEASE).empty
    assert told(NO_RELEASE, release(there)).empty


def test_new_and_gone_cells_are_told():
    new, gone = only(release([MET]), NO_RELEASE), only(NO_RELEASE, release([MET]))
    assert (new["state_before"], new["state_now"]) == (None, "attested")
    assert new["reason"] == "The place, the duty or its aspect is new in this release."
    assert (gone["state_before"], gone["state_now"]) == ("attested", None)
    assert gone["reason"] == "The place, the duty or its aspect is no longer in the release."
    assert (gone["evidence_added"], gone["evidence_removed"]) == (None, MET)


def test_many_pieces_are_counted():
    lines = [f"judgment A not_met 2024-05-0{day} court_{day}" for day in range(1, 6)]
    assert only(release(lines), release([]))["reason"] == (
        "A judgment of 5 May 2024 came in. A judgment of 4 May 2024 came in. "
        "A judgment of 3 May 2024 came in. So it is with 2 more."
    )


def test_nothing_changed():
    assert list(told(release([MET]), release([MET])).columns) == list(CHANGE_COLUMNS)
    assert told(release([MET]), release([MET])).empty


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(pieces(), pieces())
def test_every_change_has_its_reason_and_its_evidence(there, then):
    now, before = release(there), release([replace(each, id=f"then {each.id}") for each in then])
    found = told(now, before)
    differs = now[0].iloc[0]["state"] != before[0].iloc[0]["state"]
    assert len(found) == 1 if differs else len(found) <= 1
    for row in found.to_dict("records"):
        assert row["reason"] and row["reason"].endswith(".")
        assert row["reason"] != "The duty or its rules were declared anew."
        assert row["evidence_added"] or row["evidence_removed"]
