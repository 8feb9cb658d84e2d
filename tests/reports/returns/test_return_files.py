"""Files of a return: the same bytes for the same release, and no text of an agency that does anything."""

import csv
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from data.instruments import obligations
from languages import speaking
from reports.pdf import write_pdf
from reports.returns import as_report, fill, known, write_return_csv, write_return_workbook


@pytest.fixture(scope="module")
def filled(changed):
    return fill(changed, "unodc_glotip", "XAC")


@pytest.mark.parametrize("write", [write_return_csv, write_return_workbook])
def test_the_same_release_gives_the_same_bytes(filled, write, tmp_path):
    for name in ("one", "two"):
        write(filled, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_lines_for_programs_are_the_same_in_every_language(filled, tmp_path):
    write_return_csv(filled, tmp_path / "english")
    with speaking("fr"):
        write_return_csv(filled, tmp_path / "french")
    assert (tmp_path / "english").read_bytes() == (tmp_path / "french").read_bytes()


def test_no_text_begins_a_formula_and_none_is_lost(filled, tmp_path):
    path = tmp_path / "return.csv"
    write_return_csv(filled, path)
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["text"]]
    assert texts
    assert all(text.startswith("'=") for text in texts)

    path = tmp_path / "return.xlsx"
    write_return_workbook(filled, path)
    with zipfile.ZipFile(path) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert all(b"<f>" not in parts.read(name) for name in sheets)
    cells = [
        cell
        for sheet in load_workbook(path)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    hostile = [cell for cell in cells if isinstance(cell, str) and "HYPERLINK" in cell]
    assert hostile
    assert not any(cell.startswith("=") for cell in hostile)


def test_a_name_of_an_agency_is_printed_as_it_stands(filled, hostile, tmp_path):
    path = tmp_path / "return.pdf"
    write_pdf(as_report(filled), path)
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "#strong[x]" in "".join(text.split())
    assert hostile[:10] in text


def test_a_workbook_has_one_named_table_a_sheet_and_no_empty_row(filled, tmp_path):
    path = tmp_path / "return.xlsx"
    write_return_workbook(filled, path)
    book = load_workbook(path)
    assert book.sheetnames[:4] == ["Cover", "Contents", "Note for the ministry", "Marks"]
    for sheet in book.worksheets[1:]:
        assert len(sheet.tables) == 1, sheet.title
        assert not sheet.merged_cells.ranges
        rows = list(sheet.iter_rows(values_only=True))
        assert all(any(cell is not None for cell in row) for row in rows), sheet.title
        assert all(cell is not None for row in rows[4:] for cell in row), sheet.title
        assert len(set(rows[3])) == len(rows[3])
    assert filled.mark in str(book["Cover"]["A4"].value)


def test_every_line_of_made_up_data_says_so(filled, tmp_path):
    path = tmp_path / "return.csv"
    write_return_csv(filled, path)
    with path.open(encoding="utf-8", newline="") as file:
        assert {row["note"] for row in csv.DictReader(file)} == {filled.mark}


def test_a_place_that_the_duty_does_not_bind_is_not_told_that_it_owes(filled):
    """What the release knows of the duty stands beside what the text says of States."""
    free = replace(filled, binds="no", because=("Not a party.",))
    terms = {
        term: told for b in as_report(free).blocks if hasattr(b, "pairs") for term, told in b.pairs
    }
    assert terms["Does it bind this place"] == "No, by what this release knows. Not a party."
    assert not any(
        term == "Does it bind this place"
        for b in as_report(replace(filled, binds="")).blocks
        if hasattr(b, "pairs")
        for term, _ in b.pairs
    )


def test_duties_of_returns_are_duties_of_the_catalogue():
    """A wrong key would read as if a release did not know."""
    known_duties = {duty["obligation_id"] for duty in obligations()}
    assert {form.duty for form in known() if form.duty} <= known_duties
