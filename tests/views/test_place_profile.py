"""The profile of a place says what the release holds of it, and first of all whether it reports; worked out here once more."""

import pandas as pd
import pytest

from charts.format import BLANKS
from tests.factory import made_up_tables
from tests.factory_changed import write_changed
from tests.factory_compliance import REPLY
from tests.views.promises import newest_gaps

PATH = "place_profile"
ALTARIA, CASSIA = {"jurisdiction": "Altaria (XAA)"}, {"jurisdiction": "Cassia (XAC)"}


@pytest.fixture
def changed(page, tmp_path, monkeypatch):
    """The profile of Cassia in a release whose tables a function has changed."""

    def open_profile(change, **query):
        tables = dict(made_up_tables())
        change(tables)
        write_changed(tmp_path, tables)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page(PATH, **(query or CASSIA))

    return open_profile


def without_cassia(tables, *names):
    for name in names:
        tables[name] = tables[name][tables[name]["jurisdiction"] != "XAC"]


def cells_of(release, place: str) -> pd.DataFrame:
    force = release.table("obligations").set_index("obligation_id")["force"]
    cells = release.table("compliance")
    cells = cells[cells["jurisdiction"] == place]
    return cells.assign(binds=cells["obligation_id"].map(force).isin(["shall", "case_law"]))


def titles(shown) -> list[str]:
    return [each.value for each in shown.run.subheader]


def test_one_heading_one_live_line_and_sections_in_order(page):
    shown = page(PATH, **ALTARIA)
    assert shown.exceptions == []
    assert len(shown.titles) == 1 and shown.html.count('role="status"') == 1
    assert [each.value for each in shown.run.header] == [
        "In short",
        "Against conventions",
        "Over time",
        "Where it differs",
        "What the place says",
        "Data behind it",
        "What cannot be told",
    ]


def test_address_opens_the_place_and_the_live_line_counts_it(page, release):
    for query, place, name in ((ALTARIA, "XAA", "Altaria"), (CASSIA, "XAC", "Cassia")):
        results = release.results(jurisdiction=place)
        counted = results[results["source"] == "case"]
        shown = page(PATH, **query)
        blank = counted["blank"].notna().sum()
        assert f"{name}: {len(counted):,} results from files of 4 agencies, {blank:,} of them" in (
            shown.text
        )
        published = len(results) - len(counted)
        assert (f"; {published:,} figures published by others" in shown.text) == bool(published)


def test_duties_and_gaps_are_counted_as_the_cells_stand(page, release):
    cells = cells_of(release, "XAA")
    stand = cells[cells["binds"]]["counts_as"].value_counts()
    applicable = stand["met"] + stand["short"] + stand["open"]
    shown = page(PATH, **ALTARIA)
    assert (
        f"Of {applicable} binding duties that apply, {stand['met']} are met, {stand['short']} are "
        f"not, and of {stand['open']} nobody can say" in shown.text
    )
    gaps = cells[cells["state"].isin(["gap_found", "partly", "not_taken_up"])]
    assert f"{len(gaps)} gaps were found in Altaria" in titles(shown)
    for _, gap in gaps.iterrows():
        query = f"obligation={gap['obligation_id']}&amp;aspect={gap['aspect']}"
        assert f"compliance_cell?place=XAA&amp;{query}" in shown.html


def test_changes_of_this_place_alone_are_told(page, release):
    changes = release.table("compliance_changes")
    number = int((changes["jurisdiction"] == "XAA").sum())
    stand = "duty stands" if number == 1 else "duties stand"
    shown = page(PATH, **ALTARIA)
    assert f"{number} {stand} differently than in the release before" in titles(shown)
    told = shown.table("States that changed").records
    assert len(told) == number and {each["Place"] for each in told} == {"Altaria"}


def test_tiles_show_each_headline_with_its_counterpart(page, release):
    shown = page(PATH, **ALTARIA)
    definitions = release.table("definitions").set_index("metric_id")
    held = set(release.results(jurisdiction="XAA")["metric_id"])
    tiles = shown.html.split("answerable-tiles")[1].split("</ul>")[0]
    for key in definitions[definitions["headline"] == "yes"].index.intersection(held):
        assert f'href="{key}?' in tiles
        assert f'href="{definitions.loc[key, "pair"]}?' in tiles
    assert tiles.count("Beside it:") == tiles.count("<li>")


def test_differences_between_groups_are_those_of_the_newest_years(page, release):
    gaps = newest_gaps(release)
    gaps = gaps[gaps["jurisdiction"] == "XAA"]
    count = int(gaps["verdict"].isin(["difference", "difference_explained"]).sum())
    shown = page(PATH, **ALTARIA)
    assert any(
        each.startswith(f"{count or 'None'} of {len(gaps)} comparisons of groups in Altaria")
        for each in titles(shown)
    )
    silent = int((gaps["verdict"] == "cannot_tell").sum())
    assert f"{silent} × cannot tell" in shown.text or not silent


def test_alarms_of_the_place_stand_beside_those_of_chance(page, release):
    rows = release.table("comparisons")
    rows = rows[rows["scope"] == "trafficking"]
    # One set a metric: at the follow-up nearest to two years, in the newest years in which a place could be judged.
    far = (rows["horizon_days"].fillna(0) - 730).abs()
    rows = rows[far == far.groupby(rows["metric_id"]).transform("min")]
    judged = rows[rows["flag"] != "not_assessable"]
    newest = judged.groupby("metric_id")["period_end"].max()
    judged = judged[judged["period_end"] == judged["metric_id"].map(newest)]
    judged = judged[judged["jurisdiction"] == "XAA"]
    alarms = judged[judged["flag"].str.endswith("alarm")]
    shown = page(PATH, **ALTARIA)
    assert any(
        each.startswith(f"{len(alarms) or 'None'} of {len(judged)} numbers of Altaria")
        for each in titles(shown)
    )
    assert f"By chance alone about {0.002 * len(judged):.1f} would" in shown.text


def test_replies_stand_in_full_as_plain_text(page, release):
    [reply] = release.table("replies").to_dict("records")
    name = release.table("jurisdictions").set_index("jurisdiction")["name"][reply["jurisdiction"]]
    shown = page(PATH, jurisdiction=f"{name} ({reply['jurisdiction']})")
    assert "&lt;script&gt;" in shown.html and "<script>" not in shown.html
    assert " ".join(REPLY.split()).split("<")[0].strip() in shown.text
    assert "has replied to none of this" in page(PATH, **CASSIA).text


def test_blanks_are_counted_by_kind(page, release):
    seen = set()
    for place, name in (("XAA", "Altaria"), ("XAB", "Borovia"), ("XAC", "Cassia")):
        told = page(PATH, jurisdiction=f"{name} ({place})").text.split("have no number:")[1]
        kinds = release.results(jurisdiction=place)["blank"].value_counts()
        for code, number in kinds.items():
            assert f"{BLANKS[code].label.lower()} {number:,}" in told
        seen |= set(kinds.index)
    assert seen == set(release.results()["blank"].dropna())


def test_place_that_reports_nothing_says_so_first_and_shows_what_others_recorded(changed, release):
    def silence(tables):
        without_cassia(tables, "results", "submissions", "comparisons", "disparities", "trends")

    shown = changed(silence)
    assert shown.exceptions == []
    status = shown.html.split('role="status"')[1].split("</p>")[0]
    assert "Cassia has reported nothing: this release holds no result about it" in status
    headers = [each.value for each in shown.run.header]
    assert "Against conventions" in headers
    assert not {"In short", "Over time", "Where it differs"} & set(headers)
    still_open = (cells_of(release, "XAC").query("binds")["counts_as"] == "open").sum()
    assert f"of {still_open} nobody can say" in status
    assert "No file was received from this place." in shown.text


def test_place_of_which_nothing_at_all_is_known_is_choosable(changed):
    def erase(tables):
        names = ("results", "submissions", "comparisons", "disparities", "trends", "data_quality")
        compliance = ("compliance", "compliance_summary", "compliance_changes", "replies")
        without_cassia(tables, *names, *compliance)

    shown = changed(erase)
    assert shown.exceptions == []
    [box] = [each for each in shown.run.selectbox if each.label == "Place"]
    assert box.options == ["Altaria (XAA)", "Borovia (XAB)", "Cassia (XAC)"]
    assert box.value == "XAC"
    assert "Cassia has reported nothing" in shown.text
    assert "How it meets its duties is not told in this release" in shown.text
    assert "No number of any kind" in shown.text
    for table in shown.tables:
        assert len(table.rows) > 1 and all(cell.strip() for row in table.rows for cell in row)


def test_older_release_without_comparisons_and_compliance_is_still_shown(changed):
    def older(tables):
        for name in (
            *("compliance", "compliance_summary", "compliance_changes", "replies"),
            *("comparisons", "disparities", "trends"),
        ):
            tables[name] = tables[name].iloc[:0]

    shown = changed(older, **ALTARIA)
    assert shown.exceptions == []
    assert "Nothing in this release says how this place meets its duties." in shown.text
    assert "Where it differs" not in [each.value for each in shown.run.header]


def test_release_of_official_figures_names_who_published_them(changed):
    def published(tables):
        results = tables["results"]
        tables["results"] = results[results["source"] == "official"]

    shown = changed(published, **ALTARIA)
    assert shown.exceptions == []
    assert "Published by somebody else, not counted here" in shown.text
