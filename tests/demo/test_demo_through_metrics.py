"""The metric layer brings the demo's declared truths to light, with nothing between files and numbers but the store."""

import pytest

from benchmarks.case_store import demo_case_store
from data.demo import TRUTHS
from disclosure.policy import threshold
from metrics.catalogue import metrics
from metrics.comparing import disparities, published_strata
from metrics.compute import as_planned, compute

WANTED = ("time_to_disposition", "current_pace", "reporting_completeness", "charge_rate")


@pytest.fixture(scope="module")
def computed(build, tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("store"), cases=40_000)
    yield compute(con, scopes=("trafficking",), only=WANTED)
    con.close()


@pytest.fixture(scope="module")
def results(computed):
    return as_planned(computed.results)


@pytest.fixture(scope="module")
def gaps(computed):
    """Charge shares of foreign suspects beside those of own citizens, two years after the suspicion."""
    planned, least = as_planned(computed.results), threshold("minimum_count")
    strata = published_strata(planned, computed.strata, metrics(), least)
    found = disparities(planned, strata, metrics(), least)
    found = found[(found["metric_id"] == "charge_rate") & (found["horizon_days"] == 730)]
    return found[
        (found["breakdown"] == "citizenship_group") & found["category"].isin(["other", "regional"])
    ]


def told(gaps, code):
    """Gaps of one place over whole blocks that are old enough and hold enough people."""
    mine = gaps[(gaps["jurisdiction"] == code) & (gaps["denominator"] >= 150)]
    return mine[mine["verdict"] != "cannot_tell"]


def totals(results, metric_id, code):
    """Single years; the years that are told together are left aside."""
    rows = results[(results["metric_id"] == metric_id) & (results["jurisdiction"] == code)]
    years = [
        a.year == b.year for a, b in zip(rows["period_start"], rows["period_end"], strict=True)
    ]
    rows = rows[years]
    rows = rows[rows["breakdown"] == "total"]
    years = [one.year for one in rows["period_start"]]
    return dict(zip(years, rows.to_dict("records"), strict=True))


def test_the_reform_shows_between_the_cohorts_before_and_after(results):
    reform = TRUTHS.reform
    by_year = totals(results, "time_to_disposition", reform.jurisdiction)
    for year, truth in ((2019, reform.median_before), (2022, reform.median_after)):
        assert by_year[year]["lower"] <= truth <= by_year[year]["upper"]
    assert by_year[2019]["lower"] > by_year[2022]["upper"]


def test_the_pace_of_a_year_shows_the_reform_within_the_year_after(results):
    reform = TRUTHS.reform
    pace = totals(results, "current_pace", reform.jurisdiction)
    assert pace[2020]["lower"] <= reform.median_before <= pace[2020]["upper"]
    assert pace[2022]["upper"] < pace[2020]["lower"]
    assert pace[2025]["lower"] <= reform.median_after <= pace[2025]["upper"]
    # Of those charged in the last year half are still open: only the pace can tell of it.
    assert totals(results, "time_to_disposition", reform.jurisdiction)[2025]["blank"] == "not_yet"


def test_the_true_disparity_is_a_difference_that_case_mix_does_not_explain(gaps):
    mine = told(gaps, TRUTHS.true_disparity.jurisdiction)
    # Where like could not be compared with like, a gap is no more than possible.
    assert len(mine) >= 4 and set(mine["verdict"]) == {"difference", "possible_difference"}
    assert (mine["difference_lower"] > 0).all()
    # Strata can be told of the larger group only; those left beside it would be few.
    adjusted = mine.dropna(subset=["adjusted_difference"])
    assert len(adjusted) >= 2 and (adjusted["adjusted_difference_lower"] > 0).all()
    assert set(adjusted["verdict"]) == {"difference"}
    # Not every suspect charged is charged within two years, so the gap seen is no larger than the true one.
    assert mine["difference"].mean() == pytest.approx(TRUTHS.true_disparity.gap, abs=0.05)
    assert (mine["adjusted_difference"] - mine["difference"]).abs().max() < 0.03


def test_the_false_disparity_is_explained_by_the_form_of_exploitation(gaps):
    mine = told(gaps, TRUTHS.false_disparity.jurisdiction)
    assert len(mine) >= 4
    # Crude, foreign suspects are charged less often; within each form, alike.
    assert (mine["difference_upper"] < 0).sum() >= 3
    adjusted = mine.dropna(subset=["adjusted_difference"])
    assert len(adjusted) >= 2
    assert (adjusted["adjusted_difference_lower"] < 0).all()
    assert (adjusted["adjusted_difference_upper"] > 0).all()
    assert set(adjusted["verdict"]) == {"difference_explained"}
    assert "difference" not in set(mine["verdict"])


def test_places_without_a_declared_disparity_show_few(gaps):
    others = gaps[
        ~gaps["jurisdiction"].isin(
            [TRUTHS.true_disparity.jurisdiction, TRUTHS.false_disparity.jurisdiction]
        )
    ]
    others = others[others["verdict"] != "cannot_tell"]
    assert len(others) > 30
    assert (others["verdict"] == "difference").mean() <= 0.05


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
