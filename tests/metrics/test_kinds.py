"""Each kind of counting and estimating that few metrics use, on rows small enough to check by hand."""

import math
from dataclasses import replace
from datetime import date

import pytest
from scipy.stats import chi2, t

from metrics.catalogue import metrics
from metrics.compute import as_planned, compute
from metrics.estimating import quantity
from metrics.example import example_store
from metrics.example_rows import charged, claims, together
from metrics.figure import Figure

COURT = {"population": "court_proceedings", "unit_counted": "proceedings"}


@pytest.fixture
def results(monkeypatch):
    """Results of a metric made up for the test, counted by the real pipeline."""

    def counted(rows, kind, counting, **fields):
        base = metrics()["pending_age" if kind == "stock_share" else "clearance_rate"]
        made_up = replace(base, name="made_up", kind=kind, counting=counting, **fields)
        monkeypatch.setattr("metrics.compute.metrics", lambda: {"made_up": made_up})
        return as_planned(compute(example_store(rows), scopes=("trafficking",)).results)

    return counted


def one(results, start, end=None, category="total", **where):
    for column, value in (where | {"category": category}).items():
        results = results[results[column] == value]
    span = date(start, 1, 1), date(end or start, 12, 31)
    results = results[[(r.period_start, r.period_end) == span for r in results.itertuples()]]
    assert len(results) == 1
    return results.iloc[0]


def residents(**by_year):
    return {
        "residents": tuple(
            {
                "period_start": f"{y[1:]}-01-01",
                "period_end": f"{y[1:]}-12-31",
                "residents": n,
                "source": "census",
            }
            for y, n in by_year.items()
        )
    }


RATE = {"date": "charged_on", "exposure": "residents", "per": 100_000}


def test_a_rate_of_residents_by_year_and_over_a_block(results):
    rows = together(
        charged("a", 12, "2020-03-01"),
        charged("b", 30, "2022-03-01"),
        residents(y2020=1_000_000, y2021=1_000_000, y2022=2_000_000, y2024=1_000_000),
    )
    found = results(rows, "rate", RATE, value_unit="per_hundred_thousand", **COURT)
    year = one(found, 2020)
    assert (year["numerator"], year["denominator"], year["value"]) == (12, 1_000_000, 1.2)
    # Garwood's limits, by way of chi-squared.
    limits = chi2.ppf(0.025, 24) / 2 / 10, chi2.ppf(0.975, 26) / 2 / 10
    assert (year["lower"], year["upper"]) == pytest.approx(limits)
    assert year["status"] == "very_uncertain"
    none = one(found, 2021)
    assert (none["value"], none["lower"]) == (0, 0)
    assert none["upper"] == pytest.approx(-math.log(0.025) / 10)
    block = one(found, 2020, 2022)
    assert (block["numerator"], block["denominator"], block["value"]) == (42, 4_000_000, 1.05)
    # Nobody told how many lived there in 2023.
    assert one(found, 2023)["blank"] == "not_reported"
    detail = one(found, 2020, 2022, "forced_labour")
    assert (detail["numerator"], detail["denominator"]) == (42, 4_000_000)


def test_a_rate_of_days_followed(results):
    rows = together(
        charged("a", 20, "2020-01-01", "2020-04-10", "convicted"),
        charged("b", 30, "2020-01-01", "2021-01-01", "acquitted"),
        charged("c", 9, "2021-01-01", "2021-02-01", "convicted"),
    )
    counting = {
        "date": "charged_on",
        "events": "CASE WHEN outcome = 'convicted_trafficking' THEN 1 ELSE 0 END",
        "exposure": "date_diff('day', charged_on, disposed_on)",
        "per": 36_525,
    }
    found = results(rows, "rate", counting, value_unit="per_hundred_person_years", **COURT)
    year = one(found, 2020)
    days = 20 * 100 + 30 * 366
    assert (year["numerator"], year["denominator"], year["contributors"]) == (20, days, 50)
    assert year["value"] == pytest.approx(20 / days * 36_525)
    assert one(found, 2021)["blank"] == "insufficient"
    assert one(found, 2022)["blank"] == "not_applicable"


def test_a_mix_adds_up_in_every_year_and_over_the_block(results):
    rows = together(
        charged("a", 12, "2020-03-01", sex="female"),
        charged("b", 8, "2020-03-01", sex="male"),
        charged("c", 10, "2022-03-01", sex="male"),
        charged("d", 4, None, sex="male"),
    )
    rows["events"] = [
        e if e["occurred_on"] else e | {"date_precision": "unknown"} for e in rows["events"]
    ]
    mix = {"date": "charged_on", "column": "sex"}
    found = results(rows, "mix", mix, value_unit="share", breakdowns=("sex",), **COURT)
    assert set(found["breakdown"]) == {"sex"}
    counts = {
        (start, end, name): tuple(one(found, start, end, name)[["numerator", "denominator"]])
        for start, end in ((2020, 2020), (2022, 2022), (2020, 2022))
        for name in ("female", "male")
    }
    assert counts == {
        (2020, 2020, "female"): (12, 20),
        (2020, 2020, "male"): (8, 20),
        (2022, 2022, "female"): (0, 10),
        (2022, 2022, "male"): (10, 10),
        (2020, 2022, "female"): (12, 30),
        (2020, 2022, "male"): (18, 30),
    }
    assert one(found, 2020, category="female")["missing_share"] == pytest.approx(4 / 34)
    assert one(found, 2021, category="male")["blank"] == "not_applicable"
    assert one(found, 2023, 2025, "male")["blank"] == "not_yet"


def test_money_is_added_up_by_currency(results):
    rows = together(
        claims("a", 30, "2021-03-01", awarded=100.1),
        claims("b", 10, "2022-03-01", awarded=7, currency="USD"),
        claims("c", 3, "2021-03-01", awarded=7, currency="GBP"),
    )
    counting = {"date": "awarded_on", "amount": "awarded", "currency": "currency"}
    money = {"population": "awarded_claims", "unit_counted": "money", "value_unit": "money"}
    found = results(rows, "amount", counting, breakdowns=(), **money)
    euro = one(found, 2021, currency="EUR")
    assert tuple(euro[["numerator", "value", "lower", "upper"]]) == pytest.approx((3003,) * 4)
    assert (euro["status"], euro["contributors"]) == ("reportable", 30)
    dollar = one(found, 2020, 2022, currency="USD")
    assert (dollar["value"], dollar["status"]) == (70, "very_uncertain")
    pound = one(found, 2021, currency="GBP")
    # The sum is there for disclosure to judge, with those behind it; it is no value.
    assert (pound["blank"], math.isnan(pound["value"])) == ("insufficient", True)
    assert (pound["numerator"], pound["contributors"]) == (21, 3)


def test_a_mean_has_the_interval_of_a_mean(results):
    rows = together(
        charged("a", 10, "2020-01-01", "2020-01-11", "convicted"),
        charged("b", 30, "2020-01-01", "2020-01-31", "convicted"),
        charged("c", 5, "2020-01-01"),
        charged("d", 6, "2021-01-01", "2021-01-11", "convicted"),
    )
    counting = {"date": "charged_on", "amount": "date_diff('day', charged_on, disposed_on)"}
    found = results(rows, "mean", counting, value_unit="days", **COURT)
    year = one(found, 2020)
    assert (year["numerator"], year["denominator"], year["value"]) == (1000, 40, 25)
    deviation = math.sqrt((10 * 15**2 + 30 * 5**2) / 39)
    reach = t.ppf(0.975, 39) * deviation / math.sqrt(40)
    assert (year["lower"], year["upper"]) == pytest.approx((25 - reach, 25 + reach))
    assert year["missing_share"] == pytest.approx(5 / 45)
    assert one(found, 2021)["blank"] == "insufficient"
    assert one(found, 2020, 2022)["denominator"] == 46


def test_a_share_of_the_stock_is_told_year_by_year(results):
    rows = together(
        charged("a", 30, "2019-06-01"),
        charged("b", 10, "2020-06-01"),
        charged("c", 5, "2020-06-01", "2021-02-01", "convicted"),
    )
    counting = metrics()["pending_age"].counting | {"older_than": 365}
    found = results(rows, "stock_share", counting, value_unit="share", **COURT)
    assert tuple(one(found, 2020)[["numerator", "denominator"]]) == (30, 45)
    assert one(found, 2021)["value"] == 1
    assert all(r.period_start.year == r.period_end.year for r in found.itertuples())
    assert tuple(one(found, 2020, category="forced_labour")[["numerator", "denominator"]]) == (30, 45)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "counting", "expected"),
    [
        ([], {}, Figure(blank="not_reported")),
        ([(0, 0, 0, 3)], {"whole": "w"}, Figure(blank="not_reported")),
        ([(3, 12, 1, 0), (4, 8, 1, 0)], {"whole": "w"}, (7, 20, 0.35)),
        ([(3, 3, 1, 0), (4, 4, 1, 0)], {}, (7, None, 7)),
    ],
)
def test_figures_of_agencies_are_added_up_and_few_are_not_spared(rows, counting, expected):
    names = ("part", "whole", "units", "unknown")
    counted = [dict(zip(names, row, strict=True)) | {"currency": None} for row in rows]
    metric = replace(metrics()["clearance_rate"], kind="quantity", counting=counting)
    (figure,) = quantity.estimate(metric, counted, "trafficking")
    if isinstance(expected, Figure):
        assert figure == expected
    else:
        assert (figure.numerator, figure.denominator, figure.value) == expected
        assert figure.lower == figure.value == figure.upper and figure.status == "reportable"


def test_budgets_of_two_currencies_are_two_numbers():
    rows = [
        {"part": 1, "whole": 2, "units": 1, "unknown": 0, "currency": name}
        for name in ("EUR", "USD")
    ]
    metric = replace(metrics()["clearance_rate"], kind="quantity", counting={"whole": "w"})
    found = quantity.estimate(metric, rows, "trafficking")
    assert [figure.currency for figure in found] == ["EUR", "USD"]


def test_a_crossed_breakdown_names_both_members(results):
    rows = together(
        charged("a", 12, "2020-03-01", sex="female"), charged("b", 8, "2021-03-01", sex="male")
    )
    crossed = ("sex+exploitation_form",)
    found = results(rows, "count", {"date": "charged_on"}, breakdowns=crossed, **COURT)
    detail = found[found["breakdown"] == "sex · exploitation_form"]
    assert set(detail["category"]) == {"female · forced_labour", "male · forced_labour"}
    assert one(found, 2020, 2022, "female · forced_labour")["numerator"] == 12
