"""A release that holds nothing but what others published says so, and claims nothing of its own."""

import re

import pytest

from release import quality
from tests.factory import made_up_tables
from tests.factory_changed import write_changed


@pytest.fixture
def published(page, tmp_path, monkeypatch):
    """Opens pages of a release of official figures only; `keep` and `change` shape its results."""

    def open_release_of(path: str, keep=lambda results: results["metric_id"].notna(), **changes):
        tables = dict(made_up_tables())
        results = tables["results"]
        results = results[(results["source"] == "official") & keep(results)]
        tables["results"] = results.assign(**changes)
        tables["blanks"] = quality.blanks(tables["results"])
        write_changed(tmp_path, tables)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page(path)

    return open_release_of


def test_front_page_stands_without_any_total(published):
    shown = published("", keep=lambda results: results["breakdown"] != "total")
    assert shown.exceptions == []
    assert "What has been published" in [each.value for each in shown.run.header]
    assert "official_figures" in shown.html


def test_front_page_says_who_counted(published):
    shown = published("")
    assert shown.exceptions == []
    assert "Published by somebody else, not counted here" in shown.text
    assert "improved at the cost of justice" not in shown.text


NUMBERS = dict.fromkeys(("value", "lower", "upper", "numerator", "denominator"))


def test_blanks_of_others_are_not_counted_among_those_that_protect_people(published):
    for path in ("", "place_profile"):
        told = published(path, **NUMBERS, status="suppressed", blank="suppressed")
        assert told.exceptions == []
        [cannot] = [
            text
            for text in re.findall(r"<li[^>]*>(.*?)</li>", told.html, re.DOTALL)
            if "uppressed" in text and "What these mean" in text
        ]
        assert "uppressed by its publisher" in cannot
        assert "protect people" not in cannot


def test_figures_of_others_are_not_told_as_results_of_ours(published):
    told = published("place_profile").status
    assert "published by others" in told
    assert " results" not in told


def test_all_crime_is_never_taken_for_trafficking(published):
    assert "not about trafficking alone" in published("", scope="all_crime").text


def test_what_a_publisher_hid_is_not_said_to_be_hidden_here(published):
    shown = published(
        "official_figures",
        value=None,
        lower=None,
        upper=None,
        numerator=None,
        denominator=None,
        status="suppressed",
        blank="suppressed",
    )
    assert shown.exceptions == []
    told = shown.table("over time").records
    assert all("Suppressed by its publisher" in each["How sure"] for each in told)
    assert "Left out: fact missing" not in told[0]
