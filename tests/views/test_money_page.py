"""Money: sums in one currency at a time, hidden sums called hidden, people and money never divided by each other."""

import pytest

from charts.format import BLANKS
from tests.views.made_results import BLANK_CODES, release_of, result, without


def sums(metric_id: str, numerator, denominator, years=(2024, 2024), **more) -> dict:
    """One step of a chain; amounts as on paper, in EUR."""
    share = numerator / denominator if numerator is not None and denominator else None
    limits = {} if share is None else {"lower": share - 0.05, "upper": share + 0.05}
    given = {"currency": "EUR", "numerator": numerator, "denominator": denominator, "value": share}
    return result(metric_id, years, **(given | limits | more))


CHAINS = [
    sums("award_to_claim", 400_000.0, 1_000_000.0),
    sums("compensation_paid", 100_000.0, 400_000.0),
    sums("frozen_of_traced", 300_000.0, 500_000.0),
    sums("confiscated_of_frozen", 90_000.0, 200_000.0),
    sums("realisation_ratio", 20_000.0, 80_000.0),
    sums("proceeds_to_victims", 3_000.0, 30_000.0),
]


@pytest.fixture
def opened_on(page, tmp_path, monkeypatch):
    """Opens the page on a release of these results."""

    def open_page(rows, tables=None, **query):
        release_of(tmp_path, rows, **(tables or {}))
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("money", **query)

    return open_page


def promised(shown) -> None:
    assert shown.exceptions == []
    assert len(shown.titles) == 1
    assert shown.html.count('role="status"') == 1


def steps(shown, chain: str) -> list[tuple]:
    return [
        (r["Step"], r["Began with"], r["Got there"], r["Share"].split(",")[0])
        for r in shown.table(f"{chain}, in money").records
    ]


def test_two_chains_tell_every_sum_and_the_share_between(opened_on):
    shown = opened_on(CHAINS)
    promised(shown)
    assert steps(shown, "From claim to payment") == [
        ("Claimed, then awarded", "EUR 1,000,000", "EUR 400,000", "40.0%"),
        ("Awarded, then paid", "EUR 400,000", "EUR 100,000", "25.0%"),
    ]
    assert steps(shown, "From proceeds back to victims") == [
        ("Traced, then frozen", "EUR 500,000", "EUR 300,000", "60.0%"),
        ("Frozen, then confiscated", "EUR 200,000", "EUR 90,000", "45.0%"),
        ("Confiscated, then turned into money", "EUR 80,000", "EUR 20,000", "25.0%"),
        ("Turned into money, then returned to victims", "EUR 30,000", "EUR 3,000", "10.0%"),
    ]
    assert "Of EUR 400,000 awarded in 2024, EUR 100,000 was paid (25.0%" in shown.text
    assert len(shown.charts) == 2
    assert "Currency" not in [each.label for each in shown.run.selectbox]


def test_currencies_never_meet(opened_on):
    other = [sums("compensation_paid", 7_000.0, 70_000.0, currency="USD")]
    euros = opened_on([*CHAINS, *other])
    promised(euros)
    assert next(s for s in euros.run.selectbox if s.label == "Currency").value == "EUR"
    assert "USD" not in euros.text and "70,000" not in euros.text


def test_address_opens_the_other_currency(opened_on):
    other = [sums("compensation_paid", 7_000.0, 70_000.0, currency="USD")]
    dollars = opened_on([*CHAINS, *other], currency="USD")
    promised(dollars)
    assert "Of USD 70,000 awarded in 2024, USD 7,000 was paid" in dollars.text
    assert "EUR" not in dollars.text


def test_hidden_step_is_called_hidden_and_the_others_stay(opened_on):
    hidden = sums("confiscated_of_frozen", None, None, blank="suppressed", status="suppressed")
    rows = [row for row in CHAINS if row["metric_id"] != "confiscated_of_frozen"] + [hidden]
    shown = opened_on(rows)
    promised(shown)
    told = steps(shown, "From proceeds back to victims")
    assert told[1] == (
        "Frozen, then confiscated",
        "Hidden",
        "Hidden",
        "Suppressed to protect people",
    )
    assert told[2][1] == "EUR 80,000"
    assert len(shown.charts) == 2


@pytest.mark.parametrize("blank", BLANK_CODES)
def test_every_blank_is_said_in_words(opened_on, blank):
    rows = [sums(row["metric_id"], None, None, blank=blank) for row in CHAINS]
    shown = opened_on(rows)
    promised(shown)
    assert "no sum can be read" in shown.text
    assert BLANKS[blank].label in shown.text
    assert not shown.charts
    assert " nan" not in shown.text.lower()


def test_very_uncertain_share_is_its_interval_and_the_sums_stay(opened_on):
    rows = [sums("compensation_paid", 100_000.0, 400_000.0, status="very_uncertain")]
    shown = opened_on(rows)
    promised(shown)
    assert "somewhere in 20.0% to 30.0%" in shown.text.lower()
    assert "(25.0%" not in shown.text


def test_people_and_money_stand_side_by_side(opened_on):
    people = result(
        "compensation_awarded", numerator=60.0, denominator=240.0, value=0.25, lower=0.2, upper=0.31
    )
    shown = opened_on([*CHAINS, people])
    promised(shown)
    assert "60 of 240 victims" in shown.text
    assert "never divided by each other" in shown.text


def test_longer_period_stands_in_and_is_named(opened_on):
    long = sums("proceeds_to_victims", 3_000.0, 30_000.0, years=(2022, 2024))
    rows = [row for row in CHAINS if row["metric_id"] != "proceeds_to_victims"] + [long]
    shown = opened_on(rows, period="2024")
    promised(shown)
    records = shown.table("From proceeds back to victims, in money").records
    assert [r["Period"] for r in records] == ["2024", "2024", "2024", "2022 to 2024 (together)"]


def test_place_that_reported_nothing_says_so(opened_on):
    here = result("charge_rate", numerator=5.0, denominator=10.0, value=0.5)
    shown = opened_on([here])
    promised(shown)
    assert "Altaria reported no sums of money" in shown.text


def test_release_that_does_not_know_the_metrics_still_stands(opened_on):
    definitions = without("definitions", metric_id=[row["metric_id"] for row in CHAINS])
    here = result("charge_rate", numerator=5.0, denominator=10.0, value=0.5)
    promised(opened_on([here], {"definitions": definitions}))


def test_sums_are_those_of_the_release(page, release):
    shown = page("money", jurisdiction="Altaria (XAA)")
    promised(shown)
    records = shown.table("From claim to payment, in money").records
    with release.cursor() as cursor:
        rows = cursor.execute(
            "SELECT numerator, denominator FROM results WHERE metric_id = 'compensation_paid' "
            "AND jurisdiction = 'XAA' AND breakdown = 'total' AND blank IS NULL"
        ).fetchall()
    told = records[1]["Began with"], records[1]["Got there"]
    assert told in {(f"EUR {below:,.0f}", f"EUR {above:,.0f}") for above, below in rows}
