"""What the numbers mean: definitions with their SQL, populations, obligations, policy, places."""

import duckdb
import pandas as pd

from disclosure.policy import lines
from metrics.definition import Metric, Population
from metrics.indicator_list import indicators
from release.tables import TABLES


def definitions(metrics: dict[str, Metric], sql: dict[str, str]) -> pd.DataFrame:
    """One row a metric; `sql` holds the text each was counted with."""
    return _frame(
        "definitions",
        [
            {
                "metric_id": metric_id,
                "title": metric.title,
                "question": metric.question,
                "metric_group": metric.group,
                "kind": metric.kind,
                "estimate": metric.counting.get("estimate"),
                "population": metric.population,
                "unit_counted": metric.unit_counted,
                "value_unit": metric.value_unit,
                "numerator": metric.numerator,
                "denominator": metric.denominator,
                "good_direction": metric.good_direction,
                "pair": metric.pair,
                "source": metric.source,
                "source_clause": metric.source_clause,
                "caveats": "\n".join(metric.caveats),
                "breakdowns": "\n".join(metric.breakdowns),
                "case_mix": "\n".join(metric.case_mix),
                "indicators": "\n".join(metric.indicators),
                "headline": "yes" if metric.is_headline else "no",
                "answers_to": "\n".join(metric.answers_to),
                "worked_example": metric.worked_example.story,
                "sql": sql[metric_id],
                "definition_hash": metric.hash(sql[metric_id]),
            }
            for metric_id, metric in metrics.items()
        ],
    )


def populations(declared: dict[str, Population]) -> pd.DataFrame:
    """One row a population."""
    return _frame(
        "populations",
        [
            {
                "population": name,
                "unit_counted": population.unit,
                "entry": population.entry,
                "includes": "\n".join(population.includes),
                "excludes": "\n".join(population.excludes),
                "sql": population.rows,
            }
            for name, population in declared.items()
        ],
    )


def indicator_lines() -> pd.DataFrame:
    """One row an indicator of the field: what answers it, or why nothing does yet."""
    return _frame(
        "indicators",
        [
            {
                "indicator": each.indicator,
                "title": each.title,
                "metrics": "\n".join(each.metrics),
                "answered_in": each.table,
                "not_yet": each.not_yet,
            }
            for each in indicators()
        ],
    )


def policy_lines() -> pd.DataFrame:
    """The disclosure policy, one line a threshold, with what profiles make of it."""
    return _frame(
        "policy",
        [
            {
                "name": line.name,
                "value": line.text,
                "clause": line.clause,
                "reason": line.reason,
                "applies_to": line.applies,
            }
            for line in lines()
        ],
    )


def reference(
    store: duckdb.DuckDBPyConnection, table: str, places: set[str] | None = None
) -> pd.DataFrame:
    """The columns of a public reference table that the release shows, for these places only."""
    names = ", ".join(TABLES[table].columns)
    with store.cursor() as cursor:
        found = cursor.execute(f"SELECT DISTINCT {names} FROM {table}").df()
    return found if places is None else found[found["jurisdiction"].isin(places)]


def _frame(table: str, rows: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(TABLES[table].columns), dtype=object)
