"""Every PDF of the door passes the checks for barriers that are at hand; what they cannot see is asked of its structure."""

import shutil
import subprocess
from itertools import pairwise

import pdfua
import pytest
from pypdf import PdfReader

from languages import phrase, speaking
from reports import returns
from reports.door.asked import Order
from reports.door.making import make

RETURN = returns.known()[0].id
ORDERS = {
    "place": Order(("report",), "XAC"),
    "group": Order(("report",), ("XAA", "XAC")),
    "all": Order(("report",), None),
    "French": Order(("report",), "XAC", language="fr"),
    "Arabic": Order(("report",), "XAC", language="ar"),
    "return": Order(("return-report",), "XAC", RETURN, 2023),
}


@pytest.fixture(scope="module", params=ORDERS)
def made(request, made_release, tmp_path_factory):
    order = ORDERS[request.param]
    return order, make(made_release, order, tmp_path_factory.mktemp("pdf"))[0]


@pytest.mark.long
def test_the_checker_finds_no_barrier(made):
    report = pdfua.validate(str(made[1]))
    assert [finding for finding in report.findings] == []


def test_pdfinfo_finds_it_tagged_titled_and_without_scripts(made):
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed here")
    ran = subprocess.run(["pdfinfo", made[1]], capture_output=True, text=True, check=True)
    said = dict(line.split(":", 1) for line in ran.stdout.splitlines() if ":" in line)
    told = {name: value.strip() for name, value in said.items()}
    assert told["Tagged"] == "yes" and told["JavaScript"] == "no" and told["Encrypted"] == "no"
    assert told["Title"] and told["Page size"].endswith("(A4)")


def test_it_speaks_its_language_and_has_bookmarks(made):
    order, path = made
    reader = PdfReader(path)
    assert reader.trailer["/Root"]["/Lang"].startswith(order.language)
    assert len(reader.outline) >= 2


def test_levels_of_headings_are_never_skipped(made):
    levels = headings(PdfReader(made[1]))
    assert levels and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def headings(reader) -> list[int]:
    """Levels of the headings, in the order of the structure tree."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0)
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif hasattr(node, "get"):
            kind = str(node.get("/S", ""))
            if kind[:2] == "/H" and kind[2:].isdigit():
                found.append(int(kind[2:]))
            if "/K" in node:
                waiting = [node["/K"], *waiting]
    return found


def test_words_of_the_footer_follow_the_language(made):
    order, path = made
    with speaking(order.language):
        said = phrase("Page {page} of {pages}", page=2, pages=len(PdfReader(path).pages))
    if order.language != "ar":  # letters that join come out of a PDF one by one
        assert said in " ".join(PdfReader(path).pages[1].extract_text().split())
