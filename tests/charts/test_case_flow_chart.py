"""Staircases and ends of a cohort, worked out on paper: nothing hidden is derived, nothing young is called a rate."""

from datetime import date

import pytest

from charts import case_flow, case_flow_ends
from charts.case_flow_ends import NOT_TOLD, OPEN, ends
from charts.cohorts import of_span, span, spans
from charts.labels import Labels
from charts.select import STAGES
from tests.views.made_results import result

LABELS = Labels(
    {"XAA": "Altaria"},
    {("stage", name): name.capitalize() for name in STAGES},
)
SHARE = {
    "metric_id": "attrition",
    "kind": "time_to_event",
    "value_unit": "share",
    "unit_counted": "victims",
}
THREE_YEARS = 1095
NO_NUMBER = {"value": None, "lower": None, "upper": None}


def stage(name: str, reached: float, of: float = 200, **more) -> dict:
    share = reached / of
    given = {"value": share, "lower": share - 0.05, "upper": share + 0.05, "maturity": "mature"}
    about = {"breakdown": "stage", "category": name, "horizon_days": THREE_YEARS}
    counted = {"numerator": float(reached), "denominator": float(of)}
    return result("attrition", (2020, 2020), **(about | counted | given | more))


def hidden(row: dict) -> dict:
    counts = {"numerator": None, "status": "suppressed", "blank": "suppressed", "maturity": None}
    return row | NO_NUMBER | counts


def young(row: dict, low: float, high: float) -> dict:
    told = {"bound_lower": low, "bound_upper": high, "maturity": "bounds_only"}
    return row | NO_NUMBER | told | {"status": None, "blank": "not_yet"}


def climbed(*rows: dict):
    steps = case_flow.victim_steps(SHARE, rows, LABELS)
    return steps, case_flow.staircase(
        steps, LABELS, first="Identified", people="victims identified", unit="victims"
    )


OLD = (stage("convicted", 40), stage("charged", 100), stage("investigated", 160))


def test_stairs_stand_in_the_order_of_justice_below_all_who_entered():
    _, chart = climbed(*OLD)
    assert chart.categories == ("Identified", "Investigated", "Charged", "Convicted")
    assert [row["value"] for row in chart.rows] == [1.0, 0.8, 0.5, 0.2]
    assert [round(row["lost"], 3) for row in chart.rows[1:]] == [0.2, 0.3, 0.3]
    assert chart.rows[2]["lost_label"] == "30.0% fell away before this step"
    assert chart.title == (
        "In Altaria, 20.0% of victims identified in 2020 saw a conviction within 36 months"
    )


def test_sentence_tells_every_step_and_the_steepest():
    steps, _ = climbed(stage("investigated", 160), stage("charged", 60), stage("convicted", 40))
    assert case_flow.told(steps, "victims identified", "Identified") == (
        "Of 200 victims identified: 80.0% saw their case investigated, 30.0% saw somebody charged, "
        "20.0% saw a conviction. Most fall away between “investigated” and “charged”: 50.0% of all."
    )


def test_no_step_is_called_the_steepest_where_one_is_hidden():
    steps, _ = climbed(
        stage("investigated", 160), hidden(stage("charged", 1)), stage("tried", 50), OLD[0]
    )
    assert "Most fall away" not in case_flow.told(steps, "victims identified", "Identified")


def test_a_hidden_step_loses_nothing_that_could_be_told():
    steps, chart = climbed(OLD[2], hidden(OLD[1]), OLD[0])
    by_name = {row["name"]: row for row in chart.rows}
    assert by_name["Charged"]["value"] is None and by_name["Charged"]["blank"] == "suppressed"
    assert by_name["Charged"]["lost"] is None and by_name["Convicted"]["lost"] is None
    told = case_flow.told(steps, "victims identified", "Identified")
    assert "charged" in told.split("No single number for: ")[1] and "50.0%" not in told


def test_a_young_cohort_is_a_range_and_never_a_rate():
    steps, chart = climbed(young(OLD[2], 0.8, 1.0), young(OLD[0], 0.2, 0.9))
    assert chart.title == (
        "In Altaria, between 20.0% and 90.0% of victims identified in 2020 will be found to have seen a "
        "conviction within 36 months"
    )
    assert all(row["value"] is None for row in chart.rows[1:])
    assert case_flow.told(steps, "victims identified", "Identified") == ""


def test_very_uncertain_steps_are_intervals_alone():
    _, chart = climbed(stage("charged", 100), stage("convicted", 40, status="very_uncertain"))
    assert chart.rows[-1]["value"] is None and chart.rows[-1]["lower"] is not None
    assert "somewhere in 15.0% to 25.0%" in chart.title


def test_no_stair_without_any_number():
    assert climbed(*(hidden(row) for row in OLD))[1] is None


def test_all_who_entered_are_no_stair_where_steps_count_others():
    _, chart = climbed(stage("charged", 100), stage("convicted", 40, of=180))
    assert chart.categories == ("Charged", "Convicted")


def end(metric_id: str, years: tuple[int, int], ended: float | None, charged=100.0, **more) -> dict:
    given = {"numerator": ended, "denominator": charged, "horizon_days": THREE_YEARS}
    return result(metric_id, years, **(given | {"maturity": "mature"} | more))


def five(years=(2020, 2021), **changes) -> dict[str, list[dict]]:
    counts = {
        "cohort_conviction": 40.0,
        "cohort_other_conviction": 10.0,
        "cohort_acquittal": 20.0,
        "cohort_discontinued": 5.0,
        "cohort_other_end": 5.0,
    }
    return {key: [end(key, years, count)] for key, count in counts.items()} | changes


def test_five_ends_leave_what_is_still_open():
    (only,) = ends(five())
    assert only.rest == 20 and only.rest_name == OPEN and only.untold == {}
    chart = case_flow_ends.stacked([only], LABELS)
    shares = {row["series"]: row["value"] for row in chart.rows}
    assert shares["Convicted of trafficking"] == 0.4 and shares[OPEN] == 0.2
    assert sum(shares.values()) == pytest.approx(1)
    assert "40.0% of those charged in 2020 to 2021 (together)" in chart.title
    assert chart.title.endswith("20.0% were open at that time")


def test_years_are_added_only_where_each_is_told():
    yearly = [end("cohort_conviction", (2020, 2020), 30.0, 60.0)]
    both = [*yearly, end("cohort_conviction", (2021, 2021), 10.0, 40.0)]
    (only,) = ends(five(cohort_conviction=both))
    assert only.counts["cohort_conviction"] == 40 and only.charged == 100
    unknown = [*yearly, end("cohort_conviction", (2021, 2021), None, 40.0, blank="suppressed")]
    (only,) = ends(five(cohort_conviction=unknown))
    assert "cohort_conviction" not in only.counts
    assert only.untold == {"cohort_conviction": "suppressed"}


def test_a_hidden_end_is_not_worked_out_from_the_rest():
    none = end("cohort_acquittal", (2020, 2021), None, blank="suppressed", maturity=None)
    (only,) = ends(five(cohort_acquittal=[none]))
    chart = case_flow_ends.stacked([only], LABELS)
    names = {row["series"] for row in chart.rows}
    assert NOT_TOLD in names and "Acquitted or dismissed" not in names and OPEN not in names
    assert only.rest == 40
    assert "were open at that time or not told" in chart.title


def test_ends_of_other_people_are_no_parts_of_one_bar():
    other = [end("cohort_acquittal", (2020, 2021), 20.0, charged=99.0)]
    assert ends(five(cohort_acquittal=other)) == []


def test_bars_never_overlap_and_the_fuller_one_stays():
    yearly = [end("cohort_conviction", (year, year), 10.0, 50.0) for year in (2019, 2020, 2021)]
    pooled = end("cohort_conviction", (2020, 2021), 40.0)
    found = ends(five(cohort_conviction=[*yearly, pooled]))
    assert [each.span[0].year for each in found] == [2019, 2020]
    assert [len(each.counts) for each in found] == [1, 5]


def test_young_bars_say_so():
    told = five(
        cohort_conviction=[end("cohort_conviction", (2020, 2021), 40.0, maturity="bounds_only")]
    )
    (only,) = ends(told)
    assert only.is_young and only.name == "2020 to 2021 (together), too young"
    chart = case_flow_ends.stacked([only], LABELS)
    assert "at least 40.0% of those charged" in chart.title
    assert chart.title.endswith("up to 20.0% are still open")


def test_an_old_bar_gives_the_title_before_a_younger_one():
    old, new = five((2016, 2017)), five((2020, 2021))
    young = [row | {"maturity": "bounds_only"} for some in new.values() for row in some]
    rows = {key: [*some, young[order]] for order, (key, some) in enumerate(old.items())}
    found = ends(rows)
    assert [each.is_young for each in found] == [False, True]
    assert "charged in 2016 to 2017 (together)" in case_flow_ends.stacked(found, LABELS).title


def test_nothing_published_gives_no_bar():
    assert ends({}) == [] and case_flow_ends.stacked([], LABELS) is None


def test_cohort_shown_is_the_newest_with_all_its_numbers():
    rows = [stage("convicted", 10) | {"period_end": date(2020, 12, 31)}]
    newer = young(stage("convicted", 5), 0.1, 0.9)
    newer |= {"period_start": date(2021, 1, 1), "period_end": date(2021, 12, 31)}
    assert of_span([*rows, newer], None) == rows
    assert of_span([newer], None) == [newer]
    assert of_span([*rows, newer], span(newer)) == [newer]
    assert of_span([], None) == []


def test_a_year_is_found_in_the_shortest_span_that_holds_it():
    long = end("cohort_conviction", (2016, 2020), 40.0)
    short = end("cohort_conviction", (2019, 2020), 10.0)
    year = span(end("cohort_conviction", (2020, 2020), 1.0))
    assert of_span([long, short], year) == [short]
    assert of_span([short], span(end("cohort_conviction", (2018, 2018), 1.0))) == []
    assert spans([long, short]) == [span(short), span(long)]
