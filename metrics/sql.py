"""The SQL of a metric: one text, the same whether it is run, stored in a release or read by people."""

from importlib import import_module

from metrics.catalogue import populations
from metrics.definition import Metric


def counting_statement(metric: Metric, scope: str = "trafficking") -> str:
    """The counting step alone: it reads the population as a table of that name."""
    return import_module(f"metrics.counting.{metric.kind}").count(metric, scope)


def counting_sql(metric: Metric, scope: str = "trafficking") -> str:
    """The whole text, from the tables of the case model to the count table. Scopes differ in their filters only."""
    statement = counting_statement(metric, scope)
    population = f"WITH {metric.population} AS (\n{populations()[metric.population].rows}\n)"
    if statement.startswith("WITH "):
        return f"{population},\n{statement.removeprefix('WITH ')}"
    return f"{population}\n{statement}"


def definition_hash(metric: Metric) -> str:
    """The hash that stands beside every number of this metric, whatever its scope."""
    return metric.hash(counting_sql(metric))
