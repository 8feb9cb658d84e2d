"""A second turn of statements: every state that moves has its reason, and none is won by taking away."""

import pandas as pd
import pytest

from release.read import open_release
from tests.doors.stated import NORTH, PLACE

CHANGED = f"""
{PLACE}   palermo-6-2          practice    gap_found      gap_found   withdrawn      T04 was taken away
{PLACE}   palermo-6-6          law         disputed       disputed    withdrawn      T07 was taken away
{PLACE}   palermo-5-2          law         attested       no_evidence nothing_there  T12 was taken away
{PLACE}   palermo-8-1          practice    stale          partly      in_part        T08b came in
{PLACE}   palermo-9-1          outcome     gap_found      attested    said           T15 came in, T15 was taken away
{PLACE}   palermo-6-4          practice    gap_found      evidenced   seen_unjudged  R01 was carried out
{PLACE}   palermo-9-5          law         not_applicable attested    said           applies
{PLACE}   palermo-9-5          practice    not_applicable no_evidence nothing_told   applies
{NORTH} palermo-9-5          law         not_applicable no_evidence nothing_there  applies
{NORTH} palermo-9-5          practice    not_applicable no_evidence nothing_told   applies
{PLACE}   eu-trafficking-19a-3 practice    gap_found      evidenced   number_reached S01 came in, S01 was taken away
{PLACE}   eu-trafficking-19a-1 practice    no_evidence    evidenced   seen_unjudged  counted anew
{PLACE}   eu-trafficking-19-1  institution no_evidence    evidenced   seen_unjudged  counted anew
"""
"""Cell, state before and now, the rule of now, and what came in or went; the figure is of reports that are published in time."""


@pytest.fixture(scope="module")
def tables(turns):
    """Both releases: (first, second), each by name of table."""

    def read(path):
        names = ("compliance", "compliance_changes", "compliance_evidence", "compliance_summary")
        with open_release(path) as opened:
            return {name: opened.table(name) for name in names}

    return read(turns.first), read(turns.second)


def cell_of(row) -> tuple[str, str, str]:
    return row["jurisdiction"], row["obligation_id"], row["aspect"]


def by_cell(rows) -> dict[tuple, dict]:
    return {cell_of(row): row for row in rows.to_dict("records")}


def test_each_change_is_told_and_nothing_else(tables, turns):
    told = by_cell(tables[1]["compliance_changes"])
    expected = {tuple(line.split()[:3]): line.split()[3:] for line in CHANGED.strip().splitlines()}
    assert told.keys() == expected.keys()
    for cell, (before, now, rule, *_) in expected.items():
        row = told[cell]
        assert (row["state_before"], row["state_now"], row["rule_now"]) == (before, now, rule)
        assert row["previous_release"] == turns.first.name
    states = [by_cell(release["compliance"]) for release in tables]
    moved = {cell for cell in states[0] if states[0][cell]["state"] != states[1][cell]["state"]}
    assert moved == {cell for cell, (before, now, *_) in expected.items() if before != now}


def test_each_change_has_its_reason_and_its_evidence(tables):
    first, second = (
        {
            (*cell_of(row), row["evidence_id"]): row
            for row in release["compliance_evidence"].to_dict("records")
        }
        for release in tables
    )
    told = by_cell(tables[1]["compliance_changes"])
    for line in CHANGED.strip().splitlines():
        *cell, _, _, _, cause = line.split(maxsplit=6)
        row = told[tuple(cell)]
        if cause == "applies":
            assert row["reason"].startswith("Whether the duty applies has changed: ")
            assert "n force since 1 January 2005." in row["reason"]
            continue
        for one in cause.split(", "):
            assert one.partition(" ")[2] in row["reason"] or one in row["reason"]
            if one in ("counted anew", "R01 was carried out"):
                continue
            ids, release = (
                (row["evidence_added"], second)
                if "came in" in one
                else (row["evidence_removed"], first)
            )
            pieces = [release[*cell, piece] for piece in ids.split()]
            sent = one.split()[0]
            links = {piece["link"] for piece in pieces if piece["kind"] != "report"}
            assert links <= {f"https://example.org/{sent}"} and pieces


def test_state_that_stays_says_why_and_rests_on_what_is_left(tables):
    states = by_cell(tables[1]["compliance"])
    stays = states[PLACE, "palermo-6-2", "practice"]
    assert (stays["state"], stays["counts_as"]) == ("gap_found", "short")
    assert pd.isna(stays["evidence_ids"])
    assert "so the earlier state stays" in stays["because"] and "not met" in stays["because"]
    disputed = states[PLACE, "palermo-6-6", "law"]
    assert (disputed["state"], disputed["counts_as"]) == ("disputed", "open")
    assert len(disputed["evidence_ids"].split()) == 1


def test_what_did_not_change_stands_as_it_was(tables):
    first, second = (by_cell(release["compliance"]) for release in tables)
    moved = by_cell(tables[1]["compliance_changes"]).keys()
    for cell in first.keys() - moved:
        for name in ("state", "rule", "because", "counts_as", "applies"):
            assert first[cell][name] == second[cell][name], (cell, name)


def test_bounds_move_only_by_what_came_in(tables):
    """Of the binding duties of the protocol, two more are in the count and one more is met for certain."""
    first, second = (
        release["compliance_summary"]
        .query(
            "jurisdiction == @PLACE and dimension == 'instrument' and item == 'palermo'"
            " and aspect == 'all' and force_group == 'binding'"
        )
        .iloc[0]
        for release in tables
    )
    assert second["applicable"] - first["applicable"] == 2
    # One attested anew and one whose reservation ended; one lost its statement.
    assert second["met"] - first["met"] == 1
    # 9-1 and 6-4 no longer short, 8-1 now is.
    assert second["short"] - first["short"] == -1
