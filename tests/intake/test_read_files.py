"""Folders, archives, workbooks and Parquet files; and what is refused, with the reason."""

import datetime
import json
import zipfile

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from data.intake.problems import IntakeError
from data.intake.read import read_files
from data.intake.specification import FileSpecification

ANY = [FileSpecification("it", "*")]


def read(*paths, specifications=ANY, **options):
    con = duckdb.connect()
    read_files(con, paths, specifications, **options)
    return con


def problems(*paths, specifications=ANY, **options):
    with pytest.raises(IntakeError) as caught:
        read(*paths, specifications=specifications, **options)
    return {(problem.code, problem.file) for problem in caught.value.problems}


def workbook(path, rows, title="cases"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def test_values_of_a_workbook_become_text(tmp_path):
    moment = datetime.datetime(2020, 2, 29, 13, 5)
    rows = [
        ["whole", "float", "day", "moment", "flag", "text"],
        [3, 3.1, datetime.date(2020, 2, 29), moment, True, " 3.10 "],
        [4.0, 1e-07, None, None, False, ""],
    ]
    workbook(tmp_path, rows).save(tmp_path / "t.xlsx")
    con = read(tmp_path / "t.xlsx")
    assert con.execute(
        "SELECT * EXCLUDE (row_id, file) FROM source.it ORDER BY row"
    ).fetchall() == [
        ("cases", 2, "3", "3.1", "2020-02-29", "2020-02-29 13:05:00", "true", "3.10"),
        ("cases", 3, "4", "1e-07", None, None, "false", None),
    ]


def test_an_unnamed_last_column_of_a_workbook_is_kept(tmp_path):
    workbook(tmp_path, [["a", "b"], [1, 2], [3, 4, "x"]]).save(tmp_path / "t.xlsx")
    con = read(tmp_path / "t.xlsx")
    assert con.execute('SELECT "column 3" FROM source.it ORDER BY row').fetchall() == [
        (None,),
        ("x",),
    ]


def test_a_formula_without_a_result_is_not_an_empty_cell(tmp_path):
    workbook(tmp_path, [["a", "b"], [1, 2], [3, "=A3+1"]]).save(tmp_path / "t.xlsx")
    con = read(tmp_path / "t.xlsx")
    assert con.execute("SELECT row, state, rule FROM source_rows ORDER BY row").fetchall() == [
        (2, "received", None),
        (3, "quarantined", "formula_without_value"),
    ]


def test_sheets_are_chosen_by_name_number_or_all(tmp_path):
    book = workbook(tmp_path, [["a"], [1]])
    book.create_sheet("second").append(["a"])
    book["second"].append([2])
    book.save(tmp_path / "t.xlsx")

    def values(sheet):
        con = read(tmp_path / "t.xlsx", specifications=[FileSpecification("it", "*", sheet=sheet)])
        return con.execute("SELECT sheet, a FROM source.it ORDER BY row_id").fetchall()

    assert values("SECOND") == [("second", "2")]
    assert values(1) == [("cases", "1")]
    assert values("*") == [("cases", "1"), ("second", "2")]
    none = [FileSpecification("it", "*", sheet="third")]
    assert problems(tmp_path / "t.xlsx", specifications=none) == {("sheet_missing", "t.xlsx")}


def test_parquet_and_workbook_give_the_same_text(tmp_path):
    table = pa.table(
        {
            "n": [3.0, 3.1, float("nan")],
            "day": pa.array([datetime.datetime(2020, 1, 2), None, None], pa.timestamp("ns")),
            "code": pa.array(["a", "b", "a"]).dictionary_encode(),
            "flag": [True, False, None],
        }
    )
    parquet.write_table(table, tmp_path / "t.parquet")
    con = read(tmp_path / "t.parquet")
    assert con.execute("SELECT row, n, day, code, flag FROM source.it ORDER BY row").fetchall() == [
        (1, "3", "2020-01-02", "a", "true"),
        (2, "3.1", None, "b", "false"),
        (3, None, None, "a", None),
    ]


def test_a_folder_and_a_zip_read_alike(tmp_path):
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "cases.csv").write_text("a\n1\n")
    (folder / "notes.md").write_text("read me")
    (folder / ".DS_Store").write_bytes(b"\0\0")
    with zipfile.ZipFile(tmp_path / "sent.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"sent/{file.name}")
    cases = [FileSpecification("it", "CASES*.csv")]
    for path in (folder, tmp_path / "sent.zip"):
        con = read(path, specifications=cases, ignore_files=["*.md"])
        assert con.execute("SELECT a FROM source.it").fetchall() == [("1",)]
        assert {code for code, _ in problems(path, specifications=cases)} == {"unexpected_file"}


def test_a_missing_file_is_a_problem_unless_optional(tmp_path):
    (tmp_path / "a.csv").write_text("x\n1\n")
    here = FileSpecification("here", "a.csv")
    assert problems(tmp_path, specifications=[here, FileSpecification("there", "b.csv")]) == {
        ("missing_file", None)
    }
    read(tmp_path, specifications=[here, FileSpecification("there", "b.csv", optional=True)])


def test_an_archive_cannot_climb_out_or_nest(tmp_path):
    with zipfile.ZipFile(tmp_path / "climb.zip", "w") as archive:
        archive.writestr("../../x.csv", "a\n1\n")
    with zipfile.ZipFile(tmp_path / "nest.zip", "w") as archive:
        archive.write(tmp_path / "climb.zip", "inner.zip")
    assert problems(tmp_path / "climb.zip") == {("archive_limits", "climb.zip")}
    assert problems(tmp_path / "nest.zip") == {("nested_archive", "nest.zip")}


def test_an_archive_that_unfolds_out_of_proportion_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.csv", "0" * 20_000_000)
    assert problems(tmp_path / "bomb.zip") == {("archive_limits", "bomb.zip")}


REFUSED = ("encoding", "control_char", "quote", "type", "zip", "xml", "active", "bounds")
REFUSED += ("encrypted", "corrupt", "rows", "empty")
OUR_CODE = {
    "control_char": "control_character",
    "quote": "unclosed_quote",
    "type": "wrong_type",
    "zip": "archive_limits",
    "xml": "xml_entities",
    "active": "active_content",
    "bounds": "far_cell",
    "rows": "too_large",
    "empty": "no_rows",
}


def test_every_hostile_file_is_read_or_refused_for_the_expected_reason(shared):
    folder = shared / "attacks" / "bad_inputs"
    if not folder.is_dir():
        pytest.skip("the hostile files are not beside this checkout")
    for case in json.loads((folder / "manifest.json").read_text()):
        path = folder / case["file"]
        must_refuse = case["answer"] == "reject" and case["rule"] in REFUSED
        if not must_refuse:
            try:
                read(path)
            except IntakeError as error:
                assert case["answer"] == "reject", (case["file"], str(error))
            continue
        found = {code for code, _ in problems(path)}
        expected = OUR_CODE.get(case["rule"], case["rule"])
        if case["file"] == "parquet_binary_text.parquet":
            expected = "unreadable_column"
        assert found == {expected}, case["file"]


def test_no_refusal_prints_a_value_of_the_file(shared):
    folder = shared / "attacks" / "bad_inputs"
    if not folder.is_dir():
        pytest.skip("the hostile files are not beside this checkout")
    baseline = duckdb.connect()
    read_files(baseline, [folder / "ok_baseline.xlsx"], ANY)
    ids = [row[0] for row in baseline.execute("SELECT case_id FROM source.it").fetchall()]
    assert len(set(ids)) == 20
    for path in sorted(folder.glob("*")):
        if path.suffix == ".json":
            continue
        try:
            read(path)
        except IntakeError as error:
            assert not any(one in str(error) for one in ids), path.name
