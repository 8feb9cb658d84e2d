"""Every kind of file a page offers opens, is not empty and holds what the page says; the page prints."""

import csv
import re

import openpyxl
import pytest
from pypdf import PdfReader

from tests.browser.pages import TITLES
from tests.browser.reader import Reader

# Pages unlike each other; tests/views make the PDF, the workbook and every CSV of all the others, without a browser.
PAGES = {path: TITLES[path] for path in ("", "case_flow", "compliance", "attrition")}


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "overview")
def test_page_is_taken_away_as_pdf_and_as_workbook(reader, path, tmp_path):
    reader.go(path, PAGES[path])
    title = reader.page.get_by_role("heading", level=1).inner_text()
    pdf = reader.fetch(reader.page.get_by_role("button", name="This page as PDF"), tmp_path)
    assert pdf.suffix == ".pdf" and pdf.name.startswith("SYNTHETIC-answerable-")
    text = words(" ".join(page.extract_text() for page in PdfReader(pdf).pages))
    assert words(title) in text and "SYNTHETIC" in text
    for heading in reader.page.locator('[data-testid="stMain"] h2').all_inner_texts():
        assert words(heading) in text
    book = reader.fetch(reader.page.get_by_role("button", name=re.compile("workbook")), tmp_path)
    sheets = openpyxl.load_workbook(book).worksheets
    assert len(sheets) >= 3 and all(sheet.max_row >= 2 for sheet in sheets)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "overview")
def test_first_of_each_kind_of_file_opens(reader, path, tmp_path):
    reader.go(path, PAGES[path])
    for kind, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG"), ("CSV", b"\xef\xbb\xbfrelease_id,")):
        buttons = reader.page.get_by_role("button", name=re.compile(kind))
        if not buttons.count():
            assert kind != "CSV", "a page without any table to take away"
            continue
        saved = reader.fetch(buttons.first, tmp_path)
        assert saved.suffix == f".{kind.lower()}"
        assert start in saved.read_bytes()[:600]
        if kind == "CSV":
            with saved.open(encoding="utf-8-sig", newline="") as opened:
                lines = list(csv.DictReader(opened))
            assert lines and all(line["data"] == "SYNTHETIC" for line in lines)


def test_paper_holds_the_whole_page_and_no_ways_to_click(browser, address, tmp_path):
    reader = Reader(browser, address, scheme="dark")
    reader.open("attrition")
    last = reader.page.locator('[data-testid="stMain"] h2').all_inner_texts()[-1]
    reader.page.pdf(path=tmp_path / "printed.pdf", format="A4")
    text = words(
        " ".join(page.extract_text() for page in PdfReader(tmp_path / "printed.pdf").pages)
    )
    assert words(last) in text
    assert "asCSV" not in text and words("Look up") not in text
    reader.page.emulate_media(media="print", color_scheme="dark")
    paint = reader.page.evaluate(
        "() => [getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor,"
        " getComputedStyle(document.querySelector('h1')).color]"
    )
    assert paint == ["rgb(255, 255, 255)", "rgb(28, 36, 48)"]
    reader.close()
