"""Prose on its whole way: kept byte for byte, shown as text, or refused without being repeated."""

import re

import pytest

from release.read import open_release
from tests.doors.stated import BODIES, PERIOD, PLACE, REPLIES, Desk, statements

PARTS = ("hidden.person", "XZA-V7-Kept", "In the matter of")
"""What stands in the replies that were refused, and must stand nowhere else."""


def test_reply_arrives_byte_for_byte(turns):
    for path in (turns.first, turns.second):
        with open_release(path) as release:
            assert release.table("replies")["reply"].tolist() == [REPLIES["Y01"]]


def test_reply_is_shown_as_text_in_full(turns, page, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(turns.second.parent))
    shown = page("compliance_cell", place=PLACE, obligation="palermo-6-2", aspect="practice")
    assert shown.exceptions == []
    assert "<script" not in shown.html and "<b>is" not in shown.html
    assert "The Act &lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in shown.html
    assert "met | =1+1\n=1+1\n| a | b |" in shown.html
    assert " ".join(REPLIES["Y01"].split()) in shown.text


def test_refused_replies_are_told_by_rule_and_never_repeated(turns):
    with open_release(turns.first) as release:
        found = release.table("data_quality").query("table_name == 'replies'")
    rules = {
        "address:replies.reply",
        "pattern:replies.reply",
        "pseudonym:replies.reply",
    }
    assert set(found["rule"]) == rules and set(found["severity"]) == {"fail"}
    assert "address:replies.reply: 1 row" in turns.desk.said
    said = turns.desk.said + " ".join(found["message"])
    assert not [part for part in PARTS if part in said]


def test_refused_replies_stand_in_no_file_that_is_kept(turns):
    """Neither in the restricted folder nor in a release; the case data alone hold the pseudonym."""
    for folder in (turns.desk.vault, turns.desk.releases):
        for path in (path for path in folder.rglob("*") if path.is_file()):
            content = path.read_bytes()
            for part in (PARTS[0], PARTS[2]):
                assert part.encode() not in content, (path, part)
    for path in turns.desk.releases.rglob("*.duckdb"):
        assert PARTS[1].encode() not in path.read_bytes()


@pytest.mark.parametrize("kind", ["police", "statistics"])
def test_statement_of_another_body_is_refused(tmp_path, kind):
    desk, agency = Desk(tmp_path), f"{PLACE}-OTHER"
    row = BODIES["agencies"][1] | {"agency_id": agency, "kind": kind}
    attested = {"attestations": statements()["attestations"]}
    assert desk.submit(agency, {"agencies": [*BODIES["agencies"], row]} | attested) == 1
    number = len(attested["attestations"])
    assert f"sender:attestations: {number} rows" in desk.said
    assert not list(desk.vault.glob("submissions/*"))
    assert re.search(r"Verdict: fail", desk.said) and PERIOD[:4] == "2020"
