"""Every metric is found: on the page of its stage beside its counterpart, by words, and by its address."""

import pytest

from tests.factory_metrics import METRICS
from views import group, held, navigation, summaries

STAGES = sorted({metric.definition.group for metric in METRICS})


def test_every_stage_has_a_question(release):
    assert set(release.definitions()["metric_group"]) <= set(group.QUESTIONS)


def test_sidebar_stays_short_and_every_metric_keeps_its_address(release, monkeypatch):
    monkeypatch.setattr(navigation.st, "Page", lambda show, **about: about)
    pages = navigation.pages(release)
    found = [page["url_path"] for of_heading in pages.values() for page in of_heading]
    hidden = {page["url_path"] for page in pages[navigation.HIDDEN]}
    definitions = release.definitions()
    stages = {group.address(name) for name in definitions["metric_group"]}
    assert hidden == {*definitions["metric_id"], *stages, "compliance_cell"}
    assert len(found) - len(hidden) <= 24
    assert len(set(found)) == len(found)


def test_stages_that_no_sidebar_lists_are_reached_from_the_page_of_all_metrics(page, release):
    html = page("all_metrics").html
    for name in release.definitions()["metric_group"].unique():
        assert f'href="{group.address(name)}"' in html


@pytest.mark.parametrize("stage", STAGES)
def test_stage_lists_its_metrics_each_beside_its_counterpart(page, release, stage):
    shown = page(group.address(stage), jurisdiction="Borovia (XAB)")
    told = {}
    for table in shown.tables:
        if "Its counterpart" in table.headings:
            told |= {row[0]: row for row in table.rows[1:]}
    has_results = held.metrics_with_results(release)
    titles = {m.id: m.title for m in METRICS if m.definition.group == stage and m.id in has_results}
    for metric_id, title in titles.items():
        [row] = [row for head, row in told.items() if head.startswith(f"{title} ")]
        pair = release.definition(release.definition(metric_id)["pair"])
        assert row[3] == pair["title"]
    assert len(told) == len(titles)


@pytest.mark.parametrize("metric_id", ["court_conviction_rate", "pending_age", "compensation_paid"])
def test_summary_is_the_newest_number_with_the_counterpart_of_the_same_time(release, metric_id):
    [found] = summaries.summaries(release, (metric_id,), "XAB")
    rows = release.results(
        metric_id, jurisdiction="XAB", scope="trafficking", breakdown="total"
    ).dropna(subset=["value"])
    rows = rows[rows["period_start"].dt.year == rows["period_end"].dt.year]
    assert found.row["value"] == rows.sort_values("period_end")["value"].iloc[-1]
    assert found.pair_id == release.definition(metric_id)["pair"]
    beside = release.results(found.pair_id, jurisdiction="XAB", scope="trafficking")
    beside = beside[beside["breakdown"].isin(["total", "stage"])].dropna(subset=["value"])
    is_same_time = found.pair["period_end"] == found.row["period_end"]
    assert is_same_time == (found.row["period_end"] in set(beside["period_end"].dt.date))


def test_mix_is_summed_up_by_its_largest_known_member(release):
    mix = next(m for m in METRICS if m.definition.kind == "mix")
    [found] = summaries.summaries(release, (mix.id,), "XAA")
    rows = release.results(mix.id, jurisdiction="XAA", scope="trafficking")
    same = rows[
        (rows["period_start"].dt.date == found.row["period_start"])
        & (rows["period_end"].dt.date == found.row["period_end"])
        & (rows["category"] != "unknown")
    ]
    assert found.row["value"] == same["value"].max()


def test_search_finds_words_codes_and_nothing_else(page, release):
    definitions = release.definitions()
    shown = page("all_metrics", search="PR-06")
    found = [row[0] for row in shown.table("Metrics").rows[1:]]
    answering = definitions["indicators"].fillna("").str.split("\n").map(lambda c: "PR-06" in c)
    assert sorted(found) == sorted(definitions.loc[answering, "title"])
    words = page("all_metrics", search="charge suspect")
    titles = [row[0] for row in words.table("Metrics").rows[1:]]
    assert "Charge rate of suspects by 12 and 24 months" in titles
    assert len(titles) < len(definitions)
    nothing = page("all_metrics", search="xyzzy")
    assert nothing.exceptions == []
    assert "No metric is named or described so" in nothing.text


def test_unanswered_indicator_says_why(page):
    [row] = [
        each for each in page("all_metrics").table("Indicators").records if each["Code"] == "ZZ-99"
    ]
    assert row["Answered by"] == "No metric yet"
    assert row["Why not yet"] == "Nobody records it in this made-up world."


def test_metric_leads_back_to_its_stage(page):
    assert 'href="stage_prosecution"' in page("charge_rate").html
