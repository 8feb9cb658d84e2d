"""The front page says what the release holds: duties, places, silence; each number worked out here once more."""

import pandas as pd
import pytest

from tests.factory import made_up_tables
from tests.factory_changed import write_changed

PLACES = {"XAA": "Altaria", "XAB": "Borovia", "XAC": "Cassia"}


@pytest.fixture
def front(page, tmp_path, monkeypatch):
    """The front page of a release whose tables a function has changed."""

    def open_front(change):
        tables = dict(made_up_tables())
        change(tables)
        write_changed(tmp_path, tables)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("")

    return open_front


def binding(release) -> pd.DataFrame:
    """Cells of binding duties, straight from the table and not from its summary."""
    duties = release.table("obligations").set_index("obligation_id")["force"]
    cells = release.table("compliance")
    return cells[cells["obligation_id"].map(duties).isin(["shall", "case_law"])]


def titles(shown) -> list[str]:
    return [each.value for each in shown.run.subheader]


def test_one_heading_one_live_line_and_sections_in_order(page):
    shown = page("")
    assert shown.exceptions == []
    assert len(shown.titles) == 1 and shown.html.count('role="status"') == 1
    assert [each.value for each in shown.run.header] == [
        "What matters now",
        "Gaps against conventions",
        "Places",
        "Questions",
        "Every stage of justice",
    ]


def test_duties_are_counted_as_the_cells_stand(page, release):
    cells, shown = binding(release), page("")
    stand = cells["counts_as"].value_counts()
    short, still_open, met = stand["short"], stand["open"], stand["met"]
    where = cells[cells["counts_as"] == "short"]["jurisdiction"].nunique()
    assert f"{short} binding duties are not met, in {where} of 3 places" in titles(shown)
    assert f"Of {still_open} others nobody can say whether they are met" in titles(shown)
    applicable = short + still_open + met
    assert (
        f"Of {applicable:,} binding ones that apply, {met} are met, {short} are not, and of "
        f"{still_open} nobody can say" in shown.text
    )
    assert f"at least {met} ({100 * met / applicable:.1f}%) are met" in shown.text
    assert (
        f"at most {met + still_open} ({100 * (met + still_open) / applicable:.1f}%)" in shown.text
    )
    for state, words in (("gap_found", "Gap found"), ("no_evidence", "No evidence")):
        assert f"“{words}”: {(cells['state'] == state).sum()}" in shown.text


def test_nothing_decided_is_said_of_the_silent_place(page):
    assert "Nothing is decided either way in Cassia." in page("").text


def test_grid_tells_open_fields_from_good_ones(page, release):
    cells = binding(release)
    themes = release.table("obligations").set_index("obligation_id")["themes"].str.split("\n")
    pairs = cells.assign(theme=cells["obligation_id"].map(themes)).explode("theme")
    pairs = pairs[pairs["counts_as"].isin(["met", "short", "open"])]
    of_pair = pairs.groupby(["theme", "jurisdiction"])["counts_as"]
    gaps = int(of_pair.agg(lambda each: (each == "short").any()).sum())
    undecided = int(of_pair.agg(lambda each: (each == "open").all()).sum())
    shown = page("")
    assert f"In {gaps} of {of_pair.ngroups} pairs of theme and place a duty is not met" in titles(
        shown
    )
    assert f"? in {undecided} fields: nothing is decided of any duty" in shown.text
    records = shown.table("Binding duties by theme and place").records
    assert [each["Theme"] for each in records] == sorted(each["Theme"] for each in records)
    labels = release.table("vocabulary").query("list == 'theme'").set_index("code")["label"]
    for (theme, place), found in of_pair:
        [row] = [each for each in records if each["Theme"] == labels[theme]]
        short, whole = (found == "short").sum(), len(found)
        assert row[PLACES[place]].startswith(f"{short} of {whole} not met")


def test_places_stand_by_name_with_numbers_of_the_release(page, release):
    table = page("").table("3 places by name")
    latest = release.results().groupby("jurisdiction")["as_of"].max()
    assert [row[0] for row in table.rows[1:]] == [
        f"{name} {latest[place]:%-d %B %Y}" for place, name in PLACES.items()
    ]
    column = next(i for i, name in enumerate(table.headings) if "Survivor satisfaction" in name)
    assert "Beside it: Survey response rate" in table.headings[column]
    for row, place in zip(table.rows[1:], PLACES, strict=True):
        told = release.results(
            "survivor_satisfaction", jurisdiction=place, breakdown="total", scope="trafficking"
        ).sort_values("period_end")
        told = told[told["period_start"].dt.year == told["period_end"].dt.year]
        with_number = told[told["value"].notna()]
        newest = (told if with_number.empty else with_number).iloc[-1]
        if newest["status"] == "reportable":
            assert f"{100 * newest['value']:.1f}%" in row[column]
        assert f"{newest['period_end'].year}" in row[column]


def test_places_lead_to_their_profile(page):
    assert 'href="place_profile?jurisdiction=Altaria+%28XAA%29"' in page("").html


def test_changes_since_the_last_release_are_counted(page, release):
    changes = release.table("compliance_changes")
    moved = (changes["state_before"].fillna("") != changes["state_now"].fillna("")).sum()
    assert f"Since the last release, {len(changes)} duties stand differently" in titles(page(""))
    assert f"{moved} changed their state" in page("").text


def test_release_without_a_predecessor_says_so(front):
    def first(tables):
        tables["compliance_changes"] = tables["compliance_changes"].iloc[:0]
        tables["revisions"] = tables["revisions"].iloc[:0]

    assert "This release has no earlier one to be compared with" in titles(front(first))


def test_release_from_before_compliance_still_makes_sense(front, release):
    def older(tables):
        for name in ("compliance", "compliance_summary", "compliance_changes"):
            tables[name] = tables[name].iloc[:0]

    shown = front(older)
    assert shown.exceptions == []
    assert "Gaps against conventions" not in [each.value for each in shown.run.header]
    assert f"{len(release.results()):,} results about 3 places" in shown.text
    assert "Binding duties met" not in shown.html and "None applies" not in shown.html


def test_place_without_any_result_is_named_and_its_row_is_not_empty(front):
    def silence(tables):
        tables["results"] = tables["results"][tables["results"]["jurisdiction"] != "XAC"]
        receipts = tables["submissions"]
        tables["submissions"] = receipts[receipts["jurisdiction"] != "XAC"]

    shown = front(silence)
    assert shown.exceptions == []
    assert "1 place reported nothing" in titles(shown)
    assert "Without any result: Cassia." in shown.text
    table = shown.table("3 places by name")
    [row] = [row for row in table.rows if row[0] == "Cassia Nothing reported"]
    assert row[2:] == ["Nothing reported"] * (len(table.headings) - 2)


def test_every_question_has_its_page(page):
    from views import navigation, overview_questions

    asked = {view.ADDRESS for view, _ in overview_questions.ASKED}
    known = {*navigation.FIRST, *navigation.QUESTIONS, *navigation.ACROSS}
    assert asked == {view.ADDRESS for view in known}
    for address in asked:
        assert f'href="{address}"' in page("").html
