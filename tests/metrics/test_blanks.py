"""Every expected cell is there, and a blank one says why."""

from datetime import date

import pandas as pd
import pytest

from metrics.compute import as_planned, compute
from metrics.coverage import Coverage
from metrics.example import example_store
from metrics.example_rows import charged, identified, suspected, together
from metrics.status import maturity, status_of_amount, status_of_share


def one(results, **where):
    for column, value in where.items():
        results = results[results[column] == value]
    assert len(results) == 1
    return results.iloc[0]


def year(number: int) -> dict:
    return {
        "period_start": date(number, 1, 1),
        "period_end": date(number, 12, 31),
        "breakdown": "total",
        "scope": "trafficking",
    }


def test_a_year_not_yet_over_waits():
    con = example_store(charged("a", 12, "2020-03-01"), as_of=date(2022, 6, 30))
    results = as_planned(compute(con, only=("clearance_rate",)).results)
    assert one(results, **year(2022))["blank"] == "not_yet"
    assert one(results, **year(2021))["blank"] == "not_applicable"
    assert one(results, **year(2020))["value"] == 0


def test_years_outside_the_coverage_are_not_made_up():
    covered = Coverage("XAA", date(2019, 5, 1), date(2021, 12, 31), True)
    assert [(p.year, p.blank) for p in covered.periods()] == [
        (2019, "not_reported"),
        (2020, None),
        (2021, None),
    ]


def test_years_that_others_have_reached_are_not_reported():
    court = Coverage("XAA", date(2019, 1, 1), date(2020, 6, 30), True)
    anybody = Coverage("XAA", date(2018, 1, 1), date(2021, 12, 31), False)
    assert [(p.year, p.blank) for p in court.periods(anybody)] == [
        (2018, "not_reported"),
        (2019, None),
        (2020, "not_reported"),
        (2021, "not_reported"),
    ]


def test_data_within_one_year_are_one_period():
    con = example_store(
        charged("a", 12, "2019-03-01", "2019-09-01", "convicted"),
        covered_from=date(2019, 1, 1),
        as_of=date(2019, 12, 13),
    )
    found = one(
        as_planned(compute(con, only=("court_conviction_rate",)).results),
        breakdown="total",
        scope="trafficking",
    )
    assert (found["period_end"], found["numerator"]) == (date(2019, 12, 13), 12)
    assert (
        one(
            as_planned(compute(con, only=("disposition_time",)).results),
            breakdown="total",
            scope="trafficking",
        )["blank"]
        == "not_yet"
    )


def test_an_agency_that_stopped_counts_only_the_years_it_reported():
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "convicted"),
        {
            "agencies": ({"name": "Court"}, {"name": "Other", "agency_id": "XAA-OTHER"}),
            "submissions": (
                {},
                {
                    "submission_id": "XAA-OTHER-1",
                    "agency_id": "XAA-OTHER",
                    "period_end": "2021-06-30",
                    "as_of": "2021-06-30",
                },
            ),
        },
    )
    other = charged("b", 12, "2021-02-01", "2021-05-01", "acquitted")
    other["proceedings"] = [row | {"agency_id": "XAA-OTHER"} for row in other["proceedings"]]
    results = as_planned(
        compute(example_store(together(rows, other)), only=("court_conviction_rate",)).results
    )
    assert one(results, **year(2020))["denominator"] == 12
    assert one(results, **year(2021))["blank"] == "not_applicable"


def test_victims_and_courts_that_cannot_be_linked_stay_blank():
    rows = together(
        identified("a", 12, "2020-01-10", opened="2020-01-20"),
        charged("a", 12, "2020-06-01", "2020-12-01", "convicted"),
        {
            "agencies": (
                {"name": "Court"},
                {
                    "name": "Support",
                    "agency_id": "XAA-SUPPORT",
                    "kind": "support",
                    "linkage_unit": "other",
                },
            )
        },
    )
    linked = as_planned(compute(example_store(rows), only=("attrition",)).results)
    assert set(linked["breakdown"]) == {"stage"}
    for event in rows["events"]:
        if event["event"] == "identified":
            event["agency_id"] = "XAA-SUPPORT"
    apart = as_planned(compute(example_store(rows), only=("attrition",)).results)
    assert set(apart["blank"]) == {"not_reported"} and apart["numerator"].isna().all()


def test_a_file_of_the_charged_alone_has_no_charge_rate():
    group = charged("a", 15, "2020-08-01")
    rows = together(
        suspected("a", 15, "2020-02-01"),
        {name: each for name, each in group.items() if name not in ("cases", "defendants")},
    )
    results = as_planned(compute(example_store(rows), only=("charge_rate",)).results)
    assert set(results["blank"]) == {"not_reported"}


def test_a_young_cohort_shows_bounds_only():
    rows = together(
        charged("a", 12, "2023-03-01", "2023-09-01", "convicted"),
        charged("b", 8, "2023-11-01"),
    )
    found = one(
        as_planned(compute(example_store(rows), only=("cohort_conviction",)).results),
        horizon_days=730,
        **year(2023),
    )
    assert (found["maturity"], found["blank"]) == ("bounds_only", "not_yet")
    assert (found["bound_lower"], found["bound_upper"]) == (0.6, 1.0)


def test_few_units_keep_their_counts_and_lose_their_value():
    found = one(
        as_planned(
            compute(
                example_store(charged("a", 9, "2020-03-01", "2020-09-01", "convicted")),
                only=("court_conviction_rate",),
            ).results
        ),
        **year(2020),
    )
    assert (found["numerator"], found["denominator"], found["blank"]) == (9, 9, "insufficient")
    assert found["status"] == "insufficient"


def test_undated_units_are_missing_not_forgotten():
    rows = together(charged("a", 15, "2020-03-01"), charged("b", 5, None))
    found = one(
        as_planned(compute(example_store(rows), only=("cohort_conviction",)).results),
        horizon_days=365,
        **year(2020),
    )
    assert found["denominator"] == 15 and found["missing_share"] == pytest.approx(0.25)


def test_a_correction_replaces_what_it_corrects():
    rows = charged("a", 12, "2020-03-01", "2020-09-01", "convicted")
    decisions = [event for event in rows["events"] if event["event"] == "disposition"]
    for number, event in enumerate(decisions):
        event["event_id"] = f"first-{number}"
    corrected = decisions[0] | {
        "event_id": "second",
        "supersedes": "first-0",
        "outcome": "acquitted",
    }
    rows["events"].append(corrected)
    found = one(
        as_planned(compute(example_store(rows), only=("court_conviction_rate",)).results),
        **year(2020),
    )
    assert (found["numerator"], found["denominator"]) == (11, 12)


def test_money_is_never_added_over_currencies():
    from metrics.example_rows import claims

    rows = together(
        claims("a", 10, "2021-03-01", awarded=100, paid=50),
        claims("b", 10, "2021-03-01", awarded=7, currency="USD"),
        claims("c", 3, "2021-03-01", awarded=7, currency="GBP"),
    )
    results = as_planned(compute(example_store(rows), only=("compensation_paid",)).results)
    found = results[results.period_start == date(2021, 1, 1)].set_index("currency")
    assert found.loc["EUR", "value"] == 0.5 and found.loc["USD", "value"] == 0
    assert found["contributors"].to_dict() == {"EUR": 10, "GBP": 3, "USD": 10}
    assert found.loc["GBP", ["numerator", "denominator"]].tolist() == [0, 21]
    assert pd.isna(found.loc["GBP", "value"])


@pytest.mark.parametrize(
    ("n", "lower", "upper", "value", "expected"),
    [
        (9, 0.1, 0.2, 0.15, "insufficient"),
        (29, 0.4, 0.6, 0.5, "very_uncertain"),
        (100, 0.35, 0.65, 0.5, "very_uncertain"),
        (100, 0.39, 0.6, 0.5, "use_with_care"),
        (100, 0.01, 0.08, 0.04, "use_with_care"),
        (500, 0.0, 0.01, 0.0, "reportable"),
        (500, 0.46, 0.54, 0.5, "reportable"),
    ],
)
def test_status_of_shares(n, lower, upper, value, expected):
    assert status_of_share(n, lower, upper, value) == expected


def test_status_of_amounts():
    assert status_of_amount(40, 0.4, 2.1, 1.0) == "use_with_care"
    assert status_of_amount(40, 0.6, 1.6, 1.0) == "reportable"


@pytest.mark.parametrize(
    ("followable", "at_risk", "expected"),
    [(20, 0, "mature"), (16, 10, "provisional"), (16, 9, "bounds_only"), (15, 15, "bounds_only")],
)
def test_maturity(followable, at_risk, expected):
    assert maturity(followable, 20, at_risk) == expected
