"""Another person's law, five duties in a TOML file, is judged, summed up and shown with no code changed."""

import pytest

from release.read import open_release
from release.verify import verify
from tests.doors.stated import BODY, OFFICE, PLACE, Desk, figures, statements

LAW = """
title = "Law of the Islands on Trafficking"
short_title = "Islands law"
adopted = 2020
kind = "national_law"
"""
DUTY = """
[[obligation]]
id = "islands-{number}-1"
article = "{number}"
duty = "Duty number {number} of the Islands"
force = "{force}"
certainty = "{certainty}"
themes = ["{theme}"]
aspects = ["law", "practice"]
attested = "It is done."
"""
DUTIES = (
    (1, "shall", "read", "compensation"),
    (2, "shall", "unchecked", "compensation"),
    (3, "may", "read", "prevention"),
    (4, "shall", "read", "data"),
    (5, "shall", "read", "legal_aid"),
)
SAID = {
    "T20": "attestations T20, islands-1-1, practice, met, A, 2025-03-01, K1",
    "T21": "attestations T21, islands-2-1, practice, not_met, A, 2025-03-01, K1",
    "T22": "attestations T22, islands-3-1, practice, not_met, A, 2025-03-01, K1",
    "J20": "participations J20, islands, in_force, , 2020-01-01,",
    "J21": "participations J21, islands, reservation, islands-5-1, 2020-01-01,",
    "Y02": "",
    "Y03": "",
}
STATES = {
    ("islands-1-1", "practice"): "attested",
    ("islands-2-1", "practice"): "gap_found",
    ("islands-3-1", "practice"): "not_taken_up",
    ("islands-4-1", "practice"): "no_evidence",
    ("islands-5-1", "practice"): "not_applicable",
    ("islands-1-1", "law"): "no_evidence",
}


@pytest.fixture(scope="module")
def folder(build, tmp_path_factory):
    """The releases of an installation that has the file in a folder of its own."""
    own = tmp_path_factory.mktemp("laws")
    entries = (
        DUTY.format(number=number, force=force, certainty=certainty, theme=theme)
        for number, force, certainty, theme in DUTIES
    )
    (own / "islands.toml").write_text(LAW + "".join(entries), encoding="utf-8")
    desk = Desk(tmp_path_factory.mktemp("with-law"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANSWERABLE_INSTRUMENTS", str(own))
        assert desk.submit(OFFICE, figures()) == 0, desk.said
        assert desk.submit(BODY, statements(SAID)) == 0, desk.said
        desk.release()
    return desk.releases


@pytest.fixture(scope="module")
def made(folder):
    with open_release(folder) as opened:
        yield opened


def test_duties_are_in_the_release(made):
    assert made.table("obligations").query("instrument == 'islands'")["obligation_id"].tolist() == [
        f"islands-{number}-1" for number in range(1, 6)
    ]
    [row] = made.table("instruments").query("instrument == 'islands'").to_dict("records")
    assert (row["short_title"], row["adopted"], row["kind"]) == (
        "Islands law",
        2020,
        "national_law",
    )


def test_each_has_its_states_and_sums(made):
    told = made.table("compliance").query("jurisdiction == @PLACE")
    told = told[told["obligation_id"].str.startswith("islands")]
    states = {(row.obligation_id, row.aspect): row.state for row in told.itertuples()}
    assert len(states) == 10 and STATES.items() <= states.items()
    sums = made.table("compliance_summary").query(
        "jurisdiction == @PLACE and item == 'islands' and aspect == 'all'"
    )
    counted = {row.force_group: row for row in sums.itertuples()}
    binding = counted["binding"]
    # Four binding duties in two aspects, one of them taken out by a reservation.
    assert (binding.applicable, binding.met, binding.short, binding.open) == (6, 1, 1, 4)
    assert binding.not_applicable == 2
    assert (counted["soft"].applicable, counted["soft"].short) == (2, 1)


def test_release_is_whole_for_whoever_has_no_such_file(made, monkeypatch):
    monkeypatch.delenv("ANSWERABLE_INSTRUMENTS", raising=False)
    assert verify(made.path) == []


def test_they_stand_on_the_pages(page, folder, monkeypatch):
    monkeypatch.delenv("ANSWERABLE_INSTRUMENTS", raising=False)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    shown = page("compliance", place=f"Islands ({PLACE})", instrument="Islands law")
    assert shown.exceptions == []
    [heat] = [table for table in shown.tables if "Islands law" in table.headings]
    told = {row["Theme"]: row["Islands law"] for row in heat.records}
    assert told["Compensation"] == "1 to 3 of 4"
    listed = shown.table("by aspect: Islands").records
    assert len(listed) == 8
    assert sum("Wording not checked against the text" in row["Duty"] for row in listed) == 2
    cell = page("compliance_cell", place=PLACE, obligation="islands-2-1", aspect="practice")
    assert cell.exceptions == []
    assert "Gap found" in cell.text and "Duty number 2 of the Islands" in cell.text
    assert "Duty number 5 of the Islands" in page("obligations").text
