"""The PDF and the workbook of every page hold what the page shows: each heading, each table."""

import io

import openpyxl
import pytest
from pypdf import PdfReader

from reports.page.making import make
from tests.browser.pages import LOOK_UP, ONE_OF_A_KIND, VIEWS

PAGES = [*VIEWS, *LOOK_UP, *ONE_OF_A_KIND]
# Page by page, so that both files are made while it is open.
EACH = pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "overview", scope="module")


def squeezed(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u200b\u00ad-")


@pytest.mark.long
@EACH
def test_page_is_whole_as_pdf(page, path):
    shown = page(path)
    pdf = PdfReader(io.BytesIO(make("pdf", shown.taken.document)))
    text = squeezed(" ".join(each.extract_text() for each in pdf.pages))
    assert "SYNTHETIC" in text
    for heading in (*shown.run.title, *shown.run.header):
        assert squeezed(heading.value) in text


@EACH
def test_page_is_whole_as_workbook(page, path):
    shown = page(path)
    sheets = openpyxl.load_workbook(io.BytesIO(make("xlsx", shown.taken.document))).worksheets
    assert len(sheets) >= 3 and all(sheet.max_row >= 2 for sheet in sheets)
    captions = squeezed(" ".join(str(sheet["A1"].value) for sheet in sheets))
    assert all(squeezed(table.caption) in captions for table in shown.tables)
