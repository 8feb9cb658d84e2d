"""Awkward cases of compensation, assets, civil claims and offers: what must not be counted, and what must not be zero."""

from datetime import date

import pandas as pd
import pytest

from metrics.catalogue import metrics
from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_rows import charged, claims, identified, together
from metrics.example_tables import (
    assets,
    cases_with_assets,
    happened,
    opened,
    several,
)

CLAIM = ("claim_id", "victim_id")


def result(rows, metric: str, year: int = 2021, **where):
    """The one total of a metric and year, from a store with these rows."""
    results = as_planned(compute(example_store(rows), only=(metric,)).results)
    where = {"breakdown": "total", "scope": "trafficking"} | where
    for column, value in where.items():
        results = results[results[column] == value]
    starts, ends = date(year, 1, 1), date(year, 12, 31)
    results = results[(results["period_start"] == starts) & (results["period_end"] == ends)]
    assert len(results) == 1
    return results.iloc[0]


def test_currencies_are_never_added():
    rows = together(
        claims("a", 12, "2021-03-01", awarded=1000),
        claims("b", 10, "2021-03-01", awarded=700, currency="USD"),
    )
    assert result(rows, "money_awarded", currency="EUR")["value"] == 12_000
    assert result(rows, "money_awarded", currency="USD")["value"] == 7_000


def test_a_refused_claim_counts_with_nothing_awarded():
    claimed = {"occurred_on": "2020-06-01", "amount": 1000, "currency": "EUR"}
    rows = together(
        several("compensation", "a", 12, CLAIM, fact="claimed", **claimed),
        several("compensation", "a", 12, CLAIM, fact="refused", occurred_on="2021-03-01"),
    )
    found = result(rows, "award_to_claim", currency="EUR")
    assert (found["numerator"], found["denominator"], found["value"]) == (0, 12_000, 0)


def test_a_claim_without_an_amount_is_missing_not_zero():
    claimed = {"occurred_on": "2020-06-01", "currency": "EUR"}
    rows = together(
        several("compensation", "a", 10, CLAIM, fact="claimed", amount=1000, **claimed),
        several("compensation", "b", 10, CLAIM, fact="claimed", **claimed),
        claims("a", 10, "2021-03-01", awarded=500),
        claims("b", 10, "2021-03-01", awarded=500),
    )
    found = result(rows, "award_to_claim", currency="EUR")
    assert (found["value"], found["missing_share"]) == (0.5, 0.5)


def test_a_victim_paid_before_the_award_was_paid_at_once():
    payment = {"fact": "paid", "occurred_on": "2021-01-15", "amount": 100, "currency": "EUR"}
    rows = together(
        claims("a", 10, "2021-03-01", awarded=1000),
        several("compensation", "a", 10, CLAIM, **payment),
        claims("b", 10, "2021-03-01", awarded=1000),
    )
    found = result(rows, "victims_paid", horizon_days=365)
    assert (found["numerator"], found["denominator"], found["value"]) == (10, 20, 0.5)


def test_two_claims_of_one_victim_are_one_victim():
    rows = together(
        claims("a", 20, "2021-03-01", awarded=1000),
        {
            "compensation": tuple(
                {"claim_id": f"second{n}", "victim_id": f"a{n}", "fact": "awarded"}
                | {"occurred_on": "2021-05-01", "amount": 500, "currency": "EUR"}
                for n in range(1, 21)
            )
        },
    )
    assert result(rows, "victims_paid", horizon_days=365)["denominator"] == 20


def test_no_median_is_told_where_most_are_never_paid():
    rows = together(
        claims("a", 30, "2021-03-01", awarded=1000, paid=100),
        claims("b", 70, "2021-03-01", awarded=1000),
    )
    found = result(rows, "time_to_payment")
    assert pd.isna(found["value"]) and found["blank"]
    assert (found["numerator"], found["denominator"]) == (30, 100)


def test_an_asset_that_changes_its_currency_is_missing():
    rows = together(
        cases_with_assets("a", 10, traced=("2021-02-01", 100), frozen=("2021-03-01", 50)),
        cases_with_assets("b", 10, traced=("2021-02-01", 100)),
        several("assets", "b", 10, ("asset_id", "case_id"), step="frozen",
                occurred_on="2021-03-01", amount=50, currency="USD"),
    )  # fmt: skip
    found = result(rows, "frozen_of_traced", currency="EUR")
    assert (found["denominator"], found["value"], found["missing_share"]) == (1000, 0.5, 0.5)


def test_assets_in_other_cases_are_not_counted():
    rows = cases_with_assets("a", 12, confiscated=("2021-02-01", 100))
    rows["submissions"] = ({"scope": "all_crime"},)
    rows["cases"] = tuple(row | {"exploitation_form": "unknown"} for row in rows["cases"])
    assert pd.isna(result(rows, "money_confiscated")["value"])


@pytest.mark.parametrize(
    ("metric", "rows"),
    [
        ("financial_investigation_rate", opened("a", 20, "2021-02-01")),
        ("freezing_rate", charged("a", 20, "2021-02-01")),
        ("confiscation_rate", charged("a", 20, "2020-02-01", "2021-02-01", "convicted")),
        (
            "claim_rate",
            together(
                identified("a", 20, "2020-01-10", opened="2020-01-10"),
                charged("a", 20, "2020-02-01", "2021-02-01", "convicted"),
            ),
        ),
        (
            "restorative_offered",
            together(
                identified("a", 20, "2020-01-10", opened="2020-01-10"),
                charged("a", 20, "2020-02-01", "2021-02-01", "convicted"),
            ),
        ),
    ],
)
def test_what_nobody_records_is_not_reported_rather_than_zero(metric, rows):
    results = as_planned(compute(example_store(rows), only=(metric,)).results)
    assert set(results["blank"]) == {"not_reported"}
    assert results["value"].isna().all()


def test_a_financial_inquiry_that_came_first_counts():
    rows = together(
        opened("a", 12, "2021-02-01"),
        happened("case", "a", 12, "financial_opened", "2020-11-01"),
        opened("b", 12, "2021-02-01"),
    )
    found = result(rows, "financial_investigation_rate", horizon_days=365)
    assert (found["numerator"], found["denominator"], found["value"]) == (12, 24, 0.5)


def test_a_confiscation_after_the_horizon_is_not_within_it():
    rows = together(
        charged("a", 12, "2020-02-01", "2021-02-01", "convicted"),
        assets("a", 12, confiscated=("2023-06-01", 100)),
    )
    assert result(rows, "confiscation_rate", horizon_days=730)["numerator"] == 0


def test_neither_taking_part_nor_declining_is_called_better():
    for name in ("restorative_replies", "restorative_offered"):
        assert metrics()[name].good_direction == "neither"
        assert not metrics()[name].is_headline


def test_settled_and_withdrawn_claims_are_not_lost_claims():
    decided = {"filed_on": "2020-02-01", "decided_on": "2021-03-01"}
    rows = together(
        several("civil_claims", "a", 12, CLAIM, outcome="granted", **decided),
        several("civil_claims", "b", 9, CLAIM, outcome="settled", **decided),
        several("civil_claims", "c", 9, CLAIM, outcome="withdrawn", **decided),
    )
    found = result(rows, "civil_claim_success")
    assert (found["numerator"], found["denominator"]) == (12, 12)
