"""The history of a metric: since when it is defined so, and what was told anew, worked by hand."""

from datetime import date

import pandas as pd
import pytest

from release.read import open_release
from release.write import write_release
from tests.factory import facts, made_up_tables
from views import making, metric_history

METRIC = "court_conviction_rate"
LATE = "Late registrations or corrections changed it, by enough to be told."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three releases: the definition changes with the second, a year of Borovia is revised in the third."""
    folder = tmp_path_factory.mktemp("history")
    tables = dict(made_up_tables())
    before = tables["definitions"].copy()
    before.loc[before["metric_id"] == METRIC, "definition_hash"] = "other"
    _write(folder, tables | {"definitions": before}, date(2026, 2, 1))
    _write(folder, tables | {"submissions": tables["submissions"].iloc[1:]}, date(2026, 3, 1))
    revised = {
        "metric_id": METRIC,
        "scope": "trafficking",
        "jurisdiction": "XAB",
        "period_start": date(2024, 1, 1),
        "period_end": date(2024, 12, 31),
        "what": "revised",
        "results": "fewer than 10",
        "reason": LATE,
    }
    held = revised | {
        "what": "held",
        "period_start": date(2023, 1, 1),
        "period_end": date(2023, 12, 31),
        "reason": "Nothing has changed since.",
    }
    _write(folder, tables | {"revisions": pd.DataFrame([revised, held])}, date(2026, 4, 1))
    return folder


def _write(folder, tables, day):
    return write_release(folder, tables, facts(day, tables))


@pytest.fixture
def history(folder, page, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    return lambda metric_id, place: page(metric_id, jurisdiction=place)


def test_definition_is_dated_by_the_first_release_that_has_it(history, folder):
    names = sorted(each.name for each in folder.iterdir() if each.name.startswith("2026"))
    text = history(METRIC, "Borovia (XAB)").text
    told = text.split("History", 1)[-1]
    assert f"Defined so since Release {names[1]}, 1 March 2026 " in told
    other = history("clearance_rate", "Borovia (XAB)").text
    assert (
        f"Defined so since Release {names[0]}, 1 February 2026, the oldest release at hand" in other
    )
    assert f"Release before {names[1]}" in told


def test_what_was_told_anew_stands_in_a_table_with_its_reason(history):
    shown = history(METRIC, "Borovia (XAB)")
    assert shown.exceptions == []
    [row] = shown.table("What was told anew").records
    assert row["Period"] == "2024" and row["Place"] == "Borovia"
    assert row["Results told anew"] == "fewer than 10" and row["Why"] == LATE
    assert "results of 1 period were told anew" in shown.text
    assert "Results of 1 period were left as they were. Nothing has changed since." in shown.text


def test_another_place_of_the_same_metric_is_said_to_be_unchanged(history):
    text = history(METRIC, "Altaria (XAA)").text
    assert "nothing for Altaria was told anew" in text


def test_metric_without_any_change_says_so(history):
    assert (
        "Nothing of this metric is recorded as revised or held"
        in history("clearance_rate", "Altaria (XAA)").text
    )


def test_first_release_has_nothing_before_it(page):
    text = page(METRIC).text
    assert metric_history.NONE_BEFORE in text
    assert "There is no earlier release with which this one could be compared." in text


def test_search_ends_where_an_earlier_release_is_not_there(folder, tmp_path):
    newest = (folder / "current").resolve()
    alone = tmp_path / newest.name
    alone.mkdir()
    for file in newest.iterdir():
        (alone / file.name).write_bytes(file.read_bytes())
    with open_release(alone) as release:
        found = metric_history._first_alike.__wrapped__(release, release.release_id)
    assert {is_oldest for _, _, is_oldest in found.values()} == {True}


def test_file_that_cannot_be_made_is_an_error_of_one_line():
    with pytest.raises(
        RuntimeError, match="could not be made: ValueError: a file is one of"
    ) as told:
        making.made("docx", "a page")
    assert "\n" not in str(told.value)
