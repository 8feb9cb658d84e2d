"""The PDF can be read by everybody, and says on every page what it is."""

import re

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from charts.format import BLANKS


@pytest.fixture(scope="module")
def pages(pdf):
    return [page.extract_text() for page in pdf.pages]


def structure(pdf, kind: str) -> list:
    """Every element of the structure tree of one kind, such as Figure or Table."""
    found, open_nodes = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while open_nodes:
        node = open_nodes.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            open_nodes += node
        elif hasattr(node, "get"):
            if node.get("/S") == f"/{kind}":
                found.append(node)
            if "/K" in node:
                open_nodes.append(node["/K"])
    return found


def words(text: str) -> str:
    """Text as one line: where a line breaks is the layout's business."""
    return re.sub(r"\s+", " ", text)


def test_it_is_tagged_and_says_its_language_and_title(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "human-trafficking" in pdf.metadata.title


def test_it_declares_the_standards_it_keeps(pdf):
    declared = pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part[^0-9]*1", declared)
    assert re.search(r"pdfaid:part[^0-9]*2", declared)
    assert re.search(r"pdfaid:conformance\W+A", declared)


def test_every_font_is_embedded(pdf):
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"])


def test_every_chart_has_its_numbers_as_alternative_text(pdf):
    charts = [figure for figure in structure(pdf, "Figure") if figure.get("/Alt")]
    assert len(charts) >= 15
    assert len(charts) == len(structure(pdf, "Figure"))
    assert all(re.search(r"\d", chart["/Alt"]) and len(chart["/Alt"]) > 80 for chart in charts)


def test_every_table_has_a_header_row(pdf):
    tables = structure(pdf, "Table")
    assert len(tables) >= 20
    assert len(structure(pdf, "THead")) == len(tables)


def test_bookmarks_lead_to_every_metric(pdf, made_release):
    def titles(entries):
        for entry in entries:
            yield from titles(entry) if isinstance(entry, list) else [entry.title]

    assert set(made_release.definitions()["title"]) <= set(titles(pdf.outline))


def test_every_page_says_synthetic_and_which_release(pages, made_release):
    for page in pages:
        assert "SYNTHETIC" in page
        assert made_release.release_id in words(page)
        assert made_release.manifest["content_hash"][:12] in page


def test_every_metric_has_question_definition_and_caveats(pages, made_release):
    text = words(" ".join(pages))
    for definition in made_release.definitions().to_dict("records"):
        assert words(definition["question"])[:60] in text
        assert definition["definition_hash"] in text
        assert definition["numerator"] in text


def test_every_blank_is_explained(pages):
    text = words(" ".join(pages))
    for blank in BLANKS.values():
        assert blank.shorthand in text and blank.label in text and blank.meaning[:40] in text


def test_one_place_is_reported_without_the_others(place_reports):
    text = words(" ".join(page.extract_text() for page in PdfReader(place_reports[0]).pages))
    assert "Cassia" in text
    assert "Altaria" not in text and "XAA" not in text


def test_blanks_of_a_place_are_told_by_their_kind(place_reports):
    text = words(" ".join(page.extract_text() for page in PdfReader(place_reports[0]).pages))
    assert "no number (not reported)" in text
    assert "no number (does not apply)" in text
    assert "Suppressed to protect people" in text
