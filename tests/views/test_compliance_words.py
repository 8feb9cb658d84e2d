"""Words and shares of compliance: the same groups, states and bounds wherever they are told."""

from datetime import date

import pytest

from charts.compliance import FORCE_GROUPS, GRADES, STATE_MARKS, Tally, force_group, tally
from charts.compliance_chart import share_chart
from charts.compliance_methods import is_uncovered, method_chart
from charts.labels import Labels
from compliance.forces import GROUPS
from data.schema import code_lists


def test_groups_of_force_are_those_that_decide():
    told = {force: group for group, forces in GROUPS.items() for force in forces}
    assert told == FORCE_GROUPS
    assert force_group({"force": "a word of tomorrow"}) == "soft"


def test_every_state_and_grade_has_its_own_mark():
    assert set(STATE_MARKS) == set(code_lists()["compliance_state"].codes)
    assert len(set(STATE_MARKS.values())) == len(STATE_MARKS)
    assert set(GRADES) == set(code_lists()["evidence_grade"].codes)


def cells(**counts: int) -> list[dict]:
    """So many cells of each way to count."""
    states = {"out": "not_applicable", "not_known": "not_known"}
    return [
        {"counts_as": "out" if kind == "not_known" else kind, "state": states.get(kind, "partly")}
        for kind, number in counts.items()
        for _ in range(number)
    ]


@pytest.mark.parametrize(
    ("counts", "words", "lower", "upper"),
    [
        ({"met": 3, "open": 4, "short": 5}, "3 to 7 of 12", 3 / 12, 7 / 12),
        ({"met": 3, "short": 1}, "3 of 4", 3 / 4, 3 / 4),
        ({"open": 2}, "0 to 2 of 2", 0, 1),
        ({"out": 2}, "None applies", None, None),
        ({"out": 2, "not_known": 1}, "Not known if it applies", None, None),
        ({"met": 1, "out": 5, "not_known": 9}, "1 of 1", 1, 1),
        ({}, "No duty", None, None),
    ],
)
def test_shares_are_bounds(counts, words, lower, upper):
    found = tally(cells(**counts))
    assert (found.words, found.lower, found.upper) == (words, lower, upper)
    assert found.cells == sum(counts.values())


def test_chart_starts_at_what_is_met_and_reaches_over_what_is_open():
    told = [("Prevention", Tally(met=3, open=4, short=5)), ("Data", Tally(short=2))]
    chart = share_chart("Duties met", "Binding duties, Altaria", told)
    [first, second] = chart.rows
    assert (first["value"], first["bound_lower"], first["bound_upper"]) == (0.25, 0.25, 7 / 12)
    assert second["value"] == 0 and chart.categories == ("Prevention", "Data")
    assert "3 to 7 of 12 met, 25.0% to 58.3%" in chart.alt


def test_nothing_is_drawn_of_what_does_not_apply():
    told = [("Prevention", Tally(met=1)), ("Data", Tally(out=3))]
    assert share_chart("Duties met", "Altaria", told) is None


def figure(start: int, end: int, **more) -> dict:
    """A row of new_methods from the first day of one year to the last of another."""
    number = {"numerator": 5.0, "denominator": None, "value": 5.0, "lower": 2.0, "upper": 9.0}
    days = {"period_start": date(start, 1, 1), "period_end": date(end, 12, 31)}
    return number | days | {"blank": None, "status": "reportable", "covered": "no"} | more


COUNT = {"title": "Victims identified", "value_unit": "count"}


def test_line_never_joins_a_year_to_years_together():
    rows = [figure(2016, 2016), figure(2017, 2019), figure(2020, 2022), figure(2023, 2025)]
    chart = method_chart(COUNT, rows, "Forced criminality", "Altaria", Labels())
    assert len(chart.rows) == 3 and "2016" not in chart.categories
    assert method_chart(COUNT, rows[:2], "Forced criminality", "Altaria", Labels()) is None


@pytest.mark.parametrize(
    ("more", "is_pointed_out"),
    [
        ({}, True),
        ({"covered": "partly"}, False),
        ({"covered": "not_known"}, False),
        ({"numerator": 0.0, "value": 0.0}, False),
        ({"numerator": None, "value": None, "blank": "suppressed"}, False),
    ],
)
def test_only_what_is_seen_and_known_to_be_uncovered_is_pointed_out(more, is_pointed_out):
    assert is_uncovered(figure(2024, 2024, **more)) == is_pointed_out
