"""What pages promise, on a release that holds every metric, every status and every kind of blank."""

import re

import pytest

from charts.format import BLANKS
from tests.browser.pages import WITHOUT_TABLES
from tests.factory import made_up_tables
from tests.factory_changed import write_changed
from tests.views import promises
from views import group
from views.navigation import ABOUT, ACROSS, FIRST, QUESTIONS

PAGES = [
    "",
    *(view.ADDRESS for view in (*FIRST, *QUESTIONS, *ACROSS)),
    "compliance",
    "new_methods",
    "all_metrics",
    *(group.address(name) for name in group.QUESTIONS),
    *(path for path, _, _ in ABOUT),
]
"""Every page but those of a metric, which have a file of their own, and of a cell, which needs an address."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "overview")
def test_page_shows_tables_and_says_synthetic(page, release, path):
    shown = page(path)
    promises.stands(shown, release)
    assert shown.tables or path in WITHOUT_TABLES


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "overview")
def test_every_table_and_chart_has_its_file(page, path):
    promises.has_a_file_for_everything(page(path))


def test_place_in_the_address_decides_what_is_shown(page, release):
    shown = page("court_conviction_rate", jurisdiction="Borovia (XAB)")
    row = release.results(
        "court_conviction_rate",
        jurisdiction="XAB",
        scope="trafficking",
        breakdown="total",
    ).sort_values("period_end")
    row = row[row["period_start"].dt.year == row["period_end"].dt.year]
    newest = row.iloc[-1]
    share = f"{100 * newest['numerator'] / newest['denominator']:.1f}%"
    assert f"Borovia, 2025: {share}" in shown.text
    told = shown.table("Borovia over time").records
    assert told[0]["Period"] == "2025" and told[0]["Value"] == share
    # The table tells blocks of years as well; the line above it is of single years.
    assert sum("together" not in each["Period"] for each in told) == len(row) < len(told)


def test_address_that_names_nothing_known_falls_back(page):
    shown = page("court_conviction_rate", jurisdiction="Nowhere (XZZ)", breakdown="By nothing")
    assert shown.exceptions == []
    assert "Altaria over time" in shown.text


def test_scope_is_a_choice_and_is_printed(page):
    narrow = page("clearance_rate", jurisdiction="Borovia (XAB)")
    wide = page("clearance_rate", jurisdiction="Borovia (XAB)", scope="All crime")
    assert "Offences counted: trafficking in persons" in narrow.text
    assert "Offences counted: all crime" in wide.text
    assert narrow.table("over time").records[0] != wide.table("over time").records[0]


def test_every_blank_is_said_in_words_and_never_as_a_number(page, release):
    results = release.results(breakdown="total", scope="trafficking", source="case")
    seen = set()
    for code, words in BLANKS.items():
        of_kind = results[results["blank"] == code]
        if of_kind.empty:
            continue
        row = of_kind.iloc[0]
        place = release.table("jurisdictions").set_index("jurisdiction")["name"][
            row["jurisdiction"]
        ]
        query = {"jurisdiction": f"{place} ({row['jurisdiction']})"}
        if of_kind["horizon_days"].notna().iloc[0]:
            query["horizon"] = f"{12 * int(row['horizon_days']) // 365} months"
        shown = page(row["metric_id"], **query).table(f"{place} over time")
        told = [each for each in shown.records if f"{row['period_end']:%Y}" in each["Period"]]
        # Blocks of years that end in the same year stand beside it.
        told = [each for each in told if words.label in each["How sure"]]
        assert told
        for each in told:
            assert each["Value"] == "No number" and each["95% interval"] == "None"
        seen.add(code)
    assert len(seen) >= 4 and seen == set(results["blank"].dropna())


def test_suppressed_group_shows_neither_number_nor_hidden_counts(page, release):
    hidden = release.results("custody_share", blank="suppressed", breakdown="sex").iloc[0]
    years = f"{hidden['period_start']:%Y} to {hidden['period_end']:%Y} (together)"
    name = release.table("jurisdictions").set_index("jurisdiction")["name"][hidden["jurisdiction"]]
    shown = page(
        "custody_share",
        jurisdiction=f"{name} ({hidden['jurisdiction']})",
        breakdown="By sex",
        period=years,
    )
    records = shown.table("by sex").records
    told = [each for each in records if "Suppressed to protect people" in each["How sure"]]
    assert told
    for each in told:
        assert each["Value"] == "No number"
        # One of the two counts may be shown; then the other is said to be hidden.
        assert each["Counted"] == "Not shown" or "hidden number" in each["Counted"]


def test_very_uncertain_number_is_shown_as_its_interval_alone(page, release):
    row = release.results(
        "time_to_disposition", jurisdiction="XAC", breakdown="total", status="very_uncertain"
    ).iloc[0]
    shown = page("time_to_disposition", jurisdiction="Cassia (XAC)").table("Cassia over time")
    [told] = [each for each in shown.records if each["Period"] == f"{row['period_end']:%Y}"]
    assert told["Value"] == "Interval only"
    assert told["95% interval"] == f"{row['lower']:,.0f} to {row['upper']:,.0f} days"


def test_stages_stand_in_the_order_they_are_passed(page):
    shown = page("attrition", breakdown="By stage")
    stages = [each["Group"] for each in shown.table("by stage").records]
    assert stages == ["Investigated", "Charged", "Tried", "Convicted"]
    assert re.search(r"Stage by stage: [\d.]+% investigated", shown.text)


def test_metric_that_no_total_sums_up_is_followed_one_figure_at_a_time(page, tmp_path, monkeypatch):
    tables = dict(made_up_tables())
    results = tables["results"]
    is_total = (results["source"] == "official") & (results["breakdown"] == "total")
    tables["results"] = results[~is_total]
    write_changed(tmp_path, tables)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
    shown = page("official_conviction_share", category="Trafficking in persons")
    assert shown.exceptions == []
    true = results[
        (results["metric_id"] == "official_conviction_share")
        & (results["category"] == "Trafficking in persons")
        & (results["jurisdiction"] == "XAA")
    ].sort_values("period_end", ascending=False)
    told = shown.table("Trafficking in persons: Altaria over time").records
    assert [each["Value"] for each in told] == [f"{100 * v:.1f}%" for v in true["value"]]
    assert any("counterpart over time" in table.caption for table in shown.tables)


def test_overview_counts_blanks_as_the_release_holds_them(page, release):
    results = release.results()
    without = results["blank"].notna().mean()
    told = [each.value for each in page("").run.subheader]
    assert f"{100 * without:.1f}% of {len(results):,} results have no number" in told


def test_overview_names_the_agency_that_fell_silent(page, release, monkeypatch):
    from views import found_silence, reading

    receipts = [dict(row) for row in release.rows("submissions")]
    for row in receipts:
        if row["agency_id"] == "XAB-COURT":
            row["period_end"] = row["period_end"].replace(year=2023)
    true_table = reading.table
    monkeypatch.setattr(
        found_silence.reading,
        "table",
        lambda release, name: receipts if name == "submissions" else true_table(release, name),
    )
    said = found_silence.silent(release)
    assert said.title == "1 of 12 agencies stopped reporting"
    assert "Court of Borovia (Borovia), last up to 31 December 2023" in said.points[0]


def test_data_quality_adds_up_what_was_received(page, release):
    receipts = release.table("submissions")
    received, accepted = receipts["rows_received"].sum(), receipts["rows_accepted"].sum()
    text = page("data_quality").text
    assert f"{len(receipts)} submissions with {received:,} rows: {accepted:,} accepted" in text


def test_hidden_row_count_is_not_added_as_nothing(page):
    records = page("data_quality").table("Findings by rule").records
    [row] = [each for each in records if each["Rule"] == "row_width"]
    assert row["Rows"] == "Under 10, hidden"
