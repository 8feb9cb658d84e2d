"""Re-trafficking: never the estimate alone, never a rank, and no estimate where too little was in sight."""

import pytest

from charts.format import BLANKS
from tests.views.made_results import BLANK_CODES, release_of, result, without

YEARS = (2021, 2021)


def again(days: int, value, low, high, years=YEARS, **more) -> dict:
    """The share within so many days, with its lowest and highest."""
    given = {
        "horizon_days": days,
        "value": value,
        "lower": value and value - 0.02,
        "upper": value and value + 0.02,
        "bound_lower": low,
        "bound_upper": high,
        "numerator": 20.0,
        "denominator": 250.0,
        "maturity": "mature" if value else "bounds_only",
    }
    return result("retrafficking", years, **(given | more))


def sight(days: int, share: float, years=YEARS) -> dict:
    """Completeness of follow-up."""
    counts = {"numerator": 1000 * share, "denominator": 1000.0, "horizon_days": days}
    return result("followup_completeness", years, value=share, lower=share, upper=share, **counts)


COHORT = [
    again(365, 0.061, 0.041, 0.31, numerator=10.0),
    again(730, 0.112, 0.081, 0.52),
    again(1095, 0.163, 0.102, 0.71, numerator=26.0),
    sight(365, 0.83),
    sight(730, 0.73),
    result(
        "lost_to_followup",
        YEARS,
        numerator=75.0,
        denominator=250.0,
        value=0.3,
        lower=0.25,
        upper=0.36,
    ),
]


@pytest.fixture
def opened_on(page, tmp_path, monkeypatch):
    """Opens the page on a release of these results."""

    def open_page(rows, tables=None, **query):
        release_of(tmp_path, rows, **(tables or {}))
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("after_exit", **query)

    return open_page


def promised(shown) -> None:
    assert shown.exceptions == []
    assert len(shown.titles) == 1
    assert shown.html.count('role="status"') == 1


def test_estimate_never_stands_without_its_two_other_lines(opened_on):
    shown = opened_on(COHORT)
    promised(shown)
    for said in (
        "An estimated 11.2% of the survivors who left exploitation in 2021 in Altaria",
        "as if all had stayed in sight",
        "Lowest, only those known: 8.1%. Highest, all the lost counted: 52.0%",
        "Out of sight within 12 months: 30.0%",
        "Better follow-up raises the measured rate: never rank places on it",
    ):
        assert said in shown.text
    tile = shown.text.split("In short")[-1]
    assert "Completeness of follow-up after exit : 73.0%" in tile
    assert "So little was in sight" not in shown.text


def test_table_tells_all_three_lines_with_their_counts(opened_on):
    records = opened_on(COHORT).table("Trafficked again, by time since exit").records
    assert [
        (r["Since exit"], r["Estimate"], r["Lowest"], r["Highest"], r["Time in sight"])
        for r in records
    ] == [
        ("12 months", "6.1%", "4.1%", "31.0%", "83.0%"),
        ("24 months", "11.2%", "8.1%", "52.0%", "73.0%"),
        ("36 months", "16.3%", "10.2%", "71.0%", "Not told"),
    ]
    assert [r["Known, of the cohort"] for r in records] == [
        f"{n} of 250 victims" for n in (10, 20, 26)
    ]


def test_too_little_in_sight_leaves_only_the_bounds(opened_on):
    rows = [again(730, 0.112, 0.081, 0.72), sight(730, 0.41)]
    assert "only the lowest and the highest mean anything" in opened_on(rows).text


def test_too_little_in_sight_never_puts_the_estimate_first(opened_on):
    shown = opened_on([again(730, 0.112, 0.081, 0.52), sight(730, 0.59)])
    promised(shown)
    assert shown.status.startswith("Between 8.1% and 52.0% of the survivors")
    assert "An estimated 11.2%" not in shown.text
    enough = opened_on([again(730, 0.112, 0.081, 0.52), sight(730, 0.6)])
    assert enough.status.startswith("An estimated 11.2%")


def test_young_cohort_is_told_as_its_bounds(opened_on):
    rows = [
        again(days, None, low, high, blank="not_yet")
        for days, low, high in ((365, 0.03, 0.69), (730, 0.05, 0.9), (1095, 0.05, 1.0))
    ]
    shown = opened_on(rows)
    promised(shown)
    assert "Between 5.0% and 90.0% of the survivors" in shown.text
    assert "An estimated" not in shown.text
    assert len(shown.charts) >= 1


@pytest.mark.parametrize("blank", BLANK_CODES)
def test_every_blank_is_said_in_words(opened_on, blank):
    hidden = {"numerator": None, "denominator": None, "maturity": None, "blank": blank}
    shown = opened_on([again(days, None, None, None, **hidden) for days in (365, 730, 1095)])
    promised(shown)
    assert BLANKS[blank].label in shown.text
    assert "cannot be shown" in shown.text
    assert not shown.charts
    assert " nan" not in shown.text.lower()


def test_place_that_reported_nothing_says_so(opened_on):
    here = result("charge_rate", numerator=5.0, denominator=10.0, value=0.5)
    shown = opened_on([here])
    promised(shown)
    assert "Altaria reported nothing of what becomes of survivors after exit" in shown.text


def test_address_opens_the_same_cohort_again(opened_on):
    older = [again(730, 0.2, 0.1, 0.4, years=(2020, 2020))]
    shown = opened_on([*COHORT, *older], period="2020")
    assert "An estimated 20.0% of the survivors who left exploitation in 2020" in shown.text


def test_very_uncertain_estimate_is_never_a_point(opened_on):
    rows = [again(days, 0.123, 0.05, 0.6, status="very_uncertain") for days in (365, 730)]
    shown = opened_on(rows)
    promised(shown)
    assert "12.3%" not in shown.text
    assert "no more is known. Better follow-up" in shown.text
    assert "as if all had stayed in sight. Lowest" not in shown.text
    records = shown.table("Trafficked again, by time since exit").records
    assert {r["Estimate"] for r in records} == {"Interval only"}


def test_provisional_estimate_says_so_in_its_title(opened_on):
    shown = opened_on([again(730, 0.112, 0.081, 0.52, maturity="provisional")])
    assert "An estimated 11.2% (provisional) of the survivors" in shown.text


def test_release_that_does_not_know_the_metric_still_stands(opened_on):
    definitions = without("definitions", metric_id=["retrafficking", "loss_reasons"])
    here = result("charge_rate", numerator=5.0, denominator=10.0, value=0.5)
    promised(opened_on([here], {"definitions": definitions}))


def test_reasons_are_told_and_nobody_is_blamed(opened_on):
    reasons = [
        result(
            "loss_reasons",
            YEARS,
            breakdown="reason_lost",
            category=code,
            numerator=n,
            denominator=80.0,
            value=n / 80,
            lower=n / 80 - 0.05,
            upper=n / 80 + 0.05,
        )
        for code, n in (("declined", 20.0), ("moved", 60.0))
    ]
    shown = opened_on([*COHORT, *reasons])
    promised(shown)
    assert "The largest known part: moved away, 75.0%" in shown.text
    assert "every right to it" in shown.text


def test_numbers_are_those_of_the_release(page, release):
    shown = page("after_exit", jurisdiction="Altaria (XAA)")
    promised(shown)
    with release.cursor() as cursor:
        found = cursor.execute(
            "SELECT horizon_days, value, bound_lower, bound_upper FROM results "
            "WHERE metric_id = 'retrafficking' AND jurisdiction = 'XAA' AND breakdown = 'total' "
            "AND blank IS NULL ORDER BY period_end DESC, period_start DESC"
        ).fetchone()
    assert found[0] in (365, 730, 1095)
    records = shown.table("Trafficked again, by time since exit").records
    told = {(r["Estimate"], r["Lowest"], r["Highest"]) for r in records}
    assert tuple(f"{100 * each:.1f}%" for each in found[1:]) in told
