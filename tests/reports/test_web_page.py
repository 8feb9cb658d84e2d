"""The report in a browser holds every word and number, runs nothing, loads nothing, and repeats its bytes."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from reports.blocks import Drawn, Heading, Table
from reports.national import national_report
from reports.web_page import write_html
from tests.reports.hostile import ALLOWED, FORBIDDEN, hostile_report, texts

TAGS = frozenset(
    "html head meta title style body a header div p strong h1 h2 h3 h4 dl dt dd nav ol ul li main section table caption "
    "thead tbody tr th td figure figcaption blockquote br footer svg g rect text tspan desc".split()
)
"""All that a page may be made of."""


def made(report, folder) -> Path:
    path = folder / "report.html"
    write_html(report, path)
    return path


@pytest.fixture(scope="module")
def report():
    return hostile_report()


@pytest.fixture(scope="module")
def path(report, tmp_path_factory):
    return made(report, tmp_path_factory.mktemp("html"))


@pytest.fixture(scope="module")
def page(path):
    return html.document_fromstring(path.read_bytes(), html.HTMLParser(encoding="utf-8"))


def said(element) -> str:
    """The words of an element, breaks of lines as line feeds."""
    return "".join("\n" if each.tag == "br" else each.text or "" for each in [element]) + "".join(
        said(each) + (each.tail or "") for each in element
    )


def test_every_word_and_number_stands_in_the_page(report, page):
    found = {said(each) for each in page.iter() if isinstance(each.tag, str)}
    for text in texts(report):
        assert text.replace(FORBIDDEN, ALLOWED) in found, text


def test_the_page_is_made_of_what_it_should_be_and_of_nothing_that_acts(page):
    for element in page.iter():
        assert element.tag in TAGS, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in ("src", "srcdoc", "style", "action")
            assert name != "href" or value.startswith("#")
            assert "url(" not in value or element.tag == "meta"


def test_nothing_is_loaded_from_anywhere_and_the_browser_is_told(page):
    [style] = page.iter("style")
    assert "url" not in style.text and "@import" not in style.text
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    kept = policy.replace("default-src 'none'", "").replace("style-src", "")
    assert re.sub(r"'sha256-[\w+/=]+'|(base-uri|form-action) 'none'|[; ]", "", kept) == ""


@pytest.mark.parametrize("place", [None, "XAC"])
def test_the_report_of_a_release_is_all_there(made_release, place, tmp_path):
    report = national_report(made_release, place)
    read = html.document_fromstring(
        made(report, tmp_path).read_bytes(), html.HTMLParser(encoding="utf-8")
    )
    words = {said(each) for each in read.iter() if isinstance(each.tag, str)}
    assert set(texts(report)) <= words


def test_tables_hold_the_cells_of_the_report_with_names_and_scopes(report, page):
    tables = [each for each in report.blocks if isinstance(each, Table)]
    shown = list(page.iter("table"))
    assert len(shown) == len(tables)
    for block, table in zip(tables, shown, strict=True):
        [head] = table.findall("thead/tr")
        rows = [[said(cell) for cell in row] for row in table.iterfind("tbody/tr")]
        width = len(block.headings)
        assert [said(cell) for cell in head] == list(block.headings)
        assert rows == [[*row, *[""] * width][:width] for row in block.rows]
        assert all(cell.get("scope") == "col" for cell in head if cell.tag == "th")
        assert all(row[0].get("scope") == "row" for row in table.iterfind("tbody/tr"))
        holder = table.getparent()
        assert holder.get("tabindex") == "0" and holder.get("aria-label")


def test_every_chart_is_one_picture_with_its_alternative_text(report, page):
    drawn = [each for each in report.blocks if isinstance(each, Drawn)]
    pictures = list(page.iter("svg"))
    assert len(pictures) == len(drawn)
    for block, picture in zip(drawn, pictures, strict=True):
        assert picture.get("role") == "img"
        names = [page.get_element_by_id(each) for each in picture.get("aria-labelledby").split()]
        assert [each.text for each in names] == [block.title, block.alt]
        assert said(picture[-1]) == "22.6%"


def test_no_place_of_the_page_is_named_twice_and_every_link_leads_to_one(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {each.removeprefix("#") for each in page.xpath("//a/@href")}
    assert links <= set(ids)
    assert said(page.get_element_by_id("on-first")) == "First chapter"


def test_headings_leave_no_level_out_and_chapters_stand_in_the_contents(report, page):
    shown = [
        each for each in page.iter("h1", "h2", "h3", "h4") if each.get("id") != "contents-title"
    ]
    levels = [int(each.tag[1]) for each in shown]
    assert levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels))
    texts = [each.text for each in report.blocks if isinstance(each, Heading)]
    assert [said(each) for each in shown[1:]] == texts
    assert [said(each) for each in page.xpath("//nav//a")] == texts


def test_the_page_has_its_landmarks_and_a_way_past_the_contents(page):
    for tag in ("header", "nav", "main", "footer"):
        assert len(list(page.iter(tag))) == 1
    assert next(page.iter("a")).get("href") == "#" + next(page.iter("main")).get("id")


def test_page_and_words_in_another_language_say_so(page):
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    [french] = [each for each in page.iter("p") if said(each) == "En français"]
    [arabic] = [each for each in page.iter("p") if said(each) == "بالعربية"]
    assert (french.get("lang"), french.get("dir")) == ("fr", "ltr")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")


def test_the_same_report_gives_the_same_bytes(report, path, tmp_path):
    assert made(report, tmp_path).read_bytes() == path.read_bytes()
