"""Cells: each place that can be bound, each duty, each aspect it is judged on."""

from compliance.cells import cells
from compliance.deciding import states
from compliance.evidence import gather_evidence
from compliance.piece import mark_current
from tests.compliance.making import attested, duty, inputs, submitted

NAMES = ["jurisdiction", "obligation_id", "aspect"]


def test_places_times_duties_times_aspects():
    given = inputs(obligations=[duty(), duty("pact-2-1", aspects=("outcome",), force="may")])
    found = cells(given)
    assert found[[*NAMES, "force", "applies"]].values.tolist() == [
        ["XAA", "pact-1-1", "law", "shall", "yes"],
        ["XAA", "pact-1-1", "practice", "shall", "yes"],
        ["XAA", "pact-2-1", "outcome", "may", "yes"],
        ["XAA-N", "pact-1-1", "law", "shall", "yes"],
        ["XAA-N", "pact-1-1", "practice", "shall", "yes"],
        ["XAA-N", "pact-2-1", "outcome", "may", "yes"],
    ]


def test_a_statement_on_an_aspect_nobody_thought_of_has_a_cell_of_its_own():
    given = inputs(attestations=submitted("attestations", attested(aspect="institution")))
    found = cells(given, gather_evidence(given))
    assert ["XAA", "pact-1-1", "institution"] in found[NAMES].values.tolist()
    assert len(found) == len(cells(given)) + 1


def test_a_cell_of_its_own_does_not_go_with_its_statement():
    given = inputs(attestations=submitted("attestations", attested(aspect="institution")))
    evidence = gather_evidence(given)
    told = states(cells(given, evidence), mark_current(evidence), given.replies)
    before = {"compliance": told, "compliance_evidence": evidence, "release_id": "before"}
    bare = inputs(earlier=before)
    left = cells(bare, gather_evidence(bare))[NAMES].values.tolist()
    assert ["XAA", "pact-1-1", "institution"] in left and len(left) == len(told)
