"""The PDF can be read by everybody, and says on every page what it is."""

import re

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from charts.format import BLANKS


@pytest.fixture(scope="module")
def pages(pdf):
    return [page.extract_text() for page in pdf.pages]


@pytest.fixture(scope="module")
def place_pages(place_reports):
    return [page.extract_text() for page in PdfReader(place_reports[0]).pages]


def headlines(release, **filters) -> list[str]:
    """Headline metrics of which there are results."""
    definitions = release.definitions()
    first = definitions[definitions["headline"] == "yes"]["metric_id"]
    held = set(release.results(**filters)["metric_id"])
    return [name for name in first if name in held]


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


def squeezed(text: str) -> str:
    """Text without any blanks or soft breaks: words of narrow columns are broken anywhere."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


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


def pages_of_bookmarks(pdf) -> dict[str, int]:
    """Title -> page, from 0, of every bookmark; of two with one title the first."""
    found = {}

    def walk(entries):
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            else:
                found.setdefault(entry.title, pdf.get_destination_page_number(entry))

    walk(pdf.outline)
    return found


@pytest.mark.parametrize("place", [None, "XAC"])
def test_every_headline_metric_has_one_page_of_its_own(place, pdf, place_reports, made_release):
    reader = PdfReader(place_reports[0]) if place else pdf
    listed = pages_of_bookmarks(reader)
    told = headlines(made_release, **({"jurisdiction": place} if place else {}))
    titles = [made_release.definition(name)["title"] for name in told]
    pages = sorted(listed[title] for title in titles)
    assert pages == list(range(pages[0], pages[0] + len(titles)))
    # What follows begins behind the page of the last.
    assert listed["All other measures"] == pages[-1] + 1


def test_every_page_says_synthetic_and_which_release(pages, made_release):
    for page in pages:
        assert "SYNTHETIC" in page
        assert made_release.release_id in words(page)
        assert made_release.manifest["content_hash"][:12] in page


def test_a_headline_metric_has_question_definition_caveats_and_source(pages, made_release):
    text = squeezed(" ".join(pages))
    for name in headlines(made_release):
        definition = made_release.definition(name)
        told = [definition["question"], definition["numerator"], definition["definition_hash"]]
        told += definition["caveats"].splitlines()
        told.append(f"Source: metric {name}, definition {definition['definition_hash']}")
        assert all(squeezed(each) in text for each in told), name


def test_the_register_leads_from_every_metric_to_its_definition(place_pages, made_release):
    text = squeezed(" ".join(place_pages))
    for name in set(made_release.results(jurisdiction="XAC")["metric_id"]):
        assert squeezed(name + made_release.definition(name)["definition_hash"]) in text
    assert made_release.manifest["content_hash"] in text


def test_every_metric_is_named_with_its_counter_metric(place_pages, made_release):
    """Sections, rows and the list of what nothing is said about: no metric is passed over."""
    text = squeezed(" ".join(place_pages))
    titles = dict(made_release.definitions()[["metric_id", "title"]].values)
    assert all(squeezed(title) in text for title in titles.values())
    held = set(made_release.results(jurisdiction="XAC")["metric_id"])
    for definition in made_release.definitions().to_dict("records"):
        if definition["metric_id"] in held:
            assert squeezed(titles[definition["pair"]]) in text


def test_every_summing_up_carries_its_counterpart(place_pages, made_release):
    text = " ".join(place_pages)
    for name in headlines(made_release, jurisdiction="XAC"):
        pair = made_release.definition(made_release.definition(name)["pair"])["title"]
        assert squeezed(f"Beside it, {pair}") in squeezed(text)


def test_every_blank_is_explained(pages):
    text = words(" ".join(pages))
    for blank in BLANKS.values():
        assert blank.shorthand in text and blank.label in text and blank.meaning[:40] in text


def test_one_place_is_reported_without_the_others(place_pages):
    text = words(" ".join(place_pages))
    assert "Cassia" in text
    assert "Altaria" not in text and "XAA" not in text


def test_blanks_of_a_place_are_told_by_their_kind(place_pages):
    text = words(" ".join(place_pages))
    assert "no number (not reported)" in text
    assert "no number (does not apply)" in text
    assert "Suppressed to protect people" in text


def test_a_place_stands_beside_the_others_without_a_rank(place_pages):
    text = words(" ".join(place_pages))
    assert "All others together" in text
    assert "there is no single rank" in text
    assert re.search(r"\d+ to \d+ of \d+", text)


def test_groups_have_verdicts_and_what_stays_open(place_pages):
    text = squeezed(" ".join(place_pages))
    assert "Nodifferenceshown" in text and "Cannottell" in text
    assert re.search(r"upto\d+\.\dpoints;shownfrom\d+\.\dpoints", text)


def test_false_alarms_are_told_beside_the_alarms(place_pages, made_release):
    """Counted here once more from the release: series over time that can ring, and what chance would ring."""
    trends = made_release.table("trends")
    own = trends[(trends["jurisdiction"] == "XAC") & (trends["chart"] != "line")]
    series = own.groupby(["metric_id", "scope"])["expected_false_alarms"].first()
    text = words(" ".join(place_pages))
    found = re.search(r"Series over time (\d+) (\d+) ([\d.]+)", text)
    assert int(found[1]) == len(series)
    assert float(found[3]) == pytest.approx(series.sum(), abs=0.051)


def test_funnels_of_all_places_are_drawn_with_their_numbers(pdf, place_reports):
    def funnels(reader):
        return [f for f in structure(reader, "Figure") if f["/Alt"].startswith("Funnel chart")]

    assert funnels(pdf)
    assert all("all others together" in figure["/Alt"] for figure in funnels(pdf))
    # Points of other places would name them.
    assert not funnels(PdfReader(place_reports[0]))


def test_a_report_of_one_place_stays_readable(place_pages):
    assert len(place_pages) <= 45
