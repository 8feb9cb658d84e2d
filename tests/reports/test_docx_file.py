"""The editable report holds every word and number, can be read by ear, obeys nobody's markup, and repeats its bytes."""

import subprocess
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from reports.blocks import Drawn, Heading, Table
from reports.docx_file import write_docx
from reports.national import national_report
from tests.reports.hostile import ALLOWED, FORBIDDEN, hostile_report, texts


def made(report, folder):
    path = folder / "report.docx"
    write_docx(report, path)
    return path


@pytest.fixture(scope="module")
def report():
    return hostile_report()


@pytest.fixture(scope="module")
def path(report, tmp_path_factory):
    return made(report, tmp_path_factory.mktemp("docx"))


@pytest.fixture(scope="module")
def document(path):
    return Document(path)


def said(element) -> str:
    """The words of an element, breaks of lines as line feeds."""
    tags = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(tags.get(each.tag, each.text or "") for each in element.iter(qn("w:t"), *tags))


def paragraphs(document) -> list[str]:
    found = [said(each) for each in document.element.body.iter(qn("w:p"))]
    section = document.sections[0]
    for holder in (section.header, section.footer):
        found += [said(each) for each in holder._element.iter(qn("w:p"))]
    return found


def test_every_word_and_number_stands_in_the_document(report, document):
    found = set(paragraphs(document)) | {
        each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))
    }
    for text in texts(report):
        assert text.replace(FORBIDDEN, ALLOWED) in found, text


def test_tables_hold_the_cells_of_the_report_under_a_header_row_that_is_read_out(report, document):
    tables = [each for each in report.blocks if isinstance(each, Table)]
    shown = [each for each in document.tables if said(each._tbl.tr_lst[0]) != "WhatIn words"]
    assert len(shown) == len(tables)
    for block, table in zip(tables, shown, strict=True):
        cells = [[said(cell._tc) for cell in row.cells] for row in table.rows]
        width = len(block.headings)
        assert cells[0] == list(block.headings)
        assert cells[1:] == [[*row, *[""] * width][:width] for row in block.rows]


def test_every_table_has_a_header_row_whole_rows_and_a_name(document):
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert rows[0].trPr.find(qn("w:tblHeader")) is not None
        assert not any(row.trPr.find(qn("w:tblHeader")) is not None for row in rows[1:])
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_picture_has_its_alternative_text(report, document):
    drawn = [each for each in report.blocks if isinstance(each, Drawn)]
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert [(each.get("descr"), each.get("title")) for each in pictures] == [
        (each.alt, each.title) for each in drawn
    ]
    assert len({each.get("id") for each in pictures}) == len(pictures)
    held = [part for part in document.part.package.iter_parts() if part.content_type == "image/png"]
    # Both drawings are one: it is held once.
    assert len(held) == 1 and held[0].blob.startswith(b"\x89PNG")


def test_headings_are_headings_and_leave_no_level_out(report, document):
    styled = [
        (each.style.name, each.text)
        for each in document.paragraphs
        if each.style.name.startswith("Heading")
    ]
    texts = [each.text for each in report.blocks if isinstance(each, Heading)]
    assert [text for _, text in styled] == texts
    assert [name for name, _ in styled] == ["Heading 1", "Heading 2", "Heading 1", "Heading 2"]
    levels = [
        document.styles[f"Heading {level}"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for level in (1, 2, 3)
    ]
    assert levels == ["0", "1", "2"]


def test_contents_are_full_before_anybody_updates_them_and_lead_to_the_headings(document):
    body = document.element.body
    codes = [each.text.split()[0] for each in body.iter(qn("w:instrText"))]
    assert codes == ["TOC"]
    marks = {
        each.get(qn("w:name")): said(each.getparent()) for each in body.iter(qn("w:bookmarkStart"))
    }
    links = {each.get(qn("w:anchor")): said(each) for each in body.iter(qn("w:hyperlink"))}
    assert links and links == marks
    assert not any(each.get(qn("r:id")) for each in body.iter(qn("w:hyperlink")))


def test_every_chapter_ends_with_a_place_for_a_ministrys_own_words(document):
    tags = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:tag"))]
    assert len(tags) == len(set(tags)) == 2
    titles = [each for each in document.paragraphs if each.style.name == "Ministry Remarks Title"]
    assert len(titles) == 2


def test_every_page_says_what_it_is_and_which_page(report, document):
    section = document.sections[0]
    assert report.mark in [each.text for each in section.header.paragraphs]
    foot = [each.text for each in section.footer.paragraphs]
    assert set(report.foot) <= set(foot)
    codes = [each.text.strip() for each in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_properties_say_title_language_and_the_day_of_publication(report, document):
    about = document.core_properties
    assert about.title.startswith("A title") and about.language == "en-GB"
    assert about.created == about.modified == datetime(2026, 11, 25, tzinfo=UTC)


def test_words_in_another_language_say_so(document):
    spoken = {
        said(run): run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        for run in document.element.body.iter(qn("w:r"))
        if said(run) in ("En français", "بالعربية", "Before any chapter")
    }
    assert spoken["En français"].get(qn("w:val")) == "fr-FR"
    assert spoken["بالعربية"].get(qn("w:bidi")) == "ar-SA"
    assert spoken["Before any chapter"] is None


def test_a_report_from_right_to_left_runs_from_right_to_left(tmp_path):
    found = Document(made(hostile_report(language="ar", direction="rtl"), tmp_path))
    assert (
        next(found.styles.element.iter(qn("w:pPrDefault"))).find(f".//{qn('w:bidi')}") is not None
    )
    assert found.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(each._tbl.tblPr.find(qn("w:bidiVisual")) is not None for each in found.tables)
    [french] = [each for each in found.paragraphs if each.text == "En français"]
    assert french._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "0"
    [own] = [each for each in found.paragraphs if each.text == "Before any chapter"]
    assert own.runs[0]._r.rPr.find(qn("w:rtl")) is not None


@pytest.mark.parametrize("place", [None, "XAC"])
def test_the_report_of_a_release_is_all_there(made_release, place, tmp_path):
    report = national_report(made_release, place)
    found = Document(made(report, tmp_path))
    words = set(paragraphs(found))
    alts = [each.get("descr") for each in found.element.body.iter(qn("wp:docPr"))]
    assert alts == [each.alt for each in report.blocks if isinstance(each, Drawn)]
    for block in report.blocks:
        # A table too wide for the page is set as several, each with its own caption.
        said_in = block.words[1:] if isinstance(block, Table) else getattr(block, "words", [])
        assert isinstance(block, Drawn) or set(said_in) <= words


def test_all_parts_are_well_formed_and_nothing_lies_outside(path):
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(package.read(name))
            outside = [each for each in root.iter() if each.get("TargetMode") == "External"]
            assert outside == [], name


def test_libreoffice_opens_it_and_loses_nothing(office, report, path, tmp_path):
    command = [office, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages]
    assert all(report.mark in page and report.foot[0] in page for page in pages)
    read = squeezed("".join(pages))
    alts = [each.alt for each in report.blocks if isinstance(each, Drawn)]
    for text in texts(report):
        # Letters of other scripts are set from right to left, or in fonts that are not everywhere.
        if text.isascii() and text not in alts:
            assert squeezed(text.replace(FORBIDDEN, ALLOWED)) in read, text


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_same_report_gives_the_same_bytes(report, path, tmp_path):
    assert made(report, tmp_path).read_bytes() == path.read_bytes()
