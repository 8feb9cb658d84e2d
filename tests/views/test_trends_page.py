"""Trends: signals of the release beside the false ones to expect, and charts that call by two rules only."""

import re

import pandas as pd

from charts.verdicts import SIGNALS
from tests.factory import made_up_tables
from views.trends_grid import MOST_PANELS

PAGE = "trends"
ALTARIA = "Altaria (XAA)"


def stored(place: str | None = None) -> pd.DataFrame:
    rows = made_up_tables()["trends"]
    rows = rows[rows["scope"] == "trafficking"]
    return rows if place is None else rows[rows["jurisdiction"] == place]


def test_page_says_signals_beside_false_ones_to_expect(page):
    rows = stored("XAA")
    judged = rows[rows["limits_kind"] != "none"].groupby("metric_id")
    calling = int(judged["signal"].count().gt(0).sum())
    expected = judged["expected_false_alarms"].first().sum()
    shown = page(PAGE, jurisdiction=ALTARIA)
    assert shown.exceptions == []
    assert shown.titles == ["Trends"]
    assert f"{calling} of {judged.ngroups} series long enough to be judged" in shown.status
    assert f"about {expected:.1f} would" in shown.status
    leaning = judged["is_autocorrelated"].first() & judged["signal"].count().gt(0)
    assert f"The signals of {int(leaning.sum())} are not to be relied on" in shown.status


def test_no_more_charts_than_can_be_read_and_the_rest_is_counted(page):
    rows = stored("XAA")
    judged = rows[rows["limits_kind"] != "none"]["metric_id"].nunique()
    shown = page(PAGE, jurisdiction=ALTARIA)
    assert len(shown.charts) == min(judged, MOST_PANELS)
    if judged > MOST_PANELS:
        assert f"{judged - MOST_PANELS} of {judged} series are not drawn" in shown.text


def test_a_stage_opens_again_from_its_address_and_draws_its_own_series(page):
    groups = made_up_tables()["definitions"].set_index("metric_id")["metric_group"]
    rows = stored("XAA")
    judged = rows[rows["limits_kind"] != "none"]["metric_id"].drop_duplicates()
    stage = groups[judged].mode()[0]
    wanted = [metric for metric in judged if groups[metric] == stage]
    shown = page(PAGE, jurisdiction=ALTARIA, stage=stage.capitalize())
    assert len(shown.charts) == min(len(wanted), MOST_PANELS)
    assert len(shown.table("Series and what they show now").records) == len(wanted)


def test_all_places_are_shown_of_one_measure(page):
    definitions = made_up_tables()["definitions"].set_index("metric_id")
    rows = stored()
    rows = rows[rows["metric_id"] == "cases_opened"]
    title = definitions["title"]["cases_opened"]
    shown = page(PAGE, jurisdiction="All places", measure=title)
    assert shown.exceptions == []
    assert f"In all places (“{title}”)" in shown.status
    records = shown.table("Series and what they show now").records
    assert [line["Place"] for line in records] == ["Altaria", "Borovia", "Cassia"]
    for line, (_, alike) in zip(records, rows.groupby("jurisdiction"), strict=True):
        assert line["Points with a signal"] == f"{alike['signal'].count()} of {len(alike)}"


def test_signals_are_listed_with_their_kind_and_whether_they_can_be_relied_on(page):
    rows = stored("XAA")
    called = rows[rows["signal"].notna() & (rows["limits_kind"] != "none")]
    kinds = called.groupby(["metric_id", "signal"])
    records = page(PAGE, jurisdiction=ALTARIA).table("Signals, Altaria").records
    assert len(records) == kinds.ngroups
    assert sum(int(line["Points"]) for line in records) == len(called)
    relied = called.groupby(["metric_id", "signal"])["is_autocorrelated"].first()
    said = [line["To be relied on"].startswith("No") for line in records]
    assert sum(said) == int(relied.sum())
    for line in records:
        code = next(
            code
            for code, words in SIGNALS.items()
            if words == line["Signal"].lower() or words.capitalize() == line["Signal"]
        )
        assert code in set(called["signal"])


def test_series_that_are_too_short_are_listed_and_not_drawn(page):
    rows = stored("XAC")
    short = rows[rows["limits_kind"] == "none"]["metric_id"].nunique()
    assert short
    records = page(PAGE, jurisdiction="Cassia (XAC)").table("too short to be judged").records
    assert len(records) == short


def test_every_signal_and_kind_of_limits_has_words(page, changed):
    rows = made_up_tables()["trends"]
    series = rows[(rows["metric_id"] == "cases_opened") & (rows["jurisdiction"] == "XAA")]
    series = series[series["scope"] == "trafficking"].reset_index(drop=True)
    labels = [*SIGNALS, *[None] * (len(series) - len(SIGNALS))]
    firm = series.assign(signal=labels, is_autocorrelated=False)
    median = series.assign(
        metric_id="persons_prosecuted",
        chart="run",
        limits_kind="median",
        lower_limit=None,
        upper_limit=None,
        signal=None,
        is_autocorrelated=False,
    )
    trial = series.assign(metric_id="requests_sent", limits_kind="trial", signal=None)
    none = series.assign(
        metric_id="custody_share",
        chart="line",
        limits_kind="none",
        value=None,
        centre=None,
        lower_limit=None,
        upper_limit=None,
        signal=None,
        points=0,
        is_autocorrelated=False,
    )
    made = pd.concat([firm, median, trial, none], ignore_index=True)
    changed(trends=made.astype(rows.dtypes.to_dict(), errors="ignore"))
    shown = page(PAGE, jurisdiction=ALTARIA)
    assert shown.exceptions == []
    signals = shown.table("Signals, Altaria").records
    assert {line["Signal"].lower() for line in signals} == {
        words.lower() for words in SIGNALS.values()
    }
    limits = {line["Limits"] for line in shown.table("what they show now").records}
    assert limits == {"Firm limits", "Limits on trial", "The middle only"}
    cells = [cell for table in shown.tables for line in table.rows for cell in line]
    assert not [cell for cell in cells if re.search(r"\bnan\b|<NA>|\bNone\b", cell)]


def test_title_of_the_charts_never_denies_a_signal_that_the_page_counts(page, changed):
    rows = made_up_tables()["trends"]
    series = rows[(rows["metric_id"] == "cases_opened") & (rows["jurisdiction"] == "XAA")]
    series = series[series["scope"] == "trafficking"].reset_index(drop=True)
    near = "2 in 3 Above CL"
    only = series.assign(is_autocorrelated=False, limits_kind="firm", centre=series["value"])
    only["signal"] = [near, *[None] * (len(series) - 1)]
    changed(trends=only.astype(rows.dtypes.to_dict(), errors="ignore"))
    shown = page(PAGE, jurisdiction=ALTARIA)
    assert shown.exceptions == []
    assert "the one series long enough to be judged shows a signal" in shown.status
    titles = [each.value for each in shown.run.subheader]
    assert "In Altaria, none of 1 series stands out by the rules for many charts" in titles


def test_place_where_nothing_can_be_judged_has_no_chart_and_no_empty_table(page, changed):
    rows = made_up_tables()["trends"]
    changed(trends=rows[(rows["jurisdiction"] != "XAC") | (rows["limits_kind"] == "none")])
    shown = page(PAGE, jurisdiction="Cassia (XAC)")
    assert shown.exceptions == []
    assert "has enough points to tell change from chance" in shown.status
    assert len(shown.charts) == 0
    assert all(len(table.rows) > 1 for table in shown.tables)


def test_release_without_series_and_place_without_any(page, changed):
    tables = made_up_tables()
    places = tables["jurisdictions"]
    silent = places.iloc[:1].assign(jurisdiction="XAD", name="Dornia")
    rows = tables["trends"]
    changed(
        jurisdictions=pd.concat([places, silent], ignore_index=True),
        trends=rows[rows["jurisdiction"] != "XAB"],
    )
    told = page(PAGE, jurisdiction="Dornia (XAD)")
    assert told.exceptions == []
    assert "Dornia reported nothing" in told.status
    told = page(PAGE, jurisdiction="Borovia (XAB)")
    assert "No series is followed over time for Borovia" in told.status


def test_release_from_before_the_series_says_so(page, changed):
    changed(trends=made_up_tables()["trends"].iloc[:0])
    shown = page(PAGE)
    assert shown.exceptions == []
    assert "No series over time is judged in this release" in shown.status
