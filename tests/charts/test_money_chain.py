"""Sums that got there and sums that did not; amounts worked out on paper."""

from datetime import date

import pytest

from charts.format import BLANKS
from charts.money_chain import Step, as_told, chain_chart


def of(numerator, denominator, years=(2024, 2024), **more):
    share = numerator / denominator if numerator is not None and denominator else None
    return {
        "numerator": numerator,
        "denominator": denominator,
        "value": share,
        "lower": share and share - 0.05,
        "upper": share and share + 0.05,
        "status": "reportable",
        "maturity": None,
        "blank": None,
        "source": "case",
        "currency": "EUR",
        "period_kind": "cohort",
        "period_start": date(years[0], 1, 1),
        "period_end": date(years[1], 12, 31),
    } | more


def drawn(*steps):
    return chain_chart(steps, "EUR", title="In Altaria, money", subtitle="Sums in EUR")


def test_same_sum_stands_once_and_another_one_stands_on_its_own():
    chart = drawn(
        Step("Claimed", "Awarded", of(40_000, 100_000)),
        Step("Awarded", "Paid", of(10_000, 40_000)),
    )
    assert [(row["x"], row["value"], row["lost"]) for row in chart.rows] == [
        ("Claimed, 2024", 100_000, None),
        ("Awarded, of this", 40_000, 60_000),
        ("Paid, of this", 10_000, 30_000),
    ]
    chart = drawn(
        Step("Traced", "Frozen", of(40_000, 100_000)),
        Step("Frozen", "Confiscated", of(10_000, 50_000)),
    )
    assert [row["value"] for row in chart.rows] == [100_000, 40_000, 50_000, 10_000]
    assert chart.rows[3]["lost_label"] == "About EUR 40,000 was not confiscated, or not yet"
    assert chart.categories == tuple(row["x"] for row in chart.rows)


def test_same_sum_of_another_period_is_another_sum():
    chart = drawn(
        Step("Traced", "Frozen", of(40_000, 100_000)),
        Step("Frozen", "Confiscated", of(10_000, 40_000, years=(2022, 2024))),
    )
    assert [row["x"] for row in chart.rows][2] == "Frozen, 2022 to 2024 (together)"


def test_share_stands_between_the_sums():
    step = Step("Traced", "Frozen", of(40_000, 100_000))
    assert step.statement == (
        "of EUR 100,000 traced in 2024, EUR 40,000 was frozen (40.0%, 95% interval 35.0% to 45.0%)"
    )


def test_very_uncertain_share_is_told_as_its_interval_alone():
    step = Step("Traced", "Frozen", of(40_000, 100_000, status="very_uncertain"))
    assert step.share == "somewhere in 35.0% to 45.0%"


@pytest.mark.parametrize("blank", BLANKS)
def test_every_blank_is_called_by_its_name(blank):
    hidden = of(None, None, blank=blank, status=None)
    step = Step("Frozen", "Confiscated", hidden)
    assert step.is_hidden and BLANKS[blank].label.lower() in step.statement
    chart = drawn(Step("Traced", "Frozen", of(40_000, 100_000)), step)
    assert [row["value"] for row in chart.rows] == [100_000, 40_000, None, None]
    assert chart.rows[-1]["blank_label"] == BLANKS[blank].label
    assert drawn(step) is None


def test_step_of_which_nothing_is_told_is_no_zero():
    step = Step("Frozen", "Confiscated", None)
    assert step.statement == "Frozen, then confiscated: nothing is told"
    assert step.amount("numerator") == "Not told"


def test_nothing_falls_away_where_assets_grew():
    chart = drawn(Step("Traced", "Frozen", of(120_000, 100_000)))
    assert chart.rows[1]["lost"] is None and not chart.rows[1]["lost_label"]


def test_difference_is_no_finer_than_the_sums():
    assert as_told(2_720_000 - 529_000) == 2_190_000
    assert as_told(0) == 0
