"""Numbers of a filled return are those of the release, read here by SQL of its own, and nothing more than these."""

import csv
import re
from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from reports.blocks import Table
from reports.pdf import write_pdf
from reports.returns import as_report, fill, known, write_return_csv, write_return_workbook

PLACES = ("XAA", "XAB", "XAC")
RETURNS = [form.id for form in known()]


@pytest.fixture(scope="module")
def database(made_release):
    with made_release.cursor() as found:
        yield found


@pytest.fixture(scope="module", params=[(place, each) for place in PLACES for each in RETURNS])
def filled(request, made_release):
    place, return_id = request.param
    return fill(made_release, return_id, place, 2025)


def lines_of(filled, folder) -> list[dict]:
    path = folder / "return.csv"
    write_return_csv(filled, path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(database, line: dict) -> list[tuple]:
    """(what was measured, blank) of every row that a line names, by SQL that shares no code with returns."""
    column = {each: each for each in ("value", "numerator", "denominator")}[line["measure"]]
    return database.execute(
        f"""SELECT {column}, blank FROM results
        WHERE metric_id = ? AND jurisdiction = ? AND scope = ? AND source = ? AND breakdown = ?
        AND category = ? AND period_start = ? AND period_end = ?
        AND coalesce(horizon_days, -1) = ? AND (? = '' OR currency = ?)""",
        [
            line["metric_id"],
            line["jurisdiction"],
            line["scope"],
            line["source"],
            line["breakdown"],
            line["category"],
            date.fromisoformat(line["period_start"]),
            date.fromisoformat(line["period_end"]),
            int(line["horizon_days"] or -1),
            line["currency"],
            line["currency"],
        ],
    ).fetchall()


def test_every_number_is_one_that_the_release_publishes(filled, database, tmp_path):
    lines = lines_of(filled, tmp_path)
    for line in (line for line in lines if line["number"]):
        found = published(database, line)
        assert len(found) == 1, line
        assert float(line["number"]) == pytest.approx(found[0][0])


def test_a_blank_never_has_a_number_and_a_number_never_a_blank(filled, tmp_path):
    for line in lines_of(filled, tmp_path):
        told = [bool(line["number"]), bool(line["text"]), bool(line["blank"])]
        assert told.count(True) == 1, line
        assert bool(line["blank"]) == bool(line["shorthand"]) == bool(line["reason"])


def test_what_the_release_hides_is_not_shown_and_what_it_tells_is(filled, database, tmp_path):
    for line in lines_of(filled, tmp_path):
        is_of_row = line["metric_id"] and line["as_of"]
        if not is_of_row or (line["differs"] and line["stands"] == "in the form"):
            continue
        number, blank = published(database, line)[0]
        if line["blank"] in ("suppressed", "withheld"):
            assert blank == line["blank"]
            assert number is None
        if number is None:
            assert not line["number"]
        elif not blank:
            assert line["number"]


def test_totals_of_the_year_are_those_of_the_release(made_release, database):
    told = dict(
        database.execute(
            """SELECT jurisdiction, value FROM results WHERE metric_id = 'persons_prosecuted'
            AND scope = 'trafficking' AND breakdown = 'total'
            AND period_start = '2025-01-01' AND period_end = '2025-12-31'"""
        ).fetchall()
    )
    assert len(told) == len(PLACES)
    for place, value in told.items():
        filled = fill(made_release, "eu_article_19a", place, 2025)
        [entry] = [
            each
            for each in filled.entries
            if each.cell.id == "EU19A-c" and each.answer and not each.split
        ]
        assert entry.figures[0].number == value


def test_a_figure_of_other_years_stands_beside_and_never_in_the_year(filled):
    for entry in filled.entries:
        for figure, year in zip(entry.figures, filled.years, strict=True):
            assert (figure.start, figure.end) == (date(year, 1, 1), date(year, 12, 31))
            if figure.blank == "other_period":
                assert entry.beside


def test_a_figure_that_differs_never_stands_in_the_form(filled):
    for entry in filled.entries:
        if entry.answer and entry.answer.differs:
            assert set(entry.blanks) == {"not_measured"}
            assert all(figure.number is None for figure in entry.figures)


def test_the_last_complete_year_is_taken_where_none_is_asked_for(made_release):
    assert fill(made_release, "eu_article_19a", "XAA").years == (2025,)
    assert fill(made_release, "unodc_glotip", "XAA").years == (2022, 2023, 2024, 2025)


def test_the_report_the_workbook_and_the_lines_tell_the_same(made_release, tmp_path):
    filled = fill(made_release, "eu_article_19a", "XAA", 2025)
    lines = lines_of(filled, tmp_path)
    wanted = [
        (line["cell_id"], line["shorthand"] or float(line["number"]))
        for line in lines
        if line["stands"] == "in the form"
    ]
    path = tmp_path / "return.xlsx"
    write_return_workbook(filled, path)
    sheet = load_workbook(path)["Article 19a(2)"]
    headings = [cell.value for cell in sheet[4]]
    cell, year = headings.index("Cell"), headings.index("2025")
    told = [(row[cell], row[year]) for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert told == wanted

    report = as_report(filled)
    shown = [
        row[block.headings.index("2025")]
        for block in report.blocks
        if isinstance(block, Table) and "2025" in block.headings
        for row in block.rows
    ]
    numbers = {f"{number:,.0f}" for _, number in wanted if isinstance(number, float)}
    assert {re.sub(r" §$", "", each) for each in shown if each[0].isdigit()} == numbers
    write_pdf(report, tmp_path / "return.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "return.pdf").pages)
    assert all(number in text for number in numbers)
