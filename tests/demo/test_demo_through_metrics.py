"""The metric layer brings the demo's declared truths to light, with nothing between files and numbers but the store."""

import pytest

from benchmarks.case_store import demo_case_store
from data.demo import TRUTHS
from metrics.compute import compute


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("store"), cases=20_000)
    wanted = ("time_to_disposition", "reporting_completeness")
    yield compute(con, scopes=("trafficking",), only=wanted).results
    con.close()


def totals(results, metric_id, code):
    rows = results[(results["metric_id"] == metric_id) & (results["jurisdiction"] == code)]
    rows = rows[rows["breakdown"] == "total"]
    years = [one.year for one in rows["period_start"]]
    return dict(zip(years, rows.to_dict("records"), strict=True))


def test_the_reform_shows_between_the_cohorts_before_and_after(results):
    reform = TRUTHS.reform
    by_year = totals(results, "time_to_disposition", reform.jurisdiction)
    for year, truth in ((2019, reform.median_before), (2022, reform.median_after)):
        assert by_year[year]["lower"] <= truth <= by_year[year]["upper"]
    assert by_year[2019]["lower"] > by_year[2022]["upper"]


def test_no_cohort_is_claimed_for_a_court_after_it_stopped(results):
    stopped = TRUTHS.stopped
    by_year = totals(results, "time_to_disposition", stopped.jurisdiction)
    later = [row for year, row in by_year.items() if year > stopped.last_day.year]
    assert all(row["blank"] for row in later)
    assert by_year[2018]["value"] > 0


def test_the_silent_years_lower_the_completeness_of_reporting(results):
    by_year = totals(results, "reporting_completeness", TRUTHS.stopped.jurisdiction)
    assert by_year[2020]["value"] == 1
    assert by_year[2023]["value"] == pytest.approx(4 / 5)
