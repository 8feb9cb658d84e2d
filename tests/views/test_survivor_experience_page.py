"""Survivor experience: who was heard stands in the tile, and nothing is claimed that the silent could turn over."""

import pytest

from charts.format import BLANKS
from tests.views.made_results import BLANK_CODES, release_of, result, without

SHARES = {"lower": 0.4, "upper": 0.6, "interval_method": "Wilson"}


def survey(year: int, satisfied, scored, answered, asked, eligible, **more) -> list[dict]:
    """The three results of one survey; counts as on paper."""
    years = (year, year)
    rows = [
        result("survivor_satisfaction", years, numerator=satisfied, denominator=scored, **SHARES),
        result("survey_response_rate", years, numerator=answered, denominator=eligible),
        result("survey_invitation_rate", years, numerator=asked, denominator=eligible),
    ]
    for row in rows:
        row["value"] = row["numerator"] / row["denominator"]
    rows[0] |= {"bound_lower": 0.11, "bound_upper": 0.91} | more
    return rows


def assumed(low: float, high: float, year: int = 2024) -> list[dict]:
    """The share under the two furthest assumptions."""
    told = {"silent_third_of_odds": low, "silent_three_times_the_odds": high}
    return [
        result(
            "satisfaction_if_silent_differ",
            (year, year),
            breakdown="assumption",
            category=category,
            value=value,
            numerator=11.0,
            denominator=20.0,
        )
        for category, value in told.items()
    ]


@pytest.fixture
def opened_on(page, tmp_path, monkeypatch):
    """Opens the page on a release of these results."""

    def open_page(rows, tables=None, **query):
        release_of(tmp_path, rows, **(tables or {}))
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("survivor_experience", **query)

    return open_page


def promised(shown) -> None:
    assert shown.exceptions == []
    assert len(shown.titles) == 1
    assert shown.html.count('role="status"') == 1


def test_tile_holds_everything_that_belongs_to_the_number(opened_on):
    shown = opened_on([*survey(2024, 110.0, 200.0, 250.0, 600.0, 1000.0), *assumed(0.31, 0.66)])
    promised(shown)
    for said in (
        "55.0%",
        "95% interval 40.0% to 60.0%",
        "110 of 200 respondents",
        "Answered: 25.0%, 250 of 1,000 who could have been asked",
        "Safely invited: 60.0%, 600 of 1,000 who could have been asked",
        "Whatever the silent would say: 11.0% to 91.0% of all",
        "a third to three times those of the others: 31.0% to 66.0%",
        "No claim: with so many silent",
    ):
        assert said in shown.text


def test_silent_are_drawn_as_what_is_not_known(opened_on):
    shown = opened_on([*survey(2024, 110.0, 200.0, 250.0, 600.0, 1000.0), *assumed(0.31, 0.66)])
    titles = [each.value for each in shown.run.subheader]
    # 800 of 1,000 gave no answer to the question.
    assert any("80% of the survivors who could have been asked were not heard" in t for t in titles)
    [chart] = [each for each in shown.charts if "not heard" in each.proto.alt]
    for part in ("satisfied 11%", "not satisfied 9%", "gave no answer 40%", "safely be asked 40%"):
        assert part in chart.proto.alt


def test_narrow_band_allows_a_claim(opened_on):
    shown = opened_on([*survey(2024, 180.0, 200.0, 250.0, 600.0, 1000.0), *assumed(0.7, 0.9)])
    assert "more than half are satisfied" in shown.text
    assert "No claim" not in shown.text


def test_hidden_count_is_said_and_nothing_is_worked_out_from_it(opened_on):
    rows = survey(2024, 110.0, 200.0, 250.0, 600.0, 1000.0)
    rows[2] |= {"numerator": None, "value": None, "blank": "suppressed", "status": "suppressed"}
    shown = opened_on(rows)
    promised(shown)
    assert "Safely invited: cannot be shown" in shown.text
    assert "a count it needs is hidden or missing: 2024" in shown.text
    assert "No claim: what the silent could change cannot be shown." in shown.text
    assert not any("not heard" in each.proto.alt for each in shown.charts)


@pytest.mark.parametrize("blank", BLANK_CODES)
def test_every_blank_is_said_in_words(opened_on, blank):
    rows = [
        result(metric_id, numerator=None, denominator=None, blank=blank)
        for metric_id in ("survivor_satisfaction", "survey_response_rate", "feeling_safe")
    ]
    shown = opened_on(rows)
    promised(shown)
    if blank == "not_applicable":
        assert "No survey of survivors was held here" in shown.text
    else:
        assert BLANKS[blank].label in shown.text
    assert " nan" not in shown.text.lower()


def test_place_that_reported_nothing_says_so(opened_on):
    elsewhere = [
        row | {"jurisdiction": "XAB"} for row in survey(2024, 110.0, 200.0, 250.0, 600.0, 1000.0)
    ]
    here = result("charge_rate", numerator=5.0, denominator=10.0, value=0.5)
    shown = opened_on([*elsewhere, here], jurisdiction="Altaria (XAA)")
    promised(shown)
    assert "Altaria: No survey of survivors was held here" in shown.text
    assert not shown.charts


def test_address_opens_the_same_survey_again(opened_on):
    rows = survey(2023, 60.0, 200.0, 250.0, 600.0, 1000.0)
    rows += survey(2024, 110.0, 200.0, 250.0, 600.0, 1000.0)
    shown = opened_on(rows, period="2023")
    assert "Altaria, 2023: 30.0%" in shown.text
    assert [each.value for each in shown.run.selectbox if each.label == "Survey"]


def test_release_that_does_not_know_the_metrics_still_stands(opened_on):
    definitions = without(
        "definitions", metric_id=["survivor_satisfaction", "satisfaction_if_silent_differ"]
    )
    here = result("charge_rate", numerator=5.0, denominator=10.0, value=0.5)
    promised(opened_on([here], {"definitions": definitions}))


def test_numbers_are_those_of_the_release(page, release):
    shown = page("survivor_experience", jurisdiction="Altaria (XAA)")
    promised(shown)
    with release.cursor() as cursor:
        years, numerator, denominator = cursor.execute(
            "SELECT year(period_start) || ' to ' || year(period_end), numerator, denominator "
            "FROM results WHERE metric_id = 'survivor_satisfaction' AND jurisdiction = 'XAA' "
            "AND breakdown = 'total' AND blank IS NULL AND period_end - period_start > 400 "
            "ORDER BY period_end DESC"
        ).fetchone()
    assert f"Altaria, {years} (together): {100 * numerator / denominator:.1f}%" in shown.text
    assert f"{numerator:,.0f} of {denominator:,.0f} respondents" in shown.text


def test_satisfaction_follows_the_verdict_and_is_told_by_it(opened_on):
    rows = survey(2024, 110.0, 200.0, 250.0, 600.0, 1000.0)
    for group, share in (("convicted", 0.7), ("not_convicted", 0.3)):
        rows.append(
            result(
                "survivor_satisfaction",
                breakdown="outcome_group",
                category=group,
                numerator=100 * share,
                denominator=100.0,
                value=share,
                lower=share - 0.1,
                upper=share + 0.1,
            )
        )
    shown = opened_on(rows)
    promised(shown)
    titles = [each.value for each in shown.run.subheader]
    assert any("70% were satisfied where the outcome" in title for title in titles)
    assert "Satisfaction follows the verdict" in shown.text
