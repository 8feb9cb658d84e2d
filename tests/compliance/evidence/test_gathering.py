"""What holds for all evidence together: order does not matter, ids are stable, only bound places have any."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.columns import EVIDENCE_COLUMNS, EVIDENCE_KEY
from compliance.evidence import gather_evidence
from compliance.evidence.piece import piece
from data.schema import code_lists
from tests.compliance.making import (
    attested,
    definition,
    inputs,
    law,
    result,
    results,
    submitted,
)

FIGURES = [
    result(),
    result(jurisdiction="XAA-N", period_start=date(2023, 1, 1), period_end=date(2023, 12, 31)),
    result(metric_id="other", numerator=0.0, value=0.0),
    result(jurisdiction="QUN-X"),
]
STATED = [
    attested(),
    attested(attestation_id="a2", status="not_met", coder="c2"),
    attested(attestation_id="a3", jurisdiction="QUN-X"),
    attested(attestation_id="a4", obligation_id="gone-1-1"),
]
WORLD = inputs(
    results=results(*FIGURES),
    definitions=pd.DataFrame([definition(), definition(metric_id="other")]),
    attestations=submitted("attestations", *STATED),
    law=law(
        statutes=[
            {"statute_id": name, "title": name, "element": "acts", "covered": "yes", "certainty": "read",
             "valid_from": date(2005, 1, 1)}
            for name in ("XAA-a", "XAA-b")
        ],
        elements={"acts": {"question": "?", "obligations": ("pact-1-1",), "from_on": None}},
    ),
)  # fmt: skip


def test_the_columns_are_those_of_the_release_and_the_codes_are_listed():
    found = gather_evidence(WORLD)
    assert list(found.columns) == list(EVIDENCE_COLUMNS)
    assert not found.duplicated(list(EVIDENCE_KEY)).any()
    assert set(found["kind"]) <= code_lists()["evidence_kind"].codes.keys()
    assert set(found["finding"]) <= code_lists()["finding"].codes.keys()


def test_only_places_that_can_be_bound_and_duties_that_are_there():
    found = gather_evidence(WORLD)
    assert set(found["jurisdiction"]) == {"XAA", "XAA-N"}
    assert set(found["obligation_id"]) == {"pact-1-1"}
    assert len(found) == 6


def test_nothing_known_is_an_empty_table_with_every_column():
    found = gather_evidence(inputs())
    assert found.empty
    assert list(found.columns) == list(EVIDENCE_COLUMNS)


@settings(deadline=None, max_examples=25)
@given(st.permutations(FIGURES), st.permutations(STATED), st.booleans())
def test_the_order_of_rows_does_not_matter(figures, stated, turned):
    statutes = WORLD.law.statutes
    shuffled = replace(
        WORLD,
        results=results(*figures),
        attestations=submitted("attestations", *stated),
        law=replace(WORLD.law, statutes=statutes.iloc[::-1] if turned else statutes),
    )
    pd.testing.assert_frame_equal(gather_evidence(shuffled), gather_evidence(WORLD))


def test_a_later_data_date_ages_a_piece_but_leaves_its_id():
    later = gather_evidence(replace(WORLD, data_date=date(2030, 1, 1)))
    now = gather_evidence(WORLD)
    assert list(later["evidence_id"]) == list(now["evidence_id"])
    assert later["is_stale"].sum() == 5


FACTS = {
    "jurisdiction": "XAA", "obligation_id": "pact-1-1", "aspect": "law", "kind": "statute",
    "finding": "met", "grade": "B", "dated_on": date(2024, 1, 1),
}  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
def test_a_piece_that_says_something_else_is_another_piece(name):
    changed = FACTS | {name: date(2024, 1, 2) if name == "dated_on" else "other"}
    day = date(2025, 1, 1)
    said = piece(("a",), day, **FACTS)["evidence_id"]
    assert len(said) == 16 and int(said, 16) >= 0
    assert piece(("a",), day, **changed)["evidence_id"] != said
    assert piece(("b",), day, **FACTS)["evidence_id"] != said
    assert piece(("a",), day, **FACTS | {"title": "Said elsewhere"})["evidence_id"] == said
