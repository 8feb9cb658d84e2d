"""States of many cells at once: the columns, what is counted, and that it takes seconds."""

from datetime import date

import pandas as pd

from compliance.columns import CELL_KEY, STATE_COLUMNS
from compliance.deciding import states
from tests.compliance.telling import evidence, piece

CELL = ("XAA", "palermo-3a-1", "law")
NO_REPLIES = pd.DataFrame(columns=[*CELL_KEY, "reply_id"])


def cells(*rows: tuple) -> pd.DataFrame:
    names = [*CELL_KEY, "force", "applies", "applies_because"]
    return pd.DataFrame([(*row, "Party since 2004.") for row in rows], columns=names)


def test_one_cell_worked_by_hand():
    lines = (
        "attestation A not_met 2024-05-03 greta",
        "attestation C not_met 2024-06-01 ministry",
        "attestation D not_met 2021-06-01 la_strada",
        "figure happens 2024-12-31",
    )
    found = evidence({CELL: [piece(line, f"id{place}") for place, line in enumerate(lines)]})
    replies = pd.DataFrame([(*CELL, "r1"), (*CELL, "r2")], columns=NO_REPLIES.columns)
    row = states(cells((*CELL, "shall", "yes")), found, replies).iloc[0].to_dict()
    assert row == dict(
        zip(CELL_KEY, CELL, strict=True),
        applies="yes",
        applies_because="Party since 2004.",
        state="gap_found",
        rule="said_not_met",
        because="The State itself said on 1 June 2024 that the duty is not met. "
        "An independent body found on 3 May 2024 that the duty is not met. "
        "The figure, up to 31 December 2024, is above zero.",
        counts_as="short",
        best_grade="A",
        figures=1,
        statements=2,
        newest=date(2024, 12, 31),
        oldest=date(2021, 6, 1),
        evidence_ids="id3\nid1\nid0",
        replies=2,
    )


def test_cells_without_evidence():
    asked = cells((*CELL, "shall", "yes"), ("XAB", *CELL[1:], "may", "no"))
    found = states(asked, evidence({}), NO_REPLIES)
    assert list(found.columns) == list(STATE_COLUMNS)
    assert found["state"].tolist() == ["no_evidence", "not_applicable"]
    assert found["because"].tolist() == ["There is no evidence.", "Party since 2004."]
    assert found[["newest", "oldest", "best_grade", "evidence_ids"]].isna().all(axis=None)
    assert found[["figures", "statements", "replies"]].eq(0).all(axis=None)


def test_no_cells():
    assert list(states(cells(), evidence({}), NO_REPLIES).columns) == list(STATE_COLUMNS)


def test_cells_keep_their_order_whatever_their_index():
    asked = cells(("XAB", *CELL[1:], "shall", "yes"), (*CELL, "shall", "yes"))
    asked.index = [7, 3]
    found = states(
        asked, evidence({CELL: [piece("attestation A met 2024-05-03 greta")]}), NO_REPLIES
    )
    assert found["jurisdiction"].tolist() == ["XAB", "XAA"]
    assert found["state"].tolist() == ["no_evidence", "attested"]


def test_a_whole_release_is_decided():
    names = [
        (f"P{place}", f"duty-{duty}", aspect)
        for place in range(150)
        for duty in range(188)
        for aspect in ("law", "practice")
    ]
    lines = ("attestation A met 2024-05-03 greta", "figure happens 2024-12-31")
    pieces = [piece(line, str(place)) for place, line in enumerate(lines)]
    told = evidence(dict.fromkeys(names[::5][:10_000], pieces))
    asked = cells(*((*name, "shall", "yes") for name in names))
    found = states(asked, told, NO_REPLIES)
    assert len(found) == 56_400 and found["state"].eq("evidenced").sum() == 10_000
