"""Cells: each place that can be bound, each duty, each aspect it is judged on."""

from compliance.cells import cells
from compliance.evidence import gather_evidence
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
