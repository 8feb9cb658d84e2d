"""Timeliness: every clock with its own number and span, what is not reached said as such, blanks kept with their reason."""

import re

import pytest

from charts.format import BLANKS
from charts.in_brief import in_brief
from release.read import open_release
from tests.views.made_results import BLANK_CODES, release_of, result, without

YEAR, BEFORE, COHORT = (2024, 2024), (2023, 2023), (2020, 2021)


def days(metric_id: str, value: float, years=YEAR, **more) -> dict:
    given = {"value": value, "lower": value - 30, "upper": value + 30}
    return result(metric_id, years, **(given | {"numerator": 80.0, "denominator": 100.0} | more))


def share(metric_id: str, above: float, below: float, years=YEAR, **more) -> dict:
    given = {"numerator": above, "denominator": below, "value": above / below}
    return result(metric_id, years, **(given | {"lower": 0.1, "upper": 0.9} | more))


def convicted(months: int, above: float, years=COHORT) -> dict:
    more = {"horizon_days": 365 * months // 12, "maturity": "mature"}
    return share("cohort_conviction", above, 100.0, years, **more)


CLOCKS = [
    days("time_to_charge", 200, COHORT),
    days("time_to_disposition", 420, COHORT),
    days("time_to_disposition_75", 690, COHORT),
    days("time_to_disposition_90", 1080, COHORT),
    days("time_to_outcome", 540, COHORT),
    days("mean_time_to_outcome", 567, COHORT, horizon_days=1095, maturity="mature"),
    days("current_pace", 300),
    days("current_pace", 310, BEFORE),
    days("pending_age", 500, denominator=90.0),
    days("pending_age", 250, BEFORE, denominator=120.0),
    days("disposition_time", 450),
    days("disposition_time", 600, BEFORE),
    days("custody_before_verdict", 150),
]
BESIDE = [
    share("clearance_rate", 120.0, 100.0),
    share("clearance_rate", 90.0, 100.0, BEFORE),
    share("pending_over_two_years", 27.0, 90.0),
    share("disposed_within_a_year", 45.0, 100.0, horizon_days=365, maturity="mature"),
    share("adjournment_rate", 60.0, 200.0),
    *(convicted(months, above) for months, above in ((12, 20.0), (24, 40.0), (36, 55.0))),
    *(
        share("adjournment_causes", above, 60.0, breakdown="adjournment_cause", category=member)
        for member, above in (("court", 30.0), ("defence", 20.0), ("unknown", 10.0))
    ),
]
ALL = [*CLOCKS, *BESIDE]


def blank(row: dict, code: str) -> dict:
    hidden = {"numerator": None, "denominator": None} if code == "suppressed" else {}
    none = {"value": None, "lower": None, "upper": None}
    status = "suppressed" if code == "suppressed" else None
    return row | none | hidden | {"status": status, "blank": code, "maturity": None}


@pytest.fixture
def opened_on(page, tmp_path, monkeypatch):
    """Opens the page on a release of these results."""

    def open_page(rows, tables=None, **query):
        release_of(tmp_path, rows, **(tables or {}))
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("time_to_justice", **({"jurisdiction": "Altaria (XAA)"} | query))

    return open_page


def promised(shown) -> None:
    """What holds of every page, whatever is in the release."""
    assert shown.exceptions == []
    assert len(shown.titles) == 1
    assert shown.html.count('role="status"') == 1
    told = shown.text.replace("None is about a real place", "")
    for raw in ("nan", "NaT", "bounds_only", "not_yet", "victim_absent"):
        assert not re.search(rf"\b{raw}\b", told), raw


def headers(shown) -> list[str]:
    return [each.value for each in shown.run.header]


def parts(shown) -> list[str]:
    return [each.value for each in shown.run.subheader]


def clocks(shown) -> dict[str, dict]:
    return {row["Clock"]: row for row in shown.table("what each clock reads").records}


def test_answer_tells_cohort_pace_and_who_still_waits(opened_on):
    shown = opened_on(ALL)
    promised(shown)
    assert (
        "In Altaria, half of the proceedings begun in 2020 to 2021 (together) had ended 420 days after "
        "the charge; at the pace of 2024 it would take 300 days. 90 proceedings were still open at "
        "31 December 2024, the middle one for 500 days." in shown.text
    )


def test_every_clock_stands_in_one_table_with_its_span(opened_on):
    shown = opened_on(ALL)
    told = clocks(shown)
    assert len(told) == 13
    cepej = next(
        row for name, row in told.items() if "as CEPEJ defines it" in name and "time" in name
    )
    assert cepej["Reads"].startswith("450 days (420 to 480 days)") and cepej["When"] == "2024"
    slow = next(row for name, row in told.items() if "nine in ten" in name)
    assert slow["Reads"].startswith("1,080 days") and slow["When"] == "2020 to 2021 (together)"
    clearance = next(row for name, row in told.items() if name.startswith("Clearance"))
    assert clearance["Reads"].startswith("120.0%")
    assert "In Altaria, 10 clocks read from 150 days to 1,080 days" in parts(shown)


def test_disagreement_is_explained_from_these_numbers(opened_on):
    shown = opened_on(ALL)
    assert "What the numbers of Altaria show" in parts(shown)
    assert "More ended than came in, and yet those who wait have waited longer" in shown.text
    assert "Closing old cases in bulk would look just like this" in shown.text
    calm = [row for row in CLOCKS if row["metric_id"] == "pending_age"]
    shown = opened_on(calm, period="Newest with a number")
    assert "What the numbers of Altaria show" not in parts(shown)
    assert "Too few clocks of Altaria" in shown.text


def test_years_taken_together_are_not_set_against_other_years(opened_on):
    rows = [share("clearance_rate", 90.0, 237.0, (2020, 2024)), days("pending_age", 300)]
    shown = opened_on([*rows, share("clearance_rate", 90.0, 127.0, (2016, 2019))])
    promised(shown)
    assert "than the year before" not in shown.text


def test_a_median_not_reached_says_how_long_half_have_waited(opened_on):
    row = days("time_to_disposition", 0, YEAR, numerator=30.0)
    shown = opened_on([blank(row, "not_yet"), days("current_pace", 300), days("pending_age", 100)])
    promised(shown)
    told = next(row for name, row in clocks(shown).items() if "half have ended" in name)
    assert told["Reads"].startswith("more than 365 days: half have not ended (30 of 100 have)")
    assert "more than 365 days" in shown.html.split('role="status"')[1][:400]


def test_a_figure_of_cepej_without_denominator_is_blank(opened_on):
    rows = [
        blank(days("disposition_time", 1, denominator=0.0), "not_applicable"),
        days("pending_age", 300),
        days("current_pace", 200),
    ]
    shown = opened_on(rows)
    promised(shown)
    cepej = next(row for name, row in clocks(shown).items() if name.startswith("Disposition"))
    assert cepej["Reads"].startswith("Does not apply")


def test_curve_has_its_counts_in_a_table(opened_on):
    shown = opened_on(ALL)
    assert any(
        each.endswith(
            "55.0% of those charged in 2020 to 2021 (together) were convicted within 36 months"
        )
        for each in parts(shown)
    )
    table = shown.table("by time since the charge")
    assert [row["Counted"] for row in table.records] == [
        "20 of 100 persons",
        "40 of 100 persons",
        "55 of 100 persons",
    ]


def test_causes_of_adjournments_tell_the_unknown_last(opened_on):
    shown = opened_on(ALL)
    table = shown.table("Causes of adjournments")
    assert [row["Cause"] for row in table.records] == ["Court", "Defence", "Unknown"]
    assert any("“Court”: 50.0% of adjourned hearings" in each for each in parts(shown))


def test_a_year_asked_for_is_shown_where_published(opened_on):
    shown = opened_on(ALL, period="2023")
    promised(shown)
    pace = next(row for name, row in clocks(shown).items() if name.startswith("Current pace"))
    assert pace["Reads"].startswith("310 days") and pace["When"] == "2023"


@pytest.mark.parametrize("code", BLANK_CODES)
def test_every_blank_keeps_its_reason(opened_on, code):
    shown = opened_on([blank(row, code) for row in ALL])
    promised(shown)
    assert BLANKS[code].label.lower() in shown.text.lower()
    assert "clocks read from" not in " ".join(parts(shown))


def test_very_uncertain_clocks_are_intervals_alone(opened_on):
    shown = opened_on([row | {"status": "very_uncertain"} for row in CLOCKS])
    promised(shown)
    assert "In Altaria, most clocks can be read as intervals only" in parts(shown)
    assert "1,080 days" not in shown.text


def test_a_silent_place_is_called_silent(opened_on):
    shown = opened_on(ALL, jurisdiction="Borovia (XAB)")
    promised(shown)
    assert "Borovia has no clock that can be read" in shown.text
    assert not shown.charts


def test_no_result_of_any_metric_still_stands(opened_on):
    promised(opened_on([]))


def test_metrics_the_release_does_not_define_are_left_out(opened_on):
    kept = [row for row in ALL if row["metric_id"] == "clearance_rate"]
    gone = {row["metric_id"] for row in ALL} - {"clearance_rate"}
    shown = opened_on(kept, {"definitions": without("definitions", metric_id=gone)})
    promised(shown)
    assert "Waiting on the way" not in headers(shown)
    assert next(iter(clocks(shown))).startswith("Clearance")


def test_numbers_of_the_made_up_release_are_those_it_holds(page, releases):
    shown = page("time_to_justice", jurisdiction="Borovia (XAB)")
    promised(shown)
    with open_release(releases) as opened, opened.cursor() as cursor:
        frame = cursor.execute(
            "SELECT * FROM results WHERE jurisdiction = 'XAB' AND scope = 'trafficking' "
            "AND breakdown = 'total' AND value IS NOT NULL AND period_end - period_start < 366 "
            "AND metric_id IN ('current_pace', 'disposition_time', 'pending_age') "
            "QUALIFY row_number() OVER (PARTITION BY metric_id ORDER BY period_end DESC) = 1"
        ).df()
        definitions = {key: opened.definition(key) for key in frame["metric_id"]}
    named = {
        "current_pace": "Current pace",
        "disposition_time": "Disposition time",
        "pending_age": "Still waiting: age",
    }
    assert len(frame) == 3
    for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        metric_id = row["metric_id"]
        told = next(row for name, row in clocks(shown).items() if name.startswith(named[metric_id]))
        assert told["Reads"].startswith(in_brief(row, definitions[metric_id]))
