"""Taking evidence away never makes a state better, and new evidence is always heard."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.columns import CELL_KEY, STATE_COLUMNS
from compliance.deciding import states
from compliance.memory import with_memory
from compliance.piece import mark_current
from tests.compliance.telling import evidence, piece, pieces

CELL = ("XAA", "palermo-3a-1", "law")
NO_REPLIES = pd.DataFrame(columns=list(CELL_KEY))
MERIT = {"evidenced": 2, "attested": 2, "partly": 1}
MET = ["attestation A met 2025-05-03 greta"]
NOT_MET = ["attestation B not_met 2025-06-03 audit"]
CLAIMED = ["attestation D not_met 2025-06-03 survivors"]
ASKED = ["recommendation A not_met 2024-05-03 audit urges"]
DONE = ["recommendation A happens 2025-05-03 audit urges"]


def release(there, applies="yes", force="shall"):
    """States and evidence of a release with one cell, before memory; evidence as lines or pieces."""
    there = [piece(each, each) if isinstance(each, str) else each for each in there]
    because = {"yes": "Party.", "no": "It has left.", "not_known": "Nothing is recorded."}[applies]
    names = [*CELL_KEY, "force", "applies", "applies_because"]
    cells = pd.DataFrame([(*CELL, force, applies, because)], columns=names)
    told = mark_current(evidence({CELL: there}))
    return states(cells, told, NO_REPLIES), told


def after(earlier, now):
    """The one row of the release now, with the memory of the one before."""
    return with_memory(*now, *earlier).iloc[0]


def kept(earlier, now):
    """The release now as it is published."""
    return with_memory(*now, *earlier), now[1]


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [
        (NOT_MET, [], "gap_found"),
        (CLAIMED, [], "gap_found"),
        # One side's word does not answer what is borne out.
        (NOT_MET, ["attestation C met 2025-07-03 ministry"], "gap_found"),
        (CLAIMED, ["figure happens 2025-12-31"], "gap_found"),
        # That it was carried out is said, and nothing shows it.
        (ASKED, ["recommendation C cannot_tell 2025-05-03 audit urges"], "gap_found"),
        (["attestation A partly_met 2025-05-03 greta", *CLAIMED], CLAIMED, "partly"),
        (MET + NOT_MET, MET, "disputed"),
        (["attestation A partly_met 2025-05-03 greta"], [], "partly"),
        (["statute misses 2024-01-01 gazette"], [], "gap_found"),
        # A figure that is hidden now is no evidence that came in.
        (["figure misses 2024-12-31"], ["figure cannot_tell 2024-12-31"], "gap_found"),
        # Figures come in with every release: they do not answer a judgement.
        (NOT_MET, ["figure happens 2025-12-31"], "gap_found"),
        # The newer statement is gone, so that the older one counts again.
        (["attestation A not_met 2025-05-03 greta", "attestation A met 2024-05-03 greta"],
         ["attestation A met 2024-05-03 greta"], "gap_found"),
        # A stale statement that is sent now is not news.
        (NOT_MET, ["attestation A met 2020-05-03 greta"], "gap_found"),
    ],
)  # fmt: skip
def test_state_stays_where_evidence_was_taken_away(before, now, state):
    found = after(release(before), release(now))
    assert (found["state"], found["rule"]) == (state, "withdrawn")
    assert found["because"].startswith("Evidence was taken away or has grown old")


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [
        (MET, [], "no_evidence"),
        (NOT_MET, MET, "attested"),
        (ASKED, DONE, "evidenced"),
        (CLAIMED, DONE, "evidenced"),
        (CLAIMED, ["attestation C met 2025-07-03 ministry"], "attested"),
        (
            ["attestation C not_met 2025-05-03 ministry"],
            ["attestation C not_met 2025-05-03 ministry", "attestation C met 2025-07-03 ministry"],
            "attested",
        ),
        (NOT_MET, NOT_MET + MET, "disputed"),
        ([*MET, "figure happens 2024-12-31"], MET, "attested"),
        (["figure nothing_seen 2024-12-31"], ["figure happens 2025-12-31"], "evidenced"),
        (["figure misses 2023-12-31"], ["figure meets 2024-12-31"], "evidenced"),
        ([], MET, "attested"),
        ([], [], "no_evidence"),
    ],
)
def test_state_is_decided_anew_where_evidence_came_in_or_it_is_no_better(before, now, state):
    found = after(release(before), release(now))
    assert found["state"] == state and found["rule"] != "withdrawn"


def test_gap_that_others_bear_out_does_not_become_a_claim_by_loss():
    found = after(release(NOT_MET + CLAIMED), release(CLAIMED))
    assert (found["state"], found["rule"], found["counts_as"]) == (
        "gap_found", "withdrawn", "short",
    )  # fmt: skip


def test_a_gap_that_was_kept_ends_when_the_recommendation_is_carried_out():
    second = kept(release(ASKED), release([]))
    assert second[0].iloc[0]["rule"] == "withdrawn"
    assert after(second, release(DONE))["rule"] == "seen_unjudged"


@pytest.mark.parametrize(
    "news", ["figure happens 2025-12-31", "attestation C met 2025-07-03 ministry"]
)
def test_a_gap_that_was_kept_outlives_figures_and_the_word_of_the_state(news):
    second = kept(release(NOT_MET), release([]))
    third = kept(second, release([news]))
    fourth = kept(third, release([news]))
    assert fourth[0].iloc[0]["state"] == "gap_found"
    assert after(fourth, release([news, *MET]))["counts_as"] == "met"


def test_age_alone_makes_a_gap_stale():
    old = piece(NOT_MET[0], "a")
    found = after(release([old]), release([replace(old, is_stale=True)]))
    assert found["state"] == "stale"


def test_age_of_what_spoke_against_it_makes_nothing_met():
    against = piece(NOT_MET[0], "a")
    before = release([*MET, against])
    found = after(before, release([*MET, replace(against, is_stale=True)]))
    assert (found["state"], found["rule"]) == ("disputed", "withdrawn")


def test_state_stays_for_as_long_as_nothing_comes_in():
    first = release(MET + NOT_MET)
    second = kept(first, release(MET))
    third = kept(second, release(MET))
    assert third[0].iloc[0]["state"] == "disputed"
    assert third[0].iloc[0]["because"] == second[0].iloc[0]["because"]
    assert third[0].iloc[0]["because"].count("was taken away") == 1
    fourth = after(third, release([*MET, "judgment A met 2025-11-03 high_court"]))
    assert (fourth["state"], fourth["rule"]) == ("attested", "said")


def test_kept_state_rests_on_what_is_still_there():
    found = after(release(MET + NOT_MET), release(MET))
    assert found["evidence_ids"] == MET[0]
    assert (found["statements"], found["newest"]) == (1, date(2025, 5, 3))
    assert after(release(NOT_MET), release([]))["evidence_ids"] is None


def test_losing_the_record_of_membership_loses_no_gap():
    found = after(release(NOT_MET), release(NOT_MET, applies="not_known"))
    assert (found["state"], found["applies"], found["counts_as"]) == ("gap_found", "yes", "short")


def test_a_record_that_it_does_not_apply_is_heard():
    found = after(release(NOT_MET), release(NOT_MET, applies="no"))
    assert (found["state"], found["because"]) == ("not_applicable", "It has left.")


def test_rules_declared_anew_with_the_same_evidence_are_followed():
    before, told = release(NOT_MET)
    before = before.assign(state="gap_found", rule="an_older_rule")
    now = release(NOT_MET)
    now[0]["state"], now[0]["counts_as"] = "attested", "met"
    assert with_memory(*now, before, told).iloc[0]["state"] == "attested"


def test_new_cells_and_no_cells():
    nothing = pd.DataFrame(columns=list(STATE_COLUMNS)), evidence({})
    assert after(nothing, release(MET))["state"] == "attested"
    assert list(with_memory(*nothing, *release(MET)).columns) == list(STATE_COLUMNS)


LOSSES = pieces().flatmap(
    lambda there: st.tuples(
        st.just(there),
        st.lists(st.sampled_from(there), unique=True) if there else st.just([]),
    )
)


@settings(max_examples=60, deadline=None)
@given(LOSSES, st.sampled_from(("shall", "may")), st.sampled_from(("yes", "not_known")))
def test_taking_away_never_makes_a_state_better(loss, force, applies):
    there, left = loss
    earlier = release(there, force=force)
    before, now = earlier[0].iloc[0], after(earlier, release(left, applies, force))
    assert MERIT.get(now["state"], 0) <= MERIT.get(before["state"], 0)
    assert (now["counts_as"] == "met") <= (before["counts_as"] == "met")
    if before["counts_as"] == "short":
        assert now["counts_as"] == "short"
    if before["counts_as"] == "open":
        assert now["counts_as"] in ("open", "short")


@settings(max_examples=40, deadline=None)
@given(pieces(), pieces(findings=("met", "not_met", "partly_met", "meets", "misses"), most=2))
def test_memory_keeps_nothing_where_a_judgement_came_in(there, more):
    more = [replace(each, id=f"more {each.id}") for each in more]
    now = release(more)
    is_one_sided = now[1]["grade"].isin(["C", "D"])
    if (now[1]["is_current"] & ~is_one_sided).any():
        assert after(release(there), now)["rule"] == now[0].iloc[0]["rule"]


@settings(max_examples=30, deadline=None)
@given(pieces())
def test_the_same_evidence_gives_the_same_state(there):
    now = release(there)
    assert after(now, release(there)).to_dict() == now[0].iloc[0].to_dict()
