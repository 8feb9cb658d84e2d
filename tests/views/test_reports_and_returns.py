"""The page of reports and returns: a button a kind of file, its name, and a return that says what the release says."""

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from languages import speaking
from release.read import open_release
from reports import returns
from reports.door.asked import KINDS
from reports.returns.blanks import KINDS as BLANKS
from tests.views import promises
from tests.views.conftest import ROOT, Page
from tests.views.taken_away import TakenAway
from views import filing

ADDRESS = "reports_and_returns"
ALTARIA = "Altaria (XAA)"
ABOUT_A_PLACE = [kind for kind in KINDS if kind.about == "place"]


def files(shown: Page) -> dict[str, str]:
    """Kind -> the name of its file, of the buttons of this page alone."""
    return {
        about["key"].removeprefix("file "): about["file_name"]
        for _, _, about in shown.taken.buttons
        if about["key"].startswith("file ")
    }


def test_a_place_has_a_button_for_every_kind_of_file(page, release):
    shown = page(ADDRESS, jurisdiction=ALTARIA)
    promises.stands(shown, release)
    found = files(shown)
    assert list(found) == [kind.name for kind in KINDS]
    for kind in KINDS:
        told = re.fullmatch(
            r"SYNTHETIC_answerable-([\w-]+)_(XAA|all)_\d{4}(-\d{4})?_(.+)\.(\w+)", found[kind.name]
        )
        assert told and told[4] == release.release_id and told[5] == kind.suffix
        assert (told[2] == "all") == (kind.about == "release")
    assert {label for label, _, about in shown.taken.buttons if about["key"][:5] == "file "} == {
        kind.title for kind in KINDS
    }


def test_all_places_have_a_report_and_no_return(page):
    shown = page(ADDRESS)
    assert list(files(shown)) == [kind.name for kind in KINDS if kind.about != "return"]
    assert all("_all_" in name for name in files(shown).values())
    assert "A return is made by one State at a time" in shown.text


def test_a_group_has_one_report_and_the_place_its_own_return(releases, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(releases))
    with pytest.MonkeyPatch.context() as patch:
        taken = TakenAway(patch)
        run = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        run._page_hash = calc_hash(ADDRESS)
        run.query_params["jurisdiction"] = ALTARIA
        run.session_state["together_with"] = ["XAB"]
        found = files(Page(run.run(), taken))
    assert not run.exception
    assert all("_XAA+XAB_" in found[kind.name] for kind in ABOUT_A_PLACE)
    assert all("_XAA_" in found[kind.name] for kind in KINDS if kind.about == "return")


@pytest.mark.parametrize("form", returns.known(), ids=lambda form: form.id)
def test_a_return_on_the_page_says_what_the_release_says(page, release, form):
    shown = page(ADDRESS, jurisdiction=ALTARIA, **{"return": form.title})
    assert shown.exceptions == []
    assert all(form.id in files(shown)[kind.name] for kind in KINDS if kind.about == "return")
    year = returns.fill(release, form.id, "XAA", None).years[-1]
    compared = 0
    # What differs from what is asked stands beside the entry and never in it.
    answers = {each for cell in form.cells for each in cell.answers if not each.differs}
    for answer in answers:
        rows = release.results(
            answer.metric, jurisdiction="XAA", scope=answer.scope, breakdown="total"
        )
        row = rows[
            (rows["period_start"] == pd.Timestamp(year, 1, 1))
            & (rows["period_end"] == pd.Timestamp(year, 12, 31))
        ]
        tables = [each for each in shown.tables if each.caption.endswith(f": {answer.label}")]
        if len(row) != 1 or len(tables) != 1 or answer.breakdown != "total":
            continue
        cells = {each["What is asked"]: each[str(year)] for each in tables[0].records}
        if (told := cells.get("All")) is None:
            continue
        number = row.iloc[0][answer.measure]
        if pd.isna(number):
            assert told in {kind.shorthand for kind in BLANKS.values()}
            continue
        printed = re.match(r"\d[\d,.]*", told)
        assert printed, f"{answer.label}: {told} in place of {number}"
        assert float(printed[0].replace(",", "")) == pytest.approx(number, abs=0.05)
        compared += 1
    assert compared
    captions = [table.caption for table in shown.tables]
    assert len(captions) == len(set(captions))


def test_how_full_a_return_is_stands_before_its_buttons(page, release):
    shown = page(ADDRESS, jurisdiction=ALTARIA)
    filled = returns.fill(release, returns.known()[0].id, "XAA", None)
    total = filled.numbers + sum(filled.blanks.values())
    assert f"{filled.numbers} of {total} entries are filled" in shown.text
    assert all(
        f"{BLANKS[blank].label}: {count}" in shown.text for blank, count in filled.blanks.items()
    )


def test_a_silent_place_has_its_files_and_a_return_without_a_number(changed, page, release):
    results = release.table("results")
    changed(results=results[results["jurisdiction"] != "XAB"])
    shown = page(ADDRESS, jurisdiction="Borovia (XAB)")
    assert shown.exceptions == []
    assert set(files(shown)) == {kind.name for kind in KINDS}
    assert "A draft filled by a program" in shown.text


def test_a_year_without_data_is_told_and_the_rest_of_the_page_stays(page):
    shown = page(ADDRESS, jurisdiction=ALTARIA, return_year="1990")
    assert shown.exceptions == []
    assert {kind.name for kind in ABOUT_A_PLACE} <= set(files(shown))


def test_french_files_are_asked_for_in_french_and_data_stay_english(page):
    shown = page(ADDRESS, jurisdiction=ALTARIA, language="fr")
    assert shown.exceptions == [] and shown.titles == ["Rapports et déclarations"]
    assert set(files(shown)) == {kind.name for kind in KINDS}
    for kind in KINDS:
        assert files(shown)[kind.name].split(".")[0].endswith("_fr") == (kind.about != "release")
    labels = [label for label, _, about in shown.taken.buttons if about["key"][:5] == "file "]
    assert "Rapport (PDF)" in labels and "Report (PDF)" not in labels
    assert any("Personnes poursuivies" in table.caption for table in shown.tables)


def test_a_file_that_cannot_be_made_says_so_in_the_language_of_the_page(releases, monkeypatch):
    class Failed:
        returncode, stdout, stderr = 1, b"", b"no such place"

    monkeypatch.setattr(filing.subprocess, "run", lambda *_, **__: Failed())
    with open_release(releases) as release, speaking("fr"):
        make = filing.maker(release, filing.Order(("report",), "XAA", language="fr"))
    # The server calls it later, in a thread that speaks no language.
    with pytest.raises(RuntimeError, match=r"n’a pas pu être produit.*no such place"):
        make()
