"""The page on protection tells what the release holds, in newer releases, empty ones and older ones."""

import json
import shutil
from pathlib import Path

import pytest

from charts import protection as words
from charts.format import PUBLIC_FACT
from release.read import MANIFEST, open_release
from tests.factory_protection import COARSENED, add_marks, add_protection
from views import table_file

RETRAFFICKING = {"jurisdiction": "Altaria (XAA)"}


def copy_of(releases: Path, folder: Path) -> Path:
    """The release under another name: pages keep what they have read of a name."""
    shutil.copytree(releases, folder, symlinks=True)
    path = (folder / "current").resolve() / MANIFEST
    told = json.loads(path.read_text())
    path.chmod(0o644)
    path.write_text(json.dumps(told | {"release_id": f"{told['release_id']}-{folder.name}"}))
    return folder


@pytest.fixture(scope="module")
def protected(releases, tmp_path_factory):
    """A folder of one release as later ones are."""
    folder = copy_of(releases, tmp_path_factory.mktemp("protected") / "newer")
    add_marks((folder / "current").resolve())
    add_protection((folder / "current").resolve())
    return folder


@pytest.fixture
def newer(page, protected, monkeypatch):
    """Opens a page of that release."""

    def open_page(path: str, **query):
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(protected))
        return page(path, **query)

    return open_page


def test_page_says_what_a_blank_means_and_counts_as_the_release_does(newer, protected):
    shown = newer("protection")
    assert shown.exceptions == [] and shown.titles == ["How people are protected"]
    assert all(said in shown.text for said in words.CONCLUSIONS)
    with open_release(protected) as release:
        results = release.results(source="case")
    hidden = results["value"].isna() & (results["blank"] == "suppressed")
    hidden &= results["numerator"].isna() & results["denominator"].isna()
    assert f"{hidden.sum():,} are hidden to protect people" in shown.text
    told = shown.table("by stage and place").records
    assert {"Altaria", "Borovia", "Cassia"} <= set(told[0])
    assert {"Headline metrics", "All metrics"} <= {row["Stage"] for row in told}
    for table in shown.tables:
        assert all(cell.strip() for row in table.rows for cell in row), table.caption


def test_place_in_the_address_decides_what_is_listed(newer, protected):
    shown = newer("protection", protected_place="Cassia (XAC)")
    listed = shown.table("Tables told in less detail").records
    assert listed and {row["How it is told, and why"] for row in listed} == {COARSENED}
    assert "results of Cassia" in shown.text
    elsewhere = newer("protection", protected_place="Altaria (XAA)")
    assert COARSENED not in elsewhere.text


def test_attack_that_was_not_tried_is_no_pass(newer):
    told = {row["Attack"]: row["Outcome"] for row in newer("protection").table("Attacks").records}
    assert told["Line by line"] == "✓ Held"
    assert told["Whole numbers"] == "Not tried"
    assert told["With the release before"] == "Not needed"


def test_older_release_says_so(page):
    shown = page("protection")
    assert shown.exceptions == []
    assert "no report of protection" in shown.text or "results are shown" in shown.text


def test_release_with_empty_tables_says_so(page, releases, tmp_path, monkeypatch):
    folder = copy_of(releases, tmp_path / "empty")
    add_protection((folder / "current").resolve(), is_empty=True)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    shown = page("protection")
    assert shown.exceptions == []
    for said in (
        "no report of protection",
        "no list of attacks",
        "no plan",
        "no data for research",
    ):
        assert said in shown.text


def test_metric_tells_beside_its_tables_why_they_are_coarse(newer):
    assert COARSENED in newer("custody_share", jurisdiction="Cassia (XAC)").text
    assert COARSENED not in newer("custody_share", jurisdiction="Altaria (XAA)").text


def test_fact_of_open_court_is_marked_and_explained(newer):
    shown = newer("court_conviction_rate", jurisdiction="Altaria (XAA)")
    told = shown.table("Altaria over time").records
    assert all(PUBLIC_FACT.label in row["How sure"] for row in told)
    assert PUBLIC_FACT.meaning in shown.text
    detail = newer("court_conviction_rate", breakdown="By sex", **RETRAFFICKING).table("by sex")
    assert all(PUBLIC_FACT.label not in row["How sure"] for row in detail.records)


def test_hidden_count_stands_beside_the_shown_one(newer, protected):
    with open_release(protected) as release:
        partly = release.results("custody_share", blank="suppressed", breakdown="sex")
        names = release.table("jurisdictions").set_index("jurisdiction")["name"]
    row = partly.iloc[0]
    assert row["denominator"] == 40
    shown = newer(
        "custody_share",
        jurisdiction=f"{names[row['jurisdiction']]} ({row['jurisdiction']})",
        breakdown="By sex",
        period=f"{row['period_start']:%Y} to {row['period_end']:%Y} (together)",
    )
    counted = [each["Counted"] for each in shown.table("by sex").records]
    assert any(each.startswith("a hidden number of 40 ") for each in counted)


@pytest.mark.parametrize(
    ("place", "said"),
    [("Altaria (XAA)", "recall stated as 92.0%"), ("Borovia (XAB)", "recall not stated")],
)
def test_retrafficking_never_stands_without_the_recall_of_the_linkage(newer, place, said):
    shown = newer("retrafficking", jurisdiction=place)
    told = shown.table("over time").records
    counted = [row for row in told if row["Counted"] != "Not shown"]
    assert counted and all(said in row["How sure"] for row in counted)
    beside = newer("followup_completeness", jurisdiction=place)
    assert said in beside.text


def test_file_carries_the_recall_too(protected):
    with open_release(protected) as release:
        found = release.results("retrafficking", jurisdiction="XAA", breakdown="total")
        rows = found.astype(object).where(found.notna(), None).to_dict("records")
        text = table_file.csv(release, rows).decode("utf-8-sig")
        plan = release.table("plan").astype(object).to_dict("records")
        of_plan = table_file.csv(release, plan[:3]).decode("utf-8-sig")
    header, *lines = text.splitlines()
    assert "linkage" in header.split(",")
    assert all("lower bound; linkage recall stated as 92.0%" in line for line in lines)
    assert "linkage" not in of_plan.splitlines()[0]
