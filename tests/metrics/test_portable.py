"""The SQL keeps to what other engines understand (measured on PostgreSQL, ClickHouse, DataFusion and Spark)."""

import re

import pytest

from metrics.catalogue import metrics
from metrics.definition import SCOPES
from metrics.sql import counting_sql

UNPORTABLE = {
    "GROUP BY ALL": r"GROUP\s+BY\s+ALL",
    "GROUPING SETS": r"GROUPING\s+SETS|\bCUBE\b|\bROLLUP\b",
    "integer division //": r"//",
    "lists and structs": r"\[|\{|\bunnest\b|\blist_\w+|\bstruct\w*\(",
    "QUALIFY": r"\bQUALIFY\b",
    "EXCLUDE or REPLACE columns": r"\bEXCLUDE\b|\bREPLACE\s*\(",
    "::type casts": r"::",
    "boolean aggregates": r"\bbool_(and|or)\b",
    "other engines' aggregates": r"\b(arg_max|arg_min|any_value|mode|quantile\w*|histogram|first|last)\s*\(",
    "TRY_CAST": r"\bTRY_CAST\b",
    "bare division": r"(?<!\*)/(?!\*)",
    "USING joins": r"\bUSING\b",
    "positional grouping": r"GROUP\s+BY\s+\d",
    "star aggregates": r"COLUMNS\s*\(",
    "lambda": r"->",
}


def code(text: str) -> str:
    """The statement without comments and without text between quotation marks."""
    return re.sub(r"'[^']*'", "''", re.sub(r"--[^\n]*", "", text))


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("metric", metrics().values(), ids=metrics())
def test_counting_sql_is_portable(metric, scope):
    statement = code(counting_sql(metric, scope))
    for name, pattern in UNPORTABLE.items():
        found = re.search(pattern, statement, re.IGNORECASE)
        assert not found, f"{name}: …{statement[max(0, found.start() - 60) : found.end() + 20]}"


@pytest.mark.parametrize("metric", metrics().values(), ids=metrics())
def test_counting_sql_only_reduces(metric):
    """Nothing about one person leaves the store: the last SELECT groups, unless it prints what is published."""
    last = code(counting_sql(metric)).rpartition("\nSELECT ")[2]
    assert "GROUP BY" in last or metric.data == "official"
    assert "unit_id" not in last


def test_the_patterns_find_what_they_forbid():
    bad = "SELECT a // b, x::DATE, list_sum([1]), arg_max(a, b) FROM t GROUP BY ALL"
    hit = {name for name, pattern in UNPORTABLE.items() if re.search(pattern, bad, re.IGNORECASE)}
    assert {"GROUP BY ALL", "integer division //", "::type casts", "lists and structs"} <= hit
