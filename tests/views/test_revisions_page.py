"""Revisions: periods told anew and held, by hand; the first release says that it is; corrected submissions by name."""

import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from release.read import before, open_release
from release.write import write_release
from tests.factory import RELEASED_ON, facts, made_up_tables
from tests.views.made_results import without

REASON = "Late registrations or corrections changed it, by enough to be told."
KEPT = "Nothing has changed since."


def revision(metric_id: str, place: str, year: int, what: str) -> dict:
    return {
        "metric_id": metric_id,
        "scope": "trafficking",
        "jurisdiction": place,
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "what": what,
        "results": "fewer than 10",
        "reason": REASON if what == "revised" else KEPT,
    }


REVISIONS = [
    revision("cases_opened", "XAA", 2023, "revised"),
    revision("cases_opened", "XAA", 2024, "revised"),
    revision("cases_opened", "XAB", 2024, "revised"),
    revision("clearance_rate", "XAA", 2024, "revised"),
    *(revision("requests_sent", "XAA", year, "held") for year in range(2020, 2025)),
    revision("victims_identified", "XAB", 2022, "withdrawn"),
]


def corrected() -> pd.DataFrame:
    found = without("submissions").copy()
    found.loc[found["agency_id"] == "XAB-COURT", "superseded_by"] = "a newer one"
    return found


@pytest.fixture(scope="module")
def two(tmp_path_factory) -> Path:
    """A folder of a release and the one before it."""
    folder = tmp_path_factory.mktemp("two")
    tables = dict(made_up_tables())
    write_release(folder, tables, facts(date(2026, 1, 5), tables))
    tables |= {"revisions": pd.DataFrame(REVISIONS), "submissions": corrected()}
    write_release(folder, tables, facts(RELEASED_ON, tables))
    return folder


@pytest.fixture
def second(page, two, monkeypatch):
    """Opens the page over a release that has one before it."""
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(two))
    return lambda **query: page("revisions", **query)


def test_numbers_that_are_told_no_more_are_said(second):
    said = "Numbers of 1 period of a metric in a place stood in the release before and stand in this one no more."
    assert said in second().text


def test_page_has_one_heading_and_one_live_line(second):
    shown = second()
    assert shown.exceptions == []
    assert shown.titles == ["Revisions"]
    assert shown.html.count('role="status"') == 1
    assert (
        "of 9 periods of a metric in a place, 4 were told anew and 5 stand as they were"
        in shown.text
    )


def test_told_anew_is_counted_by_metric_with_places_and_reason(second):
    records = second().table("Numbers told anew").records
    assert [(row["Metric"], row["Periods"], row["Places"]) for row in records] == [
        ("Cases opened", "3", "Altaria, Borovia"),
        ("Clearance rate", "1", "Altaria"),
    ]
    assert {row["Why"] for row in records} == {REASON}


def test_held_is_counted_by_stage(second):
    (row,) = second().table("Numbers held").records
    assert (row["Stage of justice"], row["Metrics"], row["Periods"]) == ("Cooperation", "1", "5")


def test_place_and_stage_are_chosen_by_the_address(second):
    shown = second(place="Borovia (XAB)")
    assert shown.run.selectbox(key="place").value == "XAB"
    (row,) = shown.table("Numbers told anew").records
    assert row["Periods"] == "1"
    assert "No number is said to have been held as it was." in shown.text
    shown = second(stage="Timeliness")
    (row,) = shown.table("Numbers told anew").records
    assert row["Metric"] == "Clearance rate"


def test_a_place_without_any_revision_says_so(second):
    shown = second(place="Cassia (XAC)")
    assert shown.exceptions == []
    assert "nothing about Cassia is said to have been told anew or held back" in shown.text


def test_corrected_submissions_are_named(second):
    (row,) = second().table("Corrected submissions").records
    assert row["Agency"] == "Court of Borovia"
    assert row["Rows in the one that replaced it"] == "Not in this release"
    assert "1 of 12 submissions was replaced" in second().text


def test_releases_at_hand_are_listed_newest_first(second, two):
    rows = second().table("This release and those before it").records
    assert [row["Published"] for row in rows] == ["2026-02-01", "2026-01-05"]
    assert rows[1]["Compared with"] == "Nothing: the first"
    with open_release(two) as release:
        assert [each["released_on"] for each in before(release)] == ["2026-01-05"]


def test_a_release_before_that_is_gone_is_said_to_be_gone(page, two, tmp_path, monkeypatch):
    alone = shutil.copytree(two, tmp_path / "alone", symlinks=True)
    shutil.rmtree(next(path for path in alone.iterdir() if path.name.startswith("2026-01-05")))
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(alone))
    # What stands beside a release is read once.
    st.cache_resource.clear()
    shown = page("revisions", place="Altaria (XAA)")
    st.cache_resource.clear()
    assert shown.exceptions == []
    assert "no longer stands beside it" in shown.text


def test_the_first_release_says_that_it_is_the_first(page):
    shown = page("revisions")
    assert shown.exceptions == []
    assert "This is the first release of its kind" in shown.text
    sections = [each.value for each in shown.run.header]
    assert "Numbers told anew" not in sections
    assert "Submissions that were corrected" in sections


def test_an_older_release_without_the_table_still_opens(second, monkeypatch):
    from views import reading

    true_rows = reading.rows
    monkeypatch.setattr(
        reading,
        "rows",
        lambda release, table, *columns, **wanted: (
            []
            if table in ("revisions", "compliance_changes")
            else true_rows(release, table, *columns, **wanted)
        ),
    )
    shown = second(stage="Oversight")
    assert shown.exceptions == []
    assert "nothing is said to have been told anew or held back" in shown.text
