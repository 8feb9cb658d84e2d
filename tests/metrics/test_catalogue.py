"""Promises that every metric and population keeps, however many there are."""

import re
from dataclasses import replace

import pytest

from data.instruments import obligations
from data.schema import code_lists
from metrics.catalogue import check_metric, metrics, populations
from metrics.counting.text import breakdowns
from metrics.definition import SCOPES
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
        for name in metric.breakdowns
    }
    assert named <= columns


def test_a_share_across_units_is_refused():
    metric = metrics()["court_conviction_rate"]
    with pytest.raises(ValueError, match="share of victims"):
        check_metric(replace(metric, unit_counted="victims"), populations()[metric.population])


def test_a_ratio_of_two_flows_is_not_called_a_share():
    metric = metrics()["convictions_to_prosecutions"]
    with pytest.raises(ValueError, match="no share"):
        check_metric(replace(metric, value_unit="share"), populations()[metric.population])


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
