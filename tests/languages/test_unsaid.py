"""No fixed text of a page or a report stands outside the catalogue, where no translation would reach it."""

import pytest

from languages.pseudo import PSEUDO, outside
from reports.national import national_report
from tests.languages.unsaid import always_speaking, every_address, unsaid, unsaid_of_page

PLACE = {"jurisdiction": "Altaria (XAA)"}


@pytest.fixture(autouse=True)
def of_the_made_release(releases, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(releases))


def test_brackets_tell_what_was_said():
    assert outside("⟦3 of ⟦victims⟧⟧ left") == "␣␣ left"
    assert outside("cut off⟧ left") == "␣ left"


def test_what_a_release_holds_and_numbers_are_no_faults(release):
    assert unsaid(["12 345", "XAA", "⟦Share⟧: 4%", "Altaria", release.release_id], release) == []
    assert unsaid(["<p>⟦Share⟧ was left out</p>"], release) == ["was left out"]
    assert unsaid(['<p aria-label="Nobody said this">⟦Share⟧</p>'], release) == ["Nobody said this"]


@pytest.mark.parametrize("path", every_address(), ids=lambda path: path or "overview")
def test_every_text_of_a_page_can_be_translated(release, path):
    assert unsaid_of_page(path, release) == []


@pytest.mark.parametrize(
    "path", ["case_flow", "compliance", "court_conviction_rate", "time_to_justice"]
)
def test_every_text_about_one_place_can_be_translated(release, path):
    assert unsaid_of_page(path, release, **PLACE) == []


@pytest.mark.parametrize("place", [None, "XAA"])
def test_every_text_of_a_report_can_be_translated(release, place):
    with always_speaking(PSEUDO):
        report = national_report(release, place)
    texts = [report.title, report.place, report.period, report.warning, report.mark, *report.foot]
    texts += [each for pair in report.facts for each in pair]
    for block in report.blocks:
        if getattr(block, "language", "") in ("", PSEUDO):
            texts += getattr(block, "words", [getattr(block, "text", "")])
    assert unsaid(texts, release) == []
