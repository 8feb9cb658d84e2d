"""The case store is made anew from accepted submissions, the same each time."""

import shutil
import sys
from datetime import date

import duckdb
import pytest

from data.schema import code_lists, submitted_tables
from data.store import StoreError, current_receipts, known_keys, open_case_store, rebuild
from data.store.places import case_store_file
from tests.store.stored import FINDING, case, put

YEARS = {2020: "a", 2021: "b", 2022: "c"}


def year(number: int) -> dict:
    return {
        "period_start": date(number, 1, 1),
        "period_end": date(number, 12, 31),
        "as_of": date(number, 12, 31),
        "sha256": YEARS[number] * 64,
    }


def rows(vault, query: str) -> list[tuple]:
    rebuild(vault)
    with open_case_store(vault) as con:
        return con.execute(query).fetchall()


def test_store_holds_every_table_and_can_be_thrown_away(tmp_path):
    put(tmp_path, {"cases": [case(2), case(1)]})
    wanted = "SELECT jurisdiction, case_id, submission_id FROM cases"
    first = rows(tmp_path, wanted)
    assert [row[:2] for row in first] == [("XAA", "C1"), ("XAA", "C2")]
    case_store_file(tmp_path).unlink()
    assert rows(tmp_path, wanted) == first
    with open_case_store(tmp_path) as con:
        present = {
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
        states = con.execute("SELECT jurisdiction FROM jurisdictions").fetchall()
    assert present >= {*submitted_tables(), "obligations", "submissions", "findings_summary"}
    assert {code for (code,) in states} == set(code_lists()["country"].codes)


def test_rebuilding_twice_gives_the_same_content(tmp_path):
    for number in YEARS:
        put(tmp_path, {"cases": [case(number), case(number + 1)]}, **year(number))
    dump = "SELECT * FROM cases UNION ALL BY NAME SELECT * FROM submissions"
    assert rows(tmp_path, dump) == rows(tmp_path, dump)


def test_order_of_files_does_not_show(tmp_path):
    for vault, order in ((tmp_path / "one", (2020, 2021)), (tmp_path / "two", (2021, 2020))):
        for number in order:
            put(vault, {"cases": [case(number)]}, **year(number))
    query = "SELECT jurisdiction, case_id, submission_id FROM cases"
    assert rows(tmp_path / "one", query) == rows(tmp_path / "two", query)


def test_superseded_rows_are_gone_and_the_receipt_stays(tmp_path):
    first = put(tmp_path, {"cases": [case(1), case(2)]})
    second = put(tmp_path, {"cases": [case(1)]}, sha256="b" * 64)
    assert rows(tmp_path, "SELECT case_id FROM cases") == [("C1",)]
    assert rows(
        tmp_path, "SELECT submission_id, vintage, superseded_by FROM submissions ORDER BY vintage"
    ) == [(first.submission_id, 1, second.submission_id), (second.submission_id, 2, None)]


def test_a_key_sent_twice_counts_once_as_the_newer_data_date_has_it(tmp_path):
    put(tmp_path, {"cases": [case(1, victim_count=5)]}, **year(2021))
    put(tmp_path, {"cases": [case(1, victim_count=3)]}, **year(2020))
    assert rows(tmp_path, "SELECT case_id, victim_count FROM cases") == [("C1", 5)]


def test_findings_are_summed_up_for_current_submissions_only(tmp_path):
    put(tmp_path, {"cases": [case(1)]})
    second = put(tmp_path, {"cases": [case(2)]}, sha256="b" * 64)
    found = rows(
        tmp_path, 'SELECT submission_id, rule, severity, "table", rows FROM findings_summary'
    )
    assert found == [(second.submission_id, FINDING["rule"], "review", "events", 12)]


def test_an_agency_that_stopped_reporting_keeps_its_older_date(tmp_path):
    put(tmp_path, {"cases": [case(1)]}, **year(2020))
    # The police go on reporting and still mention the court; a school is known through them only.
    later = {"agency_id": "XAA-POLICE", **year(2022)}
    put(tmp_path, {"cases": [case(2), case(3, "XAA-POLICE"), case(4, "XAA-SCHOOL")]}, **later)
    dates = "SELECT jurisdiction, agency_id, as_of FROM data_dates"
    assert rows(tmp_path, dates) == [
        ("XAA", "XAA-COURT", date(2020, 12, 31)),
        ("XAA", "XAA-POLICE", date(2022, 12, 31)),
        ("XAA", "XAA-SCHOOL", date(2022, 12, 31)),
    ]


def test_a_carried_agency_has_the_date_of_the_submissions_that_carry_it(tmp_path):
    unit = {"agency_id": "XAA-LINK"}
    put(tmp_path, {"cases": [case(1, "XAA-SCHOOL")]}, **unit, **year(2020))
    put(tmp_path, {"cases": [case(2, "XAA-POLICE")]}, **unit, **year(2021))
    dates = dict(rows(tmp_path, "SELECT agency_id, as_of FROM data_dates"))
    assert dates == {
        "XAA-SCHOOL": date(2020, 12, 31),
        "XAA-POLICE": date(2021, 12, 31),
        "XAA-LINK": date(2021, 12, 31),
    }


def test_a_series_about_other_places_sets_no_data_date(tmp_path):
    put(tmp_path, {"cases": [case(1)]}, **year(2020))
    elsewhere = {"jurisdiction": "XAA-NORTH", "case_id": "C2", "agency_id": "XAA-COURT"}
    put(tmp_path, {"cases": [elsewhere]}, mapping="north", jurisdiction=None, **year(2022))
    dates = dict(rows(tmp_path, "SELECT jurisdiction, as_of FROM data_dates"))
    assert dates == {"XAA": date(2020, 12, 31), "XAA-NORTH": date(2022, 12, 31)}


def test_a_superseded_submission_sets_no_data_date(tmp_path):
    put(tmp_path, {"cases": [case(1)]}, **{**year(2020), "as_of": date(2022, 1, 1)})
    put(tmp_path, {"cases": [case(1)]}, **{**year(2020), "sha256": "f" * 64})
    assert rows(tmp_path, "SELECT as_of FROM data_dates") == [(date(2020, 12, 31),)]


def test_a_failed_rebuild_leaves_the_old_store(tmp_path, monkeypatch):
    put(tmp_path, {"cases": [case(1)]})
    before = rows(tmp_path, "SELECT case_id FROM cases")
    monkeypatch.setattr(sys.modules["data.store.rebuild"], "create_data_dates", lambda con: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rebuild(tmp_path)
    with open_case_store(tmp_path) as con:
        assert con.execute("SELECT case_id FROM cases").fetchall() == before


def test_store_is_read_only_and_its_absence_is_explained(tmp_path):
    with pytest.raises(StoreError, match="no case store yet"):
        open_case_store(tmp_path)
    rebuild(tmp_path)
    with open_case_store(tmp_path) as con, pytest.raises(duckdb.Error):
        con.execute("CREATE TABLE t (a INT)")


def test_files_written_before_a_column_was_declared_are_still_read(tmp_path):
    kept = put(tmp_path, {"cases": [case(1)]})
    path = kept.folder / "cases.parquet"
    older = tmp_path / "older.parquet"
    duckdb.execute(
        f"COPY (SELECT jurisdiction, case_id, agency_id, submission_id FROM '{path}') TO '{older}'"
    )
    path.chmod(0o600)
    shutil.move(older, path)
    assert rows(tmp_path, "SELECT case_id, victim_count FROM cases") == [("C1", None)]


def test_known_rows_leave_out_the_series_that_will_be_replaced(tmp_path):
    first = put(tmp_path, {"cases": [case(1)]}, **year(2020))
    put(tmp_path, {"cases": [case(2)]}, **year(2021))
    with duckdb.connect() as con:
        known_keys(tmp_path, besides=first.series).attach(con)
        assert con.execute("SELECT case_id, sent_by FROM known.cases").fetchall() == [
            ("C2", "XAA-COURT")
        ]
        known_keys(tmp_path, state="FRA").attach(con)
        assert con.execute("SELECT count(*) FROM known.cases").fetchone() == (0,)


def test_order_of_arrival_shows_neither_in_the_store_nor_in_the_receipts(tmp_path):
    """Two agencies send one key under one data date: which row stands may not hang on who was first."""
    sent = (
        ("XAA-COURT", year(2021), 5, {"sha256": "a" * 64}),
        ("XAA-POLICE", year(2021), 3, {"sha256": "b" * 64}),
        ("XAA-COURT", year(2020), 4, {"sha256": "c" * 64}),
    )
    found = []
    for vault, order in ((tmp_path / "one", (0, 1, 2)), (tmp_path / "two", (2, 1, 0))):
        for number in order:
            agency, when, count, content = sent[number]
            put(
                vault,
                {"cases": [case(1, victim_count=count), case(10 + number)]},
                **{"agency_id": agency, **when, **content},
            )
        tables = ("cases", "submissions", "findings_summary", "data_dates", "agency_rows")
        store = [
            rows(vault, f"SELECT * EXCLUDE (received_at) FROM {name}")
            if name == "submissions"
            else rows(vault, f"SELECT * FROM {name}")
            for name in tables
        ]
        found.append((store, [one.submission_id for one in current_receipts(vault)]))
    assert found[0] == found[1]
    assert len(found[0][1]) == len(sent)
