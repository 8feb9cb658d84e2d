"""Runs the suites of Great Expectations over mapped tables: which rows break which expectation, never with which value."""

import logging
import os
import warnings
from collections.abc import Iterable, Iterator
from functools import cache

import duckdb

from validations.expected import Expected

PART = 250_000
"""Rows looked at together: keeps a million rows within the memory of a small machine."""


def broken_rows(
    con: duckdb.DuckDBPyConnection, table: str, expected: Iterable[Expected]
) -> Iterator[tuple[Expected, list[int]]]:
    """Each broken expectation of one mapped table, with the `rowid`s of the rows that break it.

    Expectations on single rows see the table in parts and only the columns they name;
    expectations across rows see their columns whole. What a count of values already shows to hold
    is not looked for again, see `_may_break`.
    """
    rows, filled = _counts(con, table)
    expected = [one for one in expected if _may_break(one, rows, filled)]
    # A table that fits into one part is looked at once, which halves the cost of small ones.
    is_small = rows <= PART
    by_part = [one for one in expected if is_small or not one.spans_rows]
    whole = [one for one in expected if one not in by_part]
    broken: dict[str, list[int]] = {}
    for start in range(0, rows, PART):
        for one, ids in _run(con, table, by_part, (start, start + PART)):
            broken.setdefault(one.id, []).extend(ids)
    for one, ids in _run(con, table, whole, (0, rows)):
        broken[one.id] = ids
    yield from ((one, broken[one.id]) for one in expected if one.id in broken)


def _run(
    con: duckdb.DuckDBPyConnection, table: str, expected: list[Expected], part: tuple[int, int]
) -> Iterator[tuple[Expected, list[int]]]:
    """Each broken expectation, and the rowids that break it."""
    columns = ", ".join(dict.fromkeys(name for one in expected for name in one.columns))
    if not columns:
        return
    # `str` columns as pandas reads them: the object type takes a quarter longer to check.
    frame = con.execute(
        f"SELECT rowid AS mapped_row, {columns} FROM mapped.{table} WHERE rowid >= ? AND rowid < ?",
        list(part),
    ).df()
    # Without a name: a named index comes back together with the offending values.
    frame = frame.set_index("mapped_row").rename_axis(None)
    batch = _batch_definition().get_batch({"dataframe": frame})
    # First only yes or no: finding rows costs as much again, and most expectations hold.
    first = _results(batch, expected, {"result_format": "BOOLEAN_ONLY"})
    failing = [one for one, result in zip(expected, first, strict=True) if not result.success]
    if failing:
        # COMPLETE also holds offending values: only the row numbers leave this function.
        again = _results(batch, failing, {"result_format": "COMPLETE"})
        for one, result in zip(failing, again, strict=True):
            yield one, [int(row) for row in result.result["unexpected_index_list"]]


def _results(batch, expected: list[Expected], result_format: dict) -> list:
    great_expectations = load_great_expectations()
    classes = great_expectations.expectations
    suite = great_expectations.ExpectationSuite(
        name="table",
        expectations=[
            getattr(classes, one.expectation)(**one.arguments, meta={"rule": one.id})
            for one in expected
        ],
    )
    with warnings.catch_warnings():
        # pandas remarks that a pattern has groups; they only hold its parts together.
        warnings.filterwarnings("ignore", "This pattern is interpreted", UserWarning)
        results = batch.validate(suite, result_format=result_format).results
    by_rule = {result.expectation_config.meta["rule"]: result for result in results}
    for rule, result in by_rule.items():
        if (result.exception_info or {}).get("raised_exception"):
            # Its message may quote a value, so only the rule is named.
            raise RuntimeError(f"The expectation {rule} could not be evaluated.")
    return [by_rule[one.id] for one in expected]


def _may_break(one: Expected, rows: int, filled: dict[str, int]) -> bool:
    """False where counting values has settled it: a full column lacks nothing, an empty one holds nothing wrong."""
    if one.expectation == "ExpectColumnValuesToNotBeNull":
        return filled[one.column] < rows
    some = [filled[name] > 0 for name in one.columns]
    return any(some) if one.spans_rows else all(some)


def _counts(con: duckdb.DuckDBPyConnection, table: str) -> tuple[int, dict[str, int]]:
    """The rows of a mapped table, and the values of each column."""
    names = [
        name
        for (name, *_) in con.execute(f"DESCRIBE mapped.{table}").fetchall()
        if name != "row_ids"
    ]
    # Fetched to the end: DuckDB takes no frame while a result is open.
    [(rows, *counts)] = con.execute(
        f"SELECT count(*), {', '.join(f'count({name})' for name in names)} FROM mapped.{table}"
    ).fetchall()
    return rows, dict(zip(names, counts, strict=True))


@cache
def _batch_definition():
    context = load_great_expectations().get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_pandas("mapped")
    return source.add_dataframe_asset("table").add_batch_definition_whole_dataframe("whole")


@cache
def load_great_expectations():
    """The library, imported when first needed: it takes seconds to load. Its usage statistics are off."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations
    import great_expectations.expectations

    # Its log lines may carry values of the data it looks at.
    logging.getLogger("great_expectations").setLevel(logging.CRITICAL)
    return great_expectations
