"""What is safe alone need not be safe beside the research tables, an earlier release, or one known person."""

import pandas as pd
import pytest

from disclosure.attacking.audit import audit
from tests.disclosure.attacking.published import HIDE, release, row

SETS = [("identified", "numerator", "victims")]


def told(*rows) -> dict:
    return release(list(rows), sets=SETS)


NOW = told(row("total", 100), row("sex: female", HIDE), row("sex: male", HIDE))


def research(category: str, lower: float, upper: float) -> pd.DataFrame:
    one = row(f"sex: {category}")
    keys = ("jurisdiction", "period_start", "period_end", "breakdown", "category")
    return pd.DataFrame(
        [{"set_id": "victims", "lower": lower, "upper": upper} | {name: one[name] for name in keys}]
    )


def test_release_alone_is_safe():
    assert audit(NOW).is_safe


def test_research_bounds_close_a_hidden_count():
    assert audit(NOW, research=[research("male", 3, 40)]).is_safe
    findings = audit(NOW, research=[research("male", 3, 8)])
    assert findings.labels == (1, 2) or findings.labels == (2,)
    assert ("identified", "sex", "research") in findings.families


def test_research_bounds_and_totals_together():
    """Neither tells alone: women are 92 to 97 of a hundred by research, so men are three to eight."""
    assert audit(NOW, research=[research("female", 92, 97)]).labels == (2,)


@pytest.mark.parametrize(
    ("before", "after", "is_safe"),
    [(100, 104, False), (104, 100, False), (100, 100, True), (100, 110, True), (7, 7, False)],
)
def test_change_since_an_earlier_release(before, after, is_safe):
    findings = audit(told(row("total", after)), previous=told(row("total", before)))
    assert findings.is_safe == is_safe


def test_change_in_open_court_is_no_secret():
    earlier, later = (told(row("total", count, public_fact=True)) for count in (3, 5))
    assert audit(later, previous=earlier).is_safe


def test_count_shown_before_is_known_where_nothing_around_it_changed():
    earlier = told(row("total", 100), row("sex: female", 60), row("sex: male", 40))
    assert ("identified", "sex", "shown before") in audit(NOW, previous=earlier).families


def test_count_shown_before_is_not_known_where_its_total_moved():
    earlier = told(row("total", 140), row("sex: female", 80), row("sex: male", 60))
    assert audit(NOW, previous=earlier).is_safe


def test_one_known_person_opens_a_pair():
    known = pd.DataFrame({"label": [1], "measure": ["numerator"], "value": [1]})
    pair = told(row("total", 15), row("sex: female", HIDE), row("sex: male", HIDE))
    assert audit(pair).is_safe
    findings = audit(pair, singleton=known)
    assert findings.is_safe, "the other one is fourteen: nobody in particular"


def test_one_known_person_learns_of_few_others():
    known = pd.DataFrame({"label": [1], "measure": ["numerator"], "value": [2]})
    rows = [row("total", 100), row("sex: female", HIDE), row("sex: male", HIDE)]
    rows += [row("age: child", HIDE), row("age: adult", HIDE)]
    rows += [
        row(f"sex · age: {name}", HIDE)
        for name in ("female · child", "female · adult", "male · child", "male · adult")
    ]
    findings = audit(told(*rows), singleton=known)
    assert {key[2] for key in findings.families} == {"singleton"}


def test_one_of_two_learns_nothing_of_a_part_of_them():
    rows = [row("total", HIDE), row("total", HIDE, metric_id="accepted")]
    published = release(
        rows,
        sets=[*SETS, ("accepted", "numerator", "accepted")],
        nested=[("accepted", "victims")],
    )
    known = pd.DataFrame({"label": [0], "measure": ["numerator"], "value": [2]})
    assert audit(published, singleton=known).is_safe


@pytest.mark.parametrize(
    ("group", "breakdown", "is_safe"), [(12, "sex", True), (32, "sex", False), (12, "stage", False)]
)
def test_none_of_a_small_group_is_possible_where_it_would_be_hidden(group, breakdown, is_safe):
    rows = [
        row("total", 10, 2 * group + 8),
        row(f"{breakdown}: one", HIDE, group),
        row(f"{breakdown}: other", HIDE, group + 8),
    ]
    published = release(
        rows,
        sets=[*SETS, ("identified", "denominator", "everybody")],
        nested=[("victims", "everybody")],
        kinds={"identified": "share"},
    )
    assert audit(published).is_safe == is_safe
