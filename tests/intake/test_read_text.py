"""Text files come back cell for cell, with the row numbers a spreadsheet program shows."""

import csv
import io

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.intake.problems import IntakeError
from data.intake.read import read_files
from data.intake.specification import FileSpecification

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=8)


def read(path, **properties):
    con = duckdb.connect()
    findings = read_files(con, [path], [FileSpecification("it", "*", **properties)])
    return con, findings


def cells_of(con, headings):
    columns = ", ".join(f'"{heading}"' for heading in headings)
    return con.execute(f"SELECT {columns} FROM source.it ORDER BY row_id").fetchall()


def codes(path, **properties):
    with pytest.raises(IntakeError) as caught:
        read(path, **properties)
    return [problem.code for problem in caught.value.problems]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS, delimiter=st.sampled_from([",", ";", "\t", "|"]))
def test_any_text_comes_back_trimmed_and_otherwise_unchanged(tmp_path, rows, delimiter):
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([["a", "b", "c"], *rows])
    expected = [tuple(cell.strip() or None for cell in row) for row in rows]
    expected = [row for row in expected if any(row)]
    if not expected:
        assert codes(path, delimiter=delimiter) == ["no_rows"]
        return
    con, _ = read(path, delimiter=delimiter)
    assert cells_of(con, "abc") == expected


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(tmp_path, content):
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        read(path)
    except IntakeError as error:
        assert error.problems
        assert all(problem.message.endswith((".", ")")) for problem in error.problems)


def test_row_numbers_count_banner_heading_and_blank_lines(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("Ministry of Justice\n\nyear,cases\n2020,1\n\n2021,2\n")
    con, _ = read(path, header_rows=(3,))
    assert con.execute("SELECT row, year, cases FROM source.it ORDER BY row").fetchall() == [
        (4, "2020", "1"),
        (6, "2021", "2"),
    ]


def test_a_line_break_inside_a_cell_does_not_make_a_row(tmp_path):
    path = tmp_path / "notes.csv"
    path.write_text('a,b\n"one\ntwo",x\nthree,y\n')
    con, _ = read(path)
    assert con.execute("SELECT row, a FROM source.it ORDER BY row").fetchall() == [
        (2, "one\ntwo"),
        (3, "three"),
    ]


def test_identifiers_stay_text(tmp_path):
    path = tmp_path / "ids.csv"
    path.write_text("id,day\n3.10,03/04/2024\n007,9999-12-31\n1e5,NA\n")
    con, _ = read(path)
    assert cells_of(con, ["id", "day"]) == [
        ("3.10", "03/04/2024"),
        ("007", "9999-12-31"),
        ("1e5", "NA"),
    ]


def test_ragged_rows_are_quarantined_and_others_are_not(tmp_path):
    path = tmp_path / "ragged.csv"
    path.write_text("a,b\n1,2\n1\n1,2,3\n3,4\n")
    con, _ = read(path)
    states = con.execute("SELECT row, state, rule FROM source_rows ORDER BY row").fetchall()
    assert states == [
        (2, "received", None),
        (3, "quarantined", "row_width"),
        (4, "quarantined", "row_width"),
        (5, "received", None),
    ]


def test_an_unclosed_quotation_mark_names_its_row_and_no_value(tmp_path):
    path = tmp_path / "open.csv"
    path.write_text('a,b\n1,2\n3,"Maria\n5,6\n')
    with pytest.raises(IntakeError) as caught:
        read(path)
    assert [(one.code, one.row) for one in caught.value.problems] == [("unclosed_quote", 3)]
    assert "Maria" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_a_mark_need_no_declaration(tmp_path, encoding):
    path = tmp_path / "place.csv"
    path.write_text("Ort,Zahl\nZürich,1\n", encoding=encoding)
    con, _ = read(path)
    assert cells_of(con, ["Ort", "Zahl"]) == [("Zürich", "1")]


def test_other_encodings_are_refused_until_declared(tmp_path):
    path = tmp_path / "place.csv"
    path.write_text("Ort,Zahl\nZürich,1\n", encoding="cp1252")
    assert codes(path) == ["encoding"]
    con, _ = read(path, encoding="cp1252")
    assert cells_of(con, ["Ort", "Zahl"]) == [("Zürich", "1")]


def test_a_delimiter_found_by_looking_is_said(tmp_path):
    path = tmp_path / "semicolons.csv"
    path.write_text("a;b\n1,5;2\n2,5;3\n")
    con, findings = read(path)
    assert cells_of(con, "ab") == [("1,5", "2"), ("2,5", "3")]
    assert [finding.rule for finding in findings] == ["delimiter_found"]


def test_written_by_hand_without_a_last_line_break(tmp_path):
    path = tmp_path / "short.csv"
    stream = io.StringIO("a,b\r\n1,2\r\n3,4")
    path.write_bytes(stream.read().encode())
    con, _ = read(path)
    assert cells_of(con, "ab") == [("1", "2"), ("3", "4")]
