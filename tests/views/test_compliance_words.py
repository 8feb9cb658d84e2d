"""Words and shares of compliance: the same groups, states and bounds wherever they are told."""

import pytest

from charts.compliance import FORCE_GROUPS, GRADES, STATE_MARKS, Tally, force_group, tally
from charts.compliance_chart import share_chart
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
