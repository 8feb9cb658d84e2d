"""Every threshold is one line with its clause and its reason, profiles only raise, and the code obeys the file."""

from importlib import import_module

import pytest

from disclosure.policy import lines, policy, profiles, public_facts, threshold

RAISED = [(profile, name) for profile in profiles() for name in profile.raised]


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.name)
def test_line_states_clause_reason_and_where_it_applies(line):
    assert line.clause.strip() and line.reason.strip().endswith(".")
    assert line.text and line.applies


def test_lines_have_names_of_their_own():
    names = [line.name for line in lines()]
    assert len(names) == len(set(names))
    assert set(policy()) < set(names)


def test_minimum_count_is_the_one_of_the_disclosure_note():
    assert threshold("minimum_count") == 10
    assert threshold("research_class_minimum") == 11
    assert threshold("research_rounding_base") == 5
    assert threshold("rate_denominator_minimum") == 20
    assert threshold("protection_width") >= threshold("minimum_count")


def test_a_small_place_has_a_higher_threshold_than_a_large_one():
    assert threshold("minimum_count", jurisdiction="TUV") == 20
    assert threshold("minimum_count", jurisdiction="XAA") == 10
    assert threshold("money_figures", jurisdiction="TUV") == threshold("money_figures")


@pytest.mark.parametrize(
    ("category", "least"), [("child", 20), ("child · female", 20), ("adult", 10), ("children", 10)]
)
def test_children_have_a_higher_threshold_however_they_are_crossed(category, least):
    assert threshold("minimum_count", category=category) == least


@pytest.mark.parametrize(("profile", "name"), RAISED, ids=lambda part: getattr(part, "name", part))
def test_profile_raises(profile, name):
    assert profile.raised[name] > threshold(name)


def test_of_several_profiles_the_highest_counts():
    asked = {"jurisdiction": "TUV", "category": "child"}
    assert threshold("minimum_count", **asked) == 20
    assert threshold("rate_denominator_minimum", **asked) == 30


@pytest.mark.parametrize("name", public_facts().populations)
def test_public_fact_is_a_population_of_the_accused_and_never_of_victims(name):
    population = import_module(f"metrics.populations.{name}").population
    assert population.unit in ("persons", "proceedings", "judgments")
    assert "victim" not in name


def test_public_facts_are_totals_and_how_judgments_ended():
    """Nothing that splits people by who they are."""
    assert public_facts().breakdowns == ("total", "disposition")


def test_grid_has_one_step_more_than_it_has_ends():
    steps, ends = threshold("day_steps"), threshold("day_steps_until")
    assert len(steps) == len(ends) + 1
    assert all(end % step == 0 for step, end in zip(steps, ends, strict=False))
    assert all(end % step == 0 for step, end in zip(steps[1:], ends, strict=False))
