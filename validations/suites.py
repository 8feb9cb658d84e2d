"""Runs the expectations of Great Expectations over mapped tables: which rows break which, never with which value.

Most expectations hold, so a submission is looked through twice. First every expectation on single
values sees each different value once, those of all tables together where they ask the same; then
only what failed is asked again, column by column, for the values and so the rows that break it.
"""

import logging
import os
import warnings
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache

import duckdb
import pandas

from data.schema import submitted_tables
from validations.expected import Expected

PART = 250_000
"""Values looked at together: keeps a million rows within the memory of a small machine."""

FEW = 1_000
"""Values up to which questions share one frame with all others that have few."""

CODES = "ExpectColumnValuesToBeInSet"

Question = tuple[str, str]
"""What one expectation asks of any column: its class and its arguments but for the column."""


def broken_rows(
    con: duckdb.DuckDBPyConnection, expected: Iterable[Expected]
) -> Iterator[tuple[Expected, list[int]]]:
    """Each broken expectation on mapped tables, with the `rowid`s of the rows that break it, in order.

    What a count already shows to hold is not looked at, see `_may_break`.
    """
    expected = list(expected)
    by_table: dict[str, list[Expected]] = {}
    for one in expected:
        by_table.setdefault(one.table, []).append(one)
    open_ones = [
        one
        for table, asked in by_table.items()
        for one, may_break in zip(asked, _may_break(con, table, asked), strict=True)
        if may_break
    ]
    questions: dict[Question, list[Expected]] = {}
    for one in open_ones:
        if not one.is_settled_by_counting:
            questions.setdefault(_question(one), []).append(one)
    holding = _holding(con, questions)
    for one in open_ones:
        if _question(one) not in holding and (rows := _rows_breaking(con, one)):
            yield one, rows


def _may_break(
    con: duckdb.DuckDBPyConnection, table: str, expected: list[Expected]
) -> Iterator[bool]:
    """False where counting has settled it: a full column lacks nothing, an empty one holds nothing
    wrong, and where there are as many different keys as rows, each is unique."""
    names = list(dict.fromkeys(name for one in expected for name in one.columns))
    keys = list(dict.fromkeys(one.columns for one in expected if one.spans_rows))
    counts = ["count(*)", *(f"count({name})" for name in names)]
    counts += [
        f"(SELECT count(*) FROM (SELECT DISTINCT {', '.join(key)} FROM mapped.{table}))"
        for key in keys
    ]
    # Fetched to the end: DuckDB takes no frame while a result is open.
    [(rows, *found)] = con.execute(f"SELECT {', '.join(counts)} FROM mapped.{table}").fetchall()
    filled = dict(zip(names, found, strict=False))
    different = dict(zip(keys, found[len(names) :], strict=True))
    for one in expected:
        if one.spans_rows:
            yield different[one.columns] < rows
        elif one.is_settled_by_counting:
            yield filled[one.column] < rows
        else:
            yield filled[one.column] > 0


def _holding(
    con: duckdb.DuckDBPyConnection, questions: dict[Question, list[Expected]]
) -> set[Question]:
    """The questions that every value of all columns they are put to answers well."""
    values = _different_values(con, questions)
    for question, different in values.items():
        if question in _approved():
            values[question] = different[~different.isin(_approved()[question])]
        elif question[0] == CODES:
            # The whole list at once, so that it need not be asked about again.
            codes = pandas.Series(questions[question][0].arguments["value_set"], dtype=object)
            values[question] = pandas.concat([different, codes], ignore_index=True)
    holding = {question for question, different in values.items() if different.empty}
    waiting = {question: one for question, one in values.items() if question not in holding}
    # Few values and many apart: a frame is as long as its longest column.
    short = [question for question, one in waiting.items() if len(one) <= FEW]
    long = [question for question in waiting if question not in short]
    failing = _failing(questions, waiting, short) | _failing(questions, waiting, long)
    holding |= waiting.keys() - failing
    for question in holding & waiting.keys():
        if question[0] == CODES:
            _approved().setdefault(question, set()).update(waiting[question])
    return holding


def _failing(
    questions: dict[Question, list[Expected]],
    values: dict[Question, pandas.Series],
    chosen: list[Question],
) -> set[Question]:
    """Which of the chosen questions some value answers badly, looked at part by part."""
    failing = set()
    for start in range(0, max((len(values[question]) for question in chosen), default=0), PART):
        part = {
            question: values[question].iloc[start : start + PART].reset_index(drop=True)
            for question in chosen
            if len(values[question]) > start
        }
        # Shorter columns end in empty cells, which expectations on values pass over.
        frame = pandas.DataFrame({_name(place): one for place, one in enumerate(part.values())})
        expectations = [
            _expectation(questions[question][0], place, column=_name(place))
            for place, question in enumerate(part)
        ]
        results = _results(frame, expectations, "BOOLEAN_ONLY")
        failing |= {
            question for question, result in zip(part, results, strict=True) if not result.success
        }
    return failing


def _different_values(
    con: duckdb.DuckDBPyConnection, questions: dict[Question, list[Expected]]
) -> dict[Question, pandas.Series]:
    """For each question every value once that stands in one of the columns it is put to; of days
    only the first and last of a column, between which all others lie."""
    # Together for questions on values of the same types, which no union may change.
    by_type: dict[frozenset[str], dict[int, str]] = {}
    for place, asked in enumerate(questions.values()):
        types = frozenset(
            submitted_tables()[one.table].columns[one.column].sql_type for one in asked
        )
        by_type.setdefault(types, {})[place] = _query_different(asked)
    found = {}
    for queries in by_type.values():
        query = " UNION ALL ".join(
            f"SELECT {n} AS place, value FROM ({q})" for n, q in queries.items()
        )
        frame = con.execute(query).df()
        found |= dict(iter(frame.groupby("place")["value"]))
    nothing = pandas.Series(dtype=object)
    return {question: found.get(place, nothing) for place, question in enumerate(questions)}


def _query_different(asked: list[Expected]) -> str:
    pieces = []
    for table, column in dict.fromkeys((one.table, one.column) for one in asked):
        is_dated = isinstance(asked[0].arguments.get("min_value"), datetime)
        value = f"unnest([min({column}), max({column})])" if is_dated else f"DISTINCT {column}"
        pieces.append(f"SELECT {value} AS value FROM mapped.{table}")
    return f"SELECT DISTINCT value FROM ({' UNION ALL '.join(pieces)}) WHERE value IS NOT NULL"


def _rows_breaking(con: duckdb.DuckDBPyConnection, one: Expected) -> list[int]:
    """The rowids that break one expectation: of the keys that repeat, or of all different values of its column."""
    names, table = ", ".join(one.columns), f"mapped.{one.table}"
    if one.spans_rows:
        repeated = f"QUALIFY count(*) OVER (PARTITION BY {names}) > 1"
        looked_at = f"SELECT rowid AS place, {names} FROM {table} {repeated}"
    else:
        looked_at = f"SELECT row_number() OVER () AS place, {names} FROM (SELECT DISTINCT {names} FROM {table})"
    con.execute(f"CREATE OR REPLACE TEMP TABLE looked_at AS {looked_at}")
    expectation = _expectation(one, 0)
    [(size,)] = con.execute("SELECT count(*) FROM looked_at").fetchall()
    part = size if one.spans_rows else PART
    places = []
    for start in range(0, size, part):
        # Without a name: a named index comes back together with the offending values.
        query = f"SELECT * FROM looked_at WHERE rowid >= {start} AND rowid < {start + part}"
        frame = con.execute(query).df().set_index("place").rename_axis(None)
        # COMPLETE also holds offending values: only their places leave this function.
        [result] = _results(frame, [expectation], "COMPLETE")
        if not result.success:
            places += [int(place) for place in result.result["unexpected_index_list"]]
    if one.spans_rows:
        return sorted(places)
    con.register("broken_places", pandas.DataFrame({"place": places}, dtype="int64"))
    try:
        rows = con.execute(
            f"SELECT this.rowid FROM {table} AS this JOIN looked_at "
            f"ON looked_at.{names} IS NOT DISTINCT FROM this.{names} "
            "WHERE place IN (SELECT place FROM broken_places) ORDER BY 1"
        ).fetchall()
    finally:
        con.unregister("broken_places")
    return [row for (row,) in rows]


def _results(frame: pandas.DataFrame, expectations: list, result_format: str) -> list:
    """What Great Expectations says of each expectation, in their order."""
    batch = _batch_definition().get_batch({"dataframe": frame})
    suite = load_great_expectations().ExpectationSuite(name="columns", expectations=expectations)
    with warnings.catch_warnings():
        # pandas remarks that a pattern has groups; they only hold its parts together.
        warnings.filterwarnings("ignore", "This pattern is interpreted", UserWarning)
        results = batch.validate(suite, result_format={"result_format": result_format}).results
    for result in results:
        if (result.exception_info or {}).get("raised_exception"):
            # Its message may quote a value, so only the kind of expectation is named.
            raise RuntimeError(f"{result.expectation_config.type} could not be evaluated.")
    return sorted(results, key=lambda result: result.expectation_config.meta["place"])


def _expectation(one: Expected, place: int, **changes: object):
    """The expectation of the library, found again among results by its place; they come in another order."""
    made = getattr(load_great_expectations().expectations, one.expectation)
    return made(**{**one.arguments, **changes}, meta={"place": place})


def _question(one: Expected) -> Question:
    arguments = {name: value for name, value in one.arguments.items() if name != "column"}
    return one.expectation, repr(arguments)


def _name(place: int) -> str:
    return f"values_{place}"


@cache
def _approved() -> dict[Question, set[str]]:
    """Codes that the library has found in their list before, in this process: none of them is anybody's."""
    return {}


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
