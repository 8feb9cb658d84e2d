"""From files to a receipt: every row accounted for, failing rows set aside by place and rule, no value repeated."""

import csv
import json
import random
from datetime import date
from pathlib import Path

import pytest

from data.intake.problems import IntakeError
from data.store import open_case_store, rebuild, receipts
from tests.validations.good_data import AGENCY, PERIOD, good_data, write_data
from validations.receive import inspect, receive

CANARY = "CANARYname"


def send(folder: Path, vault: Path, **changes):
    start, end = PERIOD
    settings = {"agency_id": AGENCY, "period_start": start, "period_end": end, "vault": vault}
    return receive([folder], **{**settings, **changes})


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    """A submission with one mistake of each sort, each in a case of its own, received."""
    folder = tmp_path_factory.mktemp("spoilt")
    data = good_data()
    data["victims"][1]["sex"] = CANARY
    data["complaints"][2]["complaint_id"] = f"{CANARY} <b>"
    data["complaints"][3]["received_on"] = CANARY
    data["complaints"][4]["decided_on"] = "2020-12-31"
    data["survey_responses"][5]["score"] = "6"
    data["sentences"][6]["amount"] = f"{CANARY}9"
    data["sentences"][7]["currency"] = ""
    data["followups"][8]["contact_on"] = "2109-01-01"
    data["exits"].append({**data["exits"][9], "how": "released"})
    charge_of_tenth_case = next(row for row in data["events"] if row["event_id"] == "E10.2")
    charge_of_tenth_case["occurred_on"] = "2020-01-05"
    arrest_of_eleventh_case = next(row for row in data["events"] if row["event_id"] == "E11.1")
    arrest_of_eleventh_case["occurred_on"] = "2219-01-05"
    write_data(folder / "in", data)
    receipt = send(folder / "in", folder / "vault")
    return folder, receipt


QUARANTINED = {
    ("victims.csv", 3, "codes:victims.sex"),
    # What refers to that victim falls with it.
    ("case_victims.csv", 3, "reference:case_victims.victim_id"),
    ("compensation.csv", 5, "reference:compensation.victim_id"),
    ("compensation.csv", 6, "reference:compensation.victim_id"),
    ("compensation.csv", 7, "reference:compensation.victim_id"),
    ("events.csv", 8, "event_without_subject"),
    ("exits.csv", 3, "reference:exits.victim_id"),
    ("followups.csv", 3, "reference:followups.victim_id"),
    ("complaints.csv", 4, "pattern:complaints.complaint_id"),
    ("complaints.csv", 5, "unreadable_date"),
    ("complaints.csv", 6, "complaint_decided_before_received"),
    ("survey_responses.csv", 7, "range:survey_responses.score"),
    ("sentences.csv", 8, "unreadable_number"),
    ("sentences.csv", 9, "currency:sentences.amount"),
    # Blanked first, and then a required date is missing.
    ("followups.csv", 10, "required:followups.contact_on"),
    ("exits.csv", 11, "unique:exits"),
    ("exits.csv", 32, "unique:exits"),
}


def test_exactly_the_failing_rows_are_quarantined_each_under_its_rule(spoilt):
    _, receipt = spoilt
    with (receipt.folder / "quarantine.csv").open(encoding="utf-8") as handle:
        listed = {(row["file"], int(row["row"]), row["rule"]) for row in csv.DictReader(handle)}
    assert listed == QUARANTINED
    assert receipt.rows_quarantined == len({place[:2] for place in QUARANTINED})


def test_every_row_is_accounted_for(spoilt):
    folder, receipt = spoilt
    sent = sum(len(path.read_text().splitlines()) - 1 for path in (folder / "in").glob("*.csv"))
    assert receipt.rows_received == sent
    assert sent == receipt.rows_accepted + receipt.rows_quarantined + receipt.rows_excluded
    assert sum(receipt.tables.values()) == receipt.rows_accepted


def test_unusual_order_and_blanked_date_keep_their_rows(spoilt):
    folder, receipt = spoilt
    report = json.loads((receipt.folder / "validation.json").read_text())
    found = {(one["rule"], one["severity"]): one["rows"] for one in report["findings"]}
    assert receipt.verdict == report["verdict"] == "review"
    assert found["charge_before_arrest", "review"] == 1
    assert found["date_impossible", "blanked"] == receipt.values_blanked == 1
    rebuild(folder / "vault")
    with open_case_store(folder / "vault") as con:
        kept = con.execute(
            "SELECT event_id, occurred_on, date_precision FROM events "
            "WHERE event_id IN ('E10.2', 'E11.1') ORDER BY event_id"
        ).fetchall()
    assert kept == [("E10.2", date(2020, 1, 5), "day"), ("E11.1", None, "unknown")]


def test_no_offending_value_is_repeated_anywhere(spoilt):
    folder, receipt = spoilt
    everything = [path for path in (folder / "vault").rglob("*") if path.is_file()]
    assert {path.suffix for path in everything} >= {".parquet", ".json", ".html", ".csv"}
    for path in everything:
        assert CANARY.encode() not in path.read_bytes(), path.name
    assert CANARY not in receipt.text()
    start, end = PERIOD
    report = inspect([folder / "in"], agency_id=AGENCY, period_start=start, period_end=end,
                     vault=folder / "other")  # fmt: skip
    assert CANARY not in report.text() + report.json() + repr(report)
    assert not (folder / "other").exists(), "inspect wrote something"


def test_page_needs_no_internet_and_names_its_parts(spoilt):
    _, receipt = spoilt
    page = (receipt.folder / "validation.html").read_text(encoding="utf-8")
    for outside in ("http:", "https:", "//", "src=", "<script", "@import", "url("):
        assert outside not in page.replace("<!doctype html>", ""), outside
    for part in ('lang="en"', "<main>", "<h1>", "<caption>", 'scope="col"', "prefers-color-scheme"):
        assert part in page, part
    for row in QUARANTINED:
        assert row[2] in page


def test_good_data_passes_and_a_second_sending_changes_nothing(tmp_path):
    folder = write_data(tmp_path / "in", good_data(cases=3))
    first = send(folder, tmp_path / "vault")
    assert (first.verdict, first.rows_quarantined, first.is_accepted) == ("pass", 0, True)
    again = send(folder, tmp_path / "vault")
    assert again.already_received and again.submission_id == first.submission_id
    # Other rows for the same period replace it.
    data = good_data(cases=2)
    corrected = send(write_data(tmp_path / "corrected", data), tmp_path / "vault")
    assert (corrected.vintage, corrected.supersedes) == (2, first.submission_id)
    assert first.folder.exists() and len(receipts(tmp_path / "vault")) == 2


def test_rows_may_refer_to_what_was_accepted_before_but_not_take_its_keys(tmp_path):
    vault, data = tmp_path / "vault", good_data(cases=8)
    people = {
        name: data.pop(name) for name in ("jurisdictions", "agencies", "victims", "defendants")
    }
    send(write_data(tmp_path / "people", people), vault, agency_id="XAA-POLICE")
    rest = write_data(tmp_path / "rest", data)
    assert send(rest, tmp_path / "empty").verdict == "fail"
    assert send(rest, vault).verdict == "pass"
    # The same case sent by another agency would be counted as one with this one.
    other = {"cases": [{**data["cases"][0], "case_id": f"N{number}"} for number in range(9)]}
    other["cases"].append(data["cases"][0])
    receipt = send(write_data(tmp_path / "other", other), vault, agency_id="XAA-COURT")
    assert [
        one.split(":")[1].split(".")[0] for one in receipt.remarks if one.startswith("taken")
    ] == ["cases"]
    assert (receipt.verdict, receipt.rows_quarantined) == ("review", 1)
    later = send(
        write_data(tmp_path / "later", other),
        vault,
        agency_id="XAA-COURT",
        period_end=date(2022, 6, 30),
    )
    assert any(
        remark.startswith("overlapping_period: the submission as a whole")
        for remark in later.remarks
    )


def test_a_failed_submission_leaves_only_its_report(tmp_path):
    data = good_data(cases=4)
    for row in data["victims"][:3]:
        row["sex"] = CANARY
    receipt = send(write_data(tmp_path / "in", data), tmp_path / "vault")
    assert receipt.verdict == "fail" and not receipt.is_accepted
    assert receipts(tmp_path / "vault") == []
    assert receipt.folder.parent.name == "rejected" and str(receipt.folder) in receipt.text()
    assert {path.name for path in receipt.folder.iterdir()} == {
        "validation.json", "validation.html", "quarantine.csv",
    }  # fmt: skip
    assert receipt.rows_received == receipt.rows_accepted + receipt.rows_quarantined
    # The same file again is judged again.
    assert send(tmp_path / "in", tmp_path / "vault").verdict == "fail"


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_rows_add_up_whatever_is_wrong(tmp_path, seed):
    """Cells spoilt at random: the account holds, and what is accepted refers to nothing missing."""
    chance, data = random.Random(seed), good_data(cases=12)
    for rows in data.values():
        for row in rows:
            if chance.random() < 0.02:
                row[chance.choice(list(row))] = chance.choice(["", CANARY, "0", "2031-02-02"])
    receipt = send(write_data(tmp_path / "in", data), tmp_path / "vault")
    sent = sum(len(rows) for rows in data.values())
    assert sent == receipt.rows_received
    assert sent == receipt.rows_accepted + receipt.rows_quarantined + receipt.rows_excluded
    if receipt.is_accepted:
        assert sum(receipt.tables.values()) == receipt.rows_accepted
        rebuild(tmp_path / "vault")
        with open_case_store(tmp_path / "vault") as con:
            orphans = con.execute(
                "SELECT count(*) FROM proceedings WHERE case_id NOT IN (SELECT case_id FROM cases) "
                "OR defendant_id NOT IN (SELECT defendant_id FROM defendants)"
            ).fetchone()
        assert orphans == (0,)


@pytest.mark.parametrize("agency", ["police", "XAA", "XAA-Court", "XAA COURT", ""])
def test_agency_of_wrong_form_is_refused_before_anything_is_read(tmp_path, agency):
    with pytest.raises(IntakeError, match="three letters"):
        send(tmp_path / "does not exist", tmp_path / "vault", agency_id=agency)
