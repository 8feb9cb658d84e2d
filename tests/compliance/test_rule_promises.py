"""Promises that the rules keep whatever the evidence is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.columns import RULE_COLUMNS
from compliance.deciding import decide
from compliance.forces import GROUPS, force_group
from compliance.piece import JUDGED, NUMBERS, TELLING, current, mark_current
from compliance.rules import RULES, WITHDRAWN, rules_table
from data.schema import code_lists
from tests.compliance.telling import BEARING, evidence, piece, pieces

BREACHES = ("gap_found", "not_taken_up")
HARMLESS = ("met", "not_applicable", "meets", "in_part", *BEARING)
"""Findings that say nothing against the place, or that a number is reached at least in part."""
CLAIMED_SHORTFALLS = ("gap_claimed", "claimed_not_taken_up", "part_claimed")
"""Rules by which only civil society or survivors say that something is wanting."""
PATIENTLY = settings(deadline=None)
"""A slow machine breaks no promise of the rules."""
FORCES = st.sampled_from([force for forces in GROUPS.values() for force in forces])
BINDING = st.sampled_from(GROUPS["binding"])
WEAK = st.sampled_from((*GROUPS["soft"], *GROUPS["unilateral"]))


@PATIENTLY
@given(FORCES, pieces(), pieces(findings=HARMLESS))
def test_harmless_evidence_never_turns_no_evidence_into_a_gap(force, there, more):
    if decide(force, "yes", there).state == "no_evidence":
        more = [_renamed(each, f"more {each.id}") for each in more]
        assert decide(force, "yes", [*there, *more]).state not in BREACHES


@PATIENTLY
@given(
    FORCES,
    st.sampled_from(("yes", "no", "not_known")),
    pieces().flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))),
)
def test_order_of_pieces_does_not_matter(force, applies, orders):
    assert decide(force, applies, orders[0]) == decide(force, applies, orders[1])


@PATIENTLY
@given(WEAK, pieces())
def test_what_does_not_bind_is_never_breached(force, there):
    assert decide(force, "yes", there).state != "gap_found"


@PATIENTLY
@given(BINDING, pieces())
def test_what_binds_is_never_a_matter_of_taste(force, there):
    assert decide(force, "yes", there).state != "not_taken_up"


@PATIENTLY
@given(BINDING, WEAK, pieces())
def test_force_changes_nothing_but_the_name_of_a_gap(binding, weak, there):
    one, other = decide(binding, "yes", there), decide(weak, "yes", there)
    assert one.counts_as == other.counts_as
    assert other.state == {"gap_found": "not_taken_up"}.get(one.state, one.state)


@PATIENTLY
@given(FORCES, st.sampled_from(("no", "not_known")), pieces())
def test_what_does_not_apply_leaves_the_count_and_is_no_gap(force, applies, there):
    found = decide(force, applies, there)
    assert (found.counts_as, found.rests_on) == ("out", ())
    assert found.state == {"no": "not_applicable"}.get(applies, applies)


@PATIENTLY
@given(FORCES, pieces())
def test_decision_rests_on_pieces_that_are_there(force, there):
    found = decide(force, "yes", there)
    assert set(found.rests_on) <= {each.id for each in there}
    assert bool(found.rests_on) == bool(there)
    assert len(set(found.rests_on)) == len(found.rests_on)


@PATIENTLY
@given(FORCES, pieces())
def test_stale_pieces_decide_nothing_beside_current_ones(force, there):
    fresh = [each for each in there if not each.is_stale]
    if any(each.is_telling for each in fresh) and decide(force, "yes", there).rule != "too_old":
        one, other = decide(force, "yes", there), decide(force, "yes", fresh)
        assert (one.state, one.rests_on) == (other.state, other.rests_on)


@PATIENTLY
@given(FORCES, pieces(findings=BEARING))
def test_figures_without_a_number_of_the_instrument_decide_nothing(force, there):
    assert decide(force, "yes", there).counts_as == "open"


@PATIENTLY
@given(FORCES, pieces(findings=("met", "nothing_seen", "cannot_tell", "happens")))
def test_nobody_counts_as_met_by_their_own_word(force, there):
    claims = [each for each in there if each.finding != "met" or each.grade in ("C", "D")]
    assert decide(force, "yes", claims).counts_as == "open"


@PATIENTLY
@given(FORCES, pieces())
def test_one_side_never_undoes_what_is_borne_out(force, there):
    borne_out = [each for each in there if not _is_one_sided(each)]
    if any(each.finding in JUDGED and not each.is_stale for each in current(borne_out)):
        one, other = decide(force, "yes", there), decide(force, "yes", borne_out)
        assert (one.state, one.rule, one.counts_as) == (other.state, other.rule, other.counts_as)
        assert one.because.count("One side") + one.because.count("otherwise:") + one.because.count(
            "the contrary:"
        ) >= bool(_against(there))


@PATIENTLY
@given(FORCES, pieces())
def test_one_side_never_talks_a_missed_number_away(force, there):
    numbers = [each for each in there if each.finding in NUMBERS]
    if decide(force, "yes", numbers).counts_as == "short":
        told = [*numbers, *(each for each in there if _is_one_sided(each))]
        assert decide(force, "yes", told).counts_as == "short"


@PATIENTLY
@given(FORCES, pieces(findings=(*JUDGED, *BEARING)))
def test_nobody_falls_short_by_the_word_of_others_alone(force, there):
    told = [each for each in there if each.finding not in JUDGED or each.grade == "D"]
    assert decide(force, "yes", told).counts_as == "open"


@PATIENTLY
@given(FORCES, pieces())
def test_reason_is_made_of_sentences(force, there):
    because = decide(force, "yes", there).because
    assert because.endswith(".") and "None" not in because and "_" not in because


@settings(max_examples=30, deadline=None)
@given(pieces())
def test_current_pieces_are_marked_as_they_are_decided(there):
    cells = {("XAA", "palermo-3a-1", "law"): there, ("XAB", "palermo-3a-1", "law"): there[:1]}
    marked = mark_current(evidence(cells))
    for (place, *_), pieces_there in cells.items():
        told = marked[marked["jurisdiction"].eq(place) & marked["is_current"]]
        assert set(told["evidence_id"]) == {each.id for each in current(pieces_there)}


def test_two_coders_of_one_day_both_count_and_an_older_statement_does_not():
    lines = (
        "attestation A met 2024-05-03 greta coder_1",
        "attestation A not_met 2024-05-03 greta coder_2",
        "attestation A met 2023-05-03 greta coder_1",
    )
    found = current(piece(line, str(place)) for place, line in enumerate(lines))
    assert [each.id for each in found] == ["0", "1"]


def test_years_of_figures_do_not_overtake_each_other():
    found = current(
        [piece("figure happens 2024-12-31", "a"), piece("figure misses 2023-12-31", "b")]
    )
    assert [each.id for each in found] == ["a", "b"]


def test_every_force_is_in_one_group():
    forces = [force for group in GROUPS.values() for force in group]
    assert sorted(forces) == sorted(code_lists()["obligation_force"].codes)
    assert force_group("case_law") == "binding"
    with pytest.raises(ValueError, match="perhaps"):
        force_group("perhaps")


def test_unknown_word_for_whether_it_applies_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        decide("shall", "maybe", [])


def test_judgements_are_the_codes_of_attestations():
    assert set(JUDGED) == set(code_lists()["attestation_status"].codes)
    assert "cannot_tell" not in TELLING


def test_table_of_rules_is_complete():
    table = rules_table()
    assert list(table.columns) == list(RULE_COLUMNS)
    assert table["rule"].tolist() == [*(rule.name for rule in RULES), WITHDRAWN]
    assert table["rule"].is_unique
    assert table["place_in_order"].tolist() == list(range(1, len(RULES) + 2))
    assert table["says"].str.endswith(".").all()
    assert set(table["counts_as"].dropna()) == {"met", "short", "open", "out"}


def test_states_of_rules_leave_the_count_together():
    """A summary may count by state or by what counts: both agree on who is out."""
    for rule in RULES:
        assert (rule.counts_as == "out") == (rule.state in ("not_applicable", "not_known"))
        is_shortfall = rule.state in ("partly", *BREACHES)
        assert rule.counts_as in (("short", "open") if is_shortfall else ("met", "open", "out"))
        assert (is_shortfall and rule.counts_as == "open") == (rule.name in CLAIMED_SHORTFALLS)


def _is_one_sided(each):
    return each.finding in JUDGED and each.grade in ("C", "D")


def _against(there):
    """What one side says that nobody whose judgement is borne out says."""
    now = [each for each in current(there) if each.finding in JUDGED]
    said = {each.finding for each in now if not _is_one_sided(each)}
    return [each for each in now if each.finding not in said]


def _renamed(each, id):
    return replace(each, id=id)
