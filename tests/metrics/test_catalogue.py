"""Promises that every metric and population keeps, however many there are."""

import re
from dataclasses import replace

import pytest

from data.instruments import obligations
from data.schema import code_lists
from metrics.catalogue import check_metric, check_pairs, metrics, populations
from metrics.counting.text import breakdowns
from metrics.definition import SCOPES, WorkedExample
from metrics.example import example_store
from metrics.sql import counting_sql, counting_statement, definition_hash

EVERY_POPULATION_HAS = {
    "jurisdiction",
    "unit_id",
    "is_trafficking",
    "is_observable",
    "covered_from",
    "as_of",
}
ALL = pytest.mark.parametrize("metric", metrics().values(), ids=metrics())


@ALL
def test_a_metric_says_what_readers_need(metric):
    sentences = (metric.question, metric.numerator, metric.denominator, *metric.caveats)
    assert len(metric.caveats) >= 2
    for sentence in sentences:
        assert sentence[0].isupper() and sentence[-1] in ".?", sentence
    assert metric.title and metric.source and metric.source_clause
    assert metric.worked_example.story and metric.worked_example.expect


@ALL
def test_a_metric_is_paired_with_another_one(metric):
    assert metric.pair in metrics() and metric.pair != metric.name


@ALL
def test_obligations_answered_to_exist(metric):
    known = {obligation["obligation_id"] for obligation in obligations()}
    assert metric.answers_to and set(metric.answers_to) <= known


@ALL
def test_units_are_of_the_code_list(metric):
    assert metric.unit_counted in code_lists()["unit_counted"].codes
    assert metric.population in populations() and set(metric.scopes) <= set(SCOPES)


@ALL
def test_file_and_group_agree_with_the_record(metric):
    from importlib import import_module

    assert import_module(f"metrics.{metric.group}.{metric.name}").metric is metric


@pytest.mark.parametrize("population", populations().values(), ids=populations())
def test_a_population_says_who_is_in_and_who_is_out(population):
    assert population.includes and population.excludes and population.entry
    for sentence in (*population.includes, *population.excludes, population.entry):
        assert sentence[0].isupper() and sentence.endswith("."), sentence


@pytest.mark.parametrize("population", populations().values(), ids=populations())
def test_a_population_has_the_columns_that_metrics_name(population):
    described = example_store({}).execute(f"DESCRIBE {population.rows}").fetchall()
    columns = {row[0] for row in described}
    if population.name != "published_figures":
        assert columns >= EVERY_POPULATION_HAS
    named = {
        name
        for metric in metrics().values()
        if metric.population == population.name
        for breakdown in (*metric.breakdowns, *metric.case_mix)
        for name in breakdown.split("+")
    }
    assert named <= columns


REFUSED = {
    "share of victims": ("court_conviction_rate", {"unit_counted": "victims"}),
    "a share is part of": ("cohort_conviction", {"unit_counted": "cases"}),
    "no share": ("convictions_to_prosecutions", {"value_unit": "share"}),
    "told in per_hundred_thousand": (
        "convictions_to_prosecutions",
        {"kind": "rate", "value_unit": "ratio"},
    ),
    "no rate: call it a ratio": ("convictions_to_prosecutions", {"title": "Conviction rate"}),
    "no rate": ("convictions_to_prosecutions", {"name": "conviction_rate"}),
    "two flows of one year": ("official_convictions_to_prosecutions", {"title": "Rate"}),
    "kind has to be": ("charge_rate", {"kind": "guess"}),
    "value_unit has to be": ("charge_rate", {"value_unit": "percent"}),
    "its own pair": ("charge_rate", {"pair": "charge_rate"}),
    "has to show how": ("charge_rate", {"pair": ""}),
    "no worked example": ("charge_rate", {"worked_example": None}),
    "somebody could check": (
        "charge_rate",
        {"worked_example": WorkedExample("story", {"cases": ()}, {}, {})},
    ),
    "sex must not": ("charge_rate", {"case_mix": ("sex",)}),
    "citizenship_group must not": ("charge_rate", {"case_mix": ("citizenship_group",)}),
    "migration_status must not": (
        "charge_rate",
        {"case_mix": ("exploitation_form+migration_status",)},
    ),
    "legal_status must not": ("charge_rate", {"case_mix": ("legal_status",)}),
    "one breakdown": ("charge_rate", {"kind": "mix", "counting": {"column": "sex"}}),
    "no points by quarter": ("compensation_paid", {"is_trended": True}),
    "breakdowns repeat": ("charge_rate", {"breakdowns": ("sex", "sex")}),
}
"""What is said -> a metric, and what is changed in it."""


@pytest.mark.parametrize("said", REFUSED)
def test_a_record_is_refused_with_its_reason(said):
    name, changes = REFUSED[said]
    metric = metrics()[name]
    population = populations()[metric.population]
    check_metric(metric, population)
    with pytest.raises(ValueError, match=changes.get("name", name)) as refused:
        check_metric(replace(metric, **changes), population)
    assert said in str(refused.value)


def test_a_metric_whose_pair_is_missing_is_refused():
    alone = {name: metric for name, metric in metrics().items() if name != "court_conviction_rate"}
    with pytest.raises(ValueError, match="its pair court_conviction_rate is not a metric"):
        check_pairs(alone)
    check_pairs(metrics())


def test_the_clearance_rate_keeps_the_name_its_makers_gave_it():
    metric = metrics()["clearance_rate"]
    assert (metric.kind, metric.value_unit) == ("ratio", "ratio")
    check_metric(metric, populations()[metric.population])


@ALL
def test_the_whole_text_counts_what_the_pipeline_counts(metric):
    """The text that a release shows draws its population itself; the pipeline keeps populations in temporary tables."""
    example = metric.worked_example
    con = example_store(example.rows, **example.store)
    shown = con.execute(counting_sql(metric)).fetchall()
    con.execute(f"CREATE TEMP TABLE {metric.population} AS {populations()[metric.population].rows}")
    assert sorted(map(str, con.execute(counting_statement(metric)).fetchall())) == sorted(
        map(str, shown)
    )
    assert shown


@ALL
def test_scopes_differ_in_filters_and_codes_only(metric):
    texts = [re.sub(r"'[^']*'|[(),]", " ", counting_statement(metric, scope)) for scope in SCOPES]
    words = [set(text.split()) for text in texts]
    assert words[0] ^ words[1] <= {"is_trafficking", "TRUE", "FALSE"}


def test_the_hash_follows_the_population():
    metric = metrics()["charge_rate"]
    assert definition_hash(metric) == metric.hash(counting_sql(metric))
    assert definition_hash(replace(metric, population="identified_victims")) != definition_hash(
        metric
    )
    changed = replace(metric, worked_example=metrics()["attrition"].worked_example)
    assert definition_hash(changed) == definition_hash(metric)


@ALL
def test_stages_have_no_total(metric):
    assert ("total" in breakdowns(metric)) != ("each" in metric.counting)
