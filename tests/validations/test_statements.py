"""Statements are taken from oversight bodies only, and their prose is kept as it stands or refused unrepeated."""

import csv
from datetime import date

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from data.schema import submitted_tables
from data.store import Known, open_case_store, rebuild
from tests.validations.good_data import good_data, write_data
from tests.validations.mapped_data import mapped_database
from tests.validations.oversight_data import OVERSIGHT, PERIOD, STATEMENTS, oversight_data, replies
from validations.prose import create_searches
from validations.receive import receive
from validations.validate import rules

FROM_OVERSIGHT = sorted(name for name, one in submitted_tables().items() if one.sender_kind)
SUBMISSION = {
    "agency_id": OVERSIGHT,
    "mapping": "own",
    "period_start": PERIOD[0],
    "period_end": PERIOD[1],
    "as_of": PERIOD[1],
}
SENT_AS_THEY_STAND = [
    "One line.\nAnother.\n\nAnd one after an empty one.",
    "=1+1",
    "+5 points, -3 points",
    "- first\n- second",
    "<script>alert('x')</script> & <b>bold</b> &amp; done",
    'She said "no", then; left\\n | %s {0} $1',
    "Rāṣṭra, Größe, закон, 法律, قانون 👍",
    "Application no. 25965/04 of 2010, CETS 197 and 2011/36",
    "NA",
    "a" * 1500,
]


def send(folder, vault, agency_id=OVERSIGHT):
    start, end = PERIOD
    return receive([folder], agency_id=agency_id, period_start=start, period_end=end, vault=vault)


def set_aside(receipt) -> set[tuple[str, int, str]]:
    """(file, row in the file, rule) of everything set aside."""
    with (receipt.folder / "quarantine.csv").open(encoding="utf-8") as handle:
        return {(row["file"], int(row["row"]), row["rule"]) for row in csv.DictReader(handle)}


def kept(vault, query: str) -> list:
    rebuild(vault)
    with open_case_store(vault) as con:
        return con.execute(query).fetchall()


def test_the_tables_of_oversight_are_those_that_say_how_duties_stand():
    assert sorted(STATEMENTS) == FROM_OVERSIGHT


def test_good_statements_break_no_rule_when_an_oversight_body_sends_them():
    con, _ = mapped_database(oversight_data(), SUBMISSION)
    assert {rule.id: con.execute(rule.query).fetchall() for rule in rules()} == {
        rule.id: [] for rule in rules()
    }


@pytest.mark.parametrize("name", FROM_OVERSIGHT)
@pytest.mark.parametrize("kind", ["police", "court", "other", None])
def test_statements_of_any_other_body_are_refused(name, kind):
    data = oversight_data(kind or "oversight")
    if kind is None:
        data["agencies"] = []
    con, places = mapped_database(data, SUBMISSION)
    (rule,) = [rule for rule in rules() if rule.id == f"sender:{name}"]
    rows = con.execute(rule.query).fetchall()
    assert rule.severity == "fail"
    assert [places[row_id] for (row_ids,) in rows for row_id in row_ids] == [(name, 0)]


def test_a_body_accepted_as_another_kind_cannot_make_itself_an_oversight_body(tmp_path):
    vault = tmp_path / "vault"
    bodies = {name: oversight_data("court")[name] for name in ("jurisdictions", "agencies")}
    first = send(write_data(tmp_path / "bodies", bodies), vault, agency_id="XAA-LINK")
    assert first.verdict == "pass"
    receipt = send(write_data(tmp_path / "in", oversight_data()), vault)
    assert {rule for _, _, rule in set_aside(receipt)} == {
        f"sender:{name}" for name in FROM_OVERSIGHT
    }


def test_a_body_described_by_another_agency_may_send_statements(tmp_path):
    vault, data = tmp_path / "vault", oversight_data()
    bodies = {name: data.pop(name) for name in ("jurisdictions", "agencies")}
    send(write_data(tmp_path / "bodies", bodies), vault, agency_id="XAA-LINK")
    assert send(write_data(tmp_path / "in", data), vault).verdict == "pass"


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_prose_is_kept_as_it_stands(tmp_path, form):
    folder, vault = tmp_path / "in", tmp_path / "vault"
    data = replies(SENT_AS_THEY_STAND)
    if form == "csv":
        write_data(folder, data)
    elif form == "parquet":
        folder.mkdir()
        for name, rows in data.items():
            parquet.write_table(pa.Table.from_pylist(rows), folder / f"{name}.parquet")
    else:
        folder.mkdir()
        write_workbook(folder / "all.xlsx", data)
    receipt = send(folder, vault)
    assert receipt.verdict == "pass", receipt.text()
    found = dict(kept(vault, "SELECT reply_id, reply FROM replies"))
    assert [found[f"Y{number + 1}"] for number in range(len(found))] == SENT_AS_THEY_STAND


def test_prose_is_kept_as_it_stands_under_a_mapping_too(tmp_path):
    vault, texts = tmp_path / "vault", SENT_AS_THEY_STAND
    (tmp_path / "in").mkdir()
    with (tmp_path / "in" / "answers.csv").open("w", newline="", encoding="utf-16") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(["No", "Answer"])
        writer.writerows((f"Y{number}", text) for number, text in enumerate(texts, 1))
    mapping = tmp_path / "answers.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    start, end = PERIOD
    receipt = receive(
        [tmp_path / "in"],
        mapping=mapping,
        agency_id=OVERSIGHT,
        period_start=start,
        period_end=end,
        vault=vault,
    )
    assert receipt.verdict == "pass", receipt.text()
    found = dict(kept(vault, "SELECT reply_id, reply FROM replies"))
    assert [found[f"Y{number + 1}"] for number in range(len(found))] == texts


MAPPING = """
title = "Answers of a fictional government"
scope = "trafficking"

[constants]
jurisdiction = "XAA"

[[file]]
id = "answers"
name = "answers.csv"
delimiter = ";"

[[table]]
into = "jurisdictions"
rows = [{ jurisdiction = "XAA", name = "Aldermark", kind = "fictional" }]

[[table]]
into = "agencies"
rows = [{ agency_id = "XAA-RAPPORTEUR", name = "Rapporteur", kind = "oversight", linkage_unit = "L2" }]

[[table]]
into = "replies"
from = "answers"
[table.columns]
reply_id = "No"
obligation_id = { value = "palermo-5-1" }
aspect = { value = "law" }
replied_on = { value = "2021-02-02" }
reply = { from = "Answer", not_missing = ["NA"] }
"""


def write_workbook(path, data: dict[str, list[dict]]) -> None:
    """One sheet a table; what begins like a formula is stored as text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in data.items():
        sheet = book.create_sheet(name)
        columns = list(rows[0])
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
            for cell in sheet[sheet.max_row]:
                cell.data_type = "s"
    book.save(path)


REFUSED = {
    "The office at name@hidden.example answers.": {
        "address:replies.reply",
        "pattern:replies.reply",
    },
    "Write to name (at) example.org.": {"address:replies.reply"},
    "Call 06 12 34 56 78.": {"number:replies.reply"},
    "Her file is SECRET-4711008.": {"number:replies.reply"},
    "She was born on 2 May 1990.": {"birth:replies.reply"},
    "A bell \x07 rings.": {"pattern:replies.reply"},
    "Turned \u202e round.": {"pattern:replies.reply"},
    "b" * 1501: {"pattern:replies.reply"},
}


def test_prose_that_tells_of_a_person_is_set_aside_and_never_repeated(tmp_path):
    vault = tmp_path / "vault"
    texts = [f"Reply {number}." for number in range(40)] + list(REFUSED)
    receipt = send(write_data(tmp_path / "in", replies(texts)), vault)
    found = set_aside(receipt)
    expected = {
        ("replies.csv", 42 + position, rule)
        for position, several in enumerate(REFUSED.values())
        for rule in several
    }
    rows = {(file, row) for file, row, _ in expected}
    assert {(file, row) for file, row, _ in found} == rows and found <= expected
    assert receipt.verdict == "review" and receipt.rows_quarantined == len(REFUSED)
    for path in (path for path in vault.rglob("*") if path.is_file()):
        written = path.read_bytes()
        for part in (
            b"name@",
            b"hidden",
            b"06 12",
            b"SECRET",
            b"4711008",
            b"1990",
            b"bell",
            b"bbbbb",
        ):
            assert part not in written, (path.name, part)
    assert "SECRET" not in receipt.text() and "1990" not in receipt.text()


def test_pseudonyms_of_cases_accepted_before_are_not_published(tmp_path):
    vault, cases = tmp_path / "vault", good_data(cases=3)
    for row in (row for rows in cases.values() for row in rows):
        for column in ("case_id", "victim_id", "subject_id"):
            if row.get(column, "")[:1] in ("C", "V"):
                row[column] = f"XAA-{row[column]}-K"
    assert (
        send(write_data(tmp_path / "cases", cases), vault, agency_id="XAA-LINK").verdict == "pass"
    )
    texts = [f"Reply {number}." for number in range(20)]
    texts += ["In XAA-V2-K nothing was done.", "See (xaa-c3-k).", "XAA-V9-K is nobody."]
    receipt = send(write_data(tmp_path / "in", replies(texts)), vault)
    assert set_aside(receipt) == {
        ("replies.csv", row, "pseudonym:replies.reply") for row in (22, 23)
    }


def test_a_pseudonym_of_another_state_is_not_looked_for():
    con, _ = mapped_database(
        {
            **replies(["See FRA-V0001X."]),
            "victims": [{"jurisdiction": "FRA", "victim_id": "FRA-V0001X"}],
        },
        SUBMISSION,
        Known(),
    )
    (rule,) = [rule for rule in rules() if rule.id == "pseudonym:replies.reply"]
    assert con.execute(rule.query).fetchall() == []
    con.execute("UPDATE mapped.replies SET jurisdiction = 'FRA-75'")
    assert len(con.execute(rule.query).fetchall()) == 1


NAMES = {
    "Annual report 2023/24, no. 12": None,
    "Report of 3 May 2021 under article 19a-3": None,
    "Report, ring 06 12 34 56 78": "number",
    "Report of somebody born on 2 May 1990": "birth",
    "Report from name (at) example.org": "address",
    "Report on XAA-V2-K": "pseudonym",
    "Report coded by xaa-reader-7": "pseudonym",
}


def test_names_of_reports_become_titles_and_are_searched_like_prose():
    data = oversight_data()
    data["attestations"][0]["coder"] = "XAA-Reader-7"
    data["victims"] = [{"jurisdiction": "XAA", "victim_id": "XAA-V2-K"}]
    data["statutory_reports"] = [
        {
            "jurisdiction": "XAA",
            "report_id": f"P{number}",
            "agency_id": OVERSIGHT,
            "name": name,
            "due_on": "2021-02-02",
        }
        for number, name in enumerate(NAMES)
    ]
    con, places = mapped_database(data, SUBMISSION)
    found = {
        (row, rule.id)
        for rule in rules()
        if rule.id.endswith(":statutory_reports.name")
        for (row_ids,) in con.execute(rule.query).fetchall()
        for table, row in [places[row_id] for row_id in row_ids]
    }
    assert found == {
        (row, f"{sign}:statutory_reports.name") for row, sign in enumerate(NAMES.values()) if sign
    }


def test_searches_are_made_once_for_a_database():
    con = duckdb.connect()
    create_searches(con)
    create_searches(con)
    assert con.execute(
        "SELECT shows('number', '0612345678'), shows('number', NULL)"
    ).fetchone() == (
        True,
        None,
    )
    assert con.execute("SELECT words_of('case XAA-V2-K.')").fetchone() == (["xaa-v2-k"],)


def test_a_statement_dated_after_the_data_date_is_set_aside(tmp_path):
    data = oversight_data()
    ahead = date(2023, 1, 1).isoformat()
    data["replies"] += [{**data["replies"][0], "reply_id": "Y2", "replied_on": ahead}]
    # What binds from a later day, or falls due on one, may lie ahead.
    data["participations"] += [
        {**data["participations"][0], "participation_id": "J2", "from_on": ahead}
    ]
    data["recommendations"][0]["due_on"] = ahead
    receipt = send(write_data(tmp_path / "in", data), tmp_path / "vault")
    assert set_aside(receipt) == {("replies.csv", 3, "ahead:replies.replied_on")}
