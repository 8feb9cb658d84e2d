"""Case flow: numbers as the release has them, young cohorts as ranges, hidden ends kept hidden, silence called silence."""

import re

import pytest

from charts.format import BLANKS
from charts.in_brief import in_brief
from release.read import open_release
from tests.views.made_results import BLANK_CODES, release_of, result, without

SECTIONS = [
    "In short",
    "Victims: how far their cases get",
    "Suspects: how many are charged, how many convicted",
    "People charged: what became of them",
    "Where cases end, and why",
    "Why one place has several conviction rates",
    "Which cohorts are old enough",
    "What this page cannot tell",
]


def share(metric_id: str, years, above: float, below: float, **more) -> dict:
    value = above / below
    given = {"numerator": above, "denominator": below, "value": value}
    limits = {"lower": value - 0.04, "upper": value + 0.04}
    return result(metric_id, years, **(given | limits | more))


def followed(metric_id: str, years, above, below, days=1095, **more) -> dict:
    return share(
        metric_id, years, above, below, **({"horizon_days": days, "maturity": "mature"} | more)
    )


def young(row: dict, low: float, high: float) -> dict:
    told = {"bound_lower": low, "bound_upper": high, "maturity": "bounds_only"}
    return blank(row, "not_yet") | told


def blank(row: dict, code: str) -> dict:
    hidden = {"numerator": None, "denominator": None} if code == "suppressed" else {}
    none = {"value": None, "lower": None, "upper": None, "bound_lower": None, "bound_upper": None}
    status = "suppressed" if code == "suppressed" else None
    return row | none | hidden | {"status": status, "blank": code, "maturity": None}


def stage(name: str, reached: float, years=(2020, 2020)) -> dict:
    return followed("attrition", years, reached, 400.0, breakdown="stage", category=name)


VICTIMS = [
    stage("investigated", 320.0),
    stage("charged", 200.0),
    stage("tried", 150.0),
    stage("convicted", 100.0),
    young(stage("convicted", 40.0, (2024, 2024)), 0.1, 0.9),
]
SUSPECTS = [
    followed("charge_rate", (2020, 2020), 300.0, 500.0, 730),
    followed("end_to_end_conviction", (2020, 2020), 100.0, 500.0, 730),
]
ENDS = [
    followed("cohort_conviction", (2020, 2021), 120.0, 300.0),
    followed("cohort_other_conviction", (2020, 2021), 30.0, 300.0),
    followed("cohort_acquittal", (2020, 2021), 60.0, 300.0),
    followed("cohort_discontinued", (2020, 2021), 45.0, 300.0),
    followed("cohort_other_end", (2020, 2021), 15.0, 300.0),
]
RATES = [
    share("court_conviction_rate", (2024, 2024), 90.0, 120.0),
    share("cases_with_conviction", (2024, 2024), 50.0, 80.0),
    share("convictions_to_prosecutions", (2024, 2024), 90.0, 75.0),
]
EXITS = [
    share("judgment_mix", (2024, 2024), above, 150.0, breakdown="disposition", category=member)
    for member, above in (("convicted_trafficking", 90.0), ("acquitted", 45.0), ("dismissed", 15.0))
]
ALL = [*VICTIMS, *SUSPECTS, *ENDS, *RATES, *EXITS]


@pytest.fixture
def opened_on(page, tmp_path, monkeypatch):
    """Opens the page on a release of these results."""

    def open_page(rows, tables=None, **query):
        release_of(tmp_path, rows, **(tables or {}))
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("case_flow", **({"jurisdiction": "Altaria (XAA)"} | query))

    return open_page


def promised(shown) -> None:
    """What holds of every page, whatever is in the release."""
    assert shown.exceptions == []
    assert len(shown.titles) == 1
    assert shown.html.count('role="status"') == 1
    told = shown.text.replace("None is about a real place", "")
    for raw in ("None", "nan", "NaT", "convicted_trafficking", "bounds_only", "not_yet"):
        assert not re.search(rf"\b{raw}\b", told), raw


def headers(shown) -> list[str]:
    return [each.value for each in shown.run.header]


def parts(shown) -> list[str]:
    return [each.value for each in shown.run.subheader]


def test_every_section_stands_and_leads_with_what_is_seen(opened_on):
    shown = opened_on(ALL)
    promised(shown)
    assert headers(shown) == SECTIONS
    assert (
        "In Altaria, 25.0% of victims identified in 2020 saw a conviction within 36 months"
        in parts(shown)
    )
    assert (
        "In Altaria, 20.0% of persons first suspected in 2020 were convicted of trafficking within 24 months"
        in parts(shown)
    )
    assert "Of 500 persons first suspected: 60.0% were charged, 20.0% were convicted" in shown.text


def test_victims_are_told_cohort_by_cohort_with_those_too_young(opened_on):
    table = opened_on(ALL).table("victims by year of identification")
    newest, old = table.records
    assert newest["Identified in"] == "2024" and old["Identified in"] == "2020"
    assert newest["Convicted"] == "Between 10.0% and 90.0%"
    assert newest["Old enough?"] == "Bounds only" and newest["Charged"] == "Nothing published"
    assert old["Convicted"] == "25.0% (21.0% to 29.0%)" and old["Old enough?"] == "Yes"


def test_people_charged_add_up_to_all_with_the_open_ones(opened_on):
    (row,) = opened_on(ALL).table("people charged and what became of them").records
    assert row["Convicted of trafficking"] == "40.0% (120)"
    assert row["Dropped by the prosecution"] == "15.0% (45)"
    assert row["The rest"] == "Open at that time: 10.0% (30)"


def test_a_hidden_end_is_said_to_be_hidden_and_never_derived(opened_on):
    rows = [
        row if row["metric_id"] != "cohort_acquittal" else blank(row, "suppressed") for row in ALL
    ]
    shown = opened_on(rows)
    promised(shown)
    (row,) = shown.table("people charged and what became of them").records
    assert row["Acquitted or dismissed"] == "Suppressed to protect people"
    assert row["The rest"] == "Open at that time, or not told: 30.0% (90)"
    assert "20.0% (60)" not in shown.text
    assert "acquitted or dismissed (suppressed to protect people)" in shown.text


def test_the_ratio_of_two_flows_is_refused_as_a_rate(opened_on):
    shown = opened_on(ALL)
    told = {row["Measure"]: row for row in shown.table("what is called a conviction rate").records}
    refused = next(row for name, row in told.items() if name.startswith("Convictions to"))
    assert refused["Number"] == "Refused as a rate" and refused["Counted"] == "90 to 75 persons"
    assert "120.0%" not in shown.text and "1.20" not in shown.text


def test_why_the_court_rate_is_higher_is_told_with_both_numbers(opened_on):
    shown = opened_on(ALL)
    assert "75.0% ended in a conviction" in shown.text and "40.0% were convicted" in shown.text
    assert "leaves out whoever is still waiting" in shown.text
    level = [*ENDS[1:], followed("cohort_conviction", (2020, 2021), 219.0, 300.0), *RATES]
    shown = opened_on(level, cohort="Newest that is old enough")
    assert "The intervals overlap, so here the difference may be chance" in shown.text


def test_exits_name_their_unit_and_the_most_frequent(opened_on):
    shown = opened_on(ALL)
    table = shown.table("Judgments at first instance")
    assert [row["Counted"] for row in table.records] == ["90", "45", "15"]
    assert table.headings[-1] == "Of all judgments"
    assert any("“Convicted of trafficking”: 60.0% of judgments" in each for each in parts(shown))


def test_only_a_young_cohort_leaves_a_range_in_the_first_sentence(opened_on):
    shown = opened_on([young(followed("cohort_conviction", (2024, 2024), 20.0, 200.0), 0.1, 0.8)])
    promised(shown)
    assert "between 10.0% and 80.0% (too early to tell)" in shown.text
    (row,) = shown.table("people charged and what became of them").records
    assert row["Old enough?"] == "Too young"
    (age,) = shown.table("cohorts and how far").records
    assert age["Newest complete"] == "No cohort" and age["Too young: a range only"] == "2024"


def test_a_cohort_asked_for_shows_itself_or_what_holds_it(opened_on):
    shown = opened_on(ALL, cohort="2024")
    promised(shown)
    assert "between 10.0% and 90.0% of victims identified in 2024" in shown.text
    shown = opened_on(ALL, cohort="2020", horizon="36 months")
    assert "20.0% of persons first suspected in 2020" in " ".join(parts(shown))


@pytest.mark.parametrize("code", BLANK_CODES)
def test_every_blank_keeps_its_reason(opened_on, code):
    shown = opened_on([blank(row, code) for row in ALL])
    promised(shown)
    assert headers(shown)[0] == "In short" and headers(shown)[-1] == SECTIONS[-1]
    assert BLANKS[code].label.lower() in shown.text.lower()
    assert "% of victims identified in 2020 saw" not in shown.text


def test_a_silent_place_is_called_silent(opened_on):
    shown = opened_on(ALL, jurisdiction="Borovia (XAB)")
    promised(shown)
    assert "Nothing is published of how far the cases of victims get in Borovia" in shown.text
    assert "nothing is published here for Borovia" in shown.text
    assert not shown.charts


def test_no_result_of_any_metric_still_stands(opened_on):
    shown = opened_on([])
    promised(shown)


def test_metrics_the_release_does_not_define_are_left_out(opened_on):
    gone = {row["metric_id"] for row in ALL} - {"court_conviction_rate"}
    gone |= {"prosecution_decision_mix", "declination_reasons", "appeal_judgment_mix"}
    gone |= {"withdrawal_attrition"}
    kept = [row for row in ALL if row["metric_id"] not in gone]
    shown = opened_on(kept, {"definitions": without("definitions", metric_id=gone)})
    promised(shown)
    assert "Where cases end, and why" not in headers(shown)
    assert "75.0% (71.0% to 79.0%)" in shown.text


def test_numbers_of_the_made_up_release_are_those_it_holds(page, releases):
    shown = page("case_flow", jurisdiction="Borovia (XAB)")
    promised(shown)
    with open_release(releases) as opened, opened.cursor() as cursor:
        frame = cursor.execute(
            "SELECT * FROM results WHERE metric_id = 'attrition' AND jurisdiction = 'XAB' "
            "AND breakdown = 'stage' AND value IS NOT NULL AND status <> 'very_uncertain'"
        ).df()
        definition = opened.definition("attrition")
    assert len(frame) > 3
    cells = [cell for row in shown.table("victims by year").rows for cell in row]
    for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        assert in_brief(row, definition) in cells
