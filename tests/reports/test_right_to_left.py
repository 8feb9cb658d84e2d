"""A report in Arabic runs from right to left, on a page that is translated whole, and keeps English in its own order."""

import re

import pytest
from docx import Document
from lxml import html
from pypdf import PdfReader

from languages import phrase, speaking
from reports.docx_file import write_docx
from reports.national import national_report
from reports.pdf import write_pdf
from reports.web_page import write_html

ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
CHAPTER = "How to read the numbers"
FONT = "NotoNaskhArabic"


@pytest.fixture(scope="module")
def report(made_release):
    with speaking("ar"):
        return national_report(made_release, "XAC")


@pytest.fixture(scope="module")
def pdf(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("arabic") / "report.pdf"
    write_pdf(report, path)
    return PdfReader(path)


def translated(report) -> list:
    """The blocks of the chapter that the sample translates, up to the names of methods."""
    with speaking("ar"):
        title = phrase(CHAPTER)
    start = next(
        place for place, block in enumerate(report.blocks) if getattr(block, "text", "") == title
    )
    return list(report.blocks[start : start + 5])


def test_the_translated_page_is_arabic_in_every_block(report):
    blocks = translated(report)
    assert len(blocks) == 5
    for block in blocks:
        assert block.language == ""
        assert ARABIC.search(block.text if hasattr(block, "text") else block.words[0])


def test_the_pdf_says_arabic_and_sets_it_in_letters_that_join(pdf):
    assert pdf.trailer["/Root"]["/Lang"].startswith("ar")
    fonts = {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert any(FONT in font for font in fonts)
    assert ARABIC.search(pdf.pages[0].extract_text())


def test_blocks_that_stay_english_say_so(report):
    english = [block for block in report.blocks if getattr(block, "language", "") == "en"]
    assert english
    for block in english:
        words = " ".join(getattr(block, "words", [getattr(block, "text", "")]))
        assert len(ARABIC.findall(words)) < len(re.findall("[A-Za-z]", words))


def test_every_format_runs_from_right_to_left(report, tmp_path):
    write_html(report, tmp_path / "report.html")
    root = html.fromstring((tmp_path / "report.html").read_bytes())
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert root.xpath("//*[@lang='en' and @dir='ltr']")
    write_docx(report, tmp_path / "report.docx")
    body = Document(tmp_path / "report.docx").element.body.xml
    assert "w:bidi" in body and "w:rtl" in body and "w:bidiVisual" in body
