"""A case store in memory for a handful of rows: what worked examples and tests run on."""

from datetime import date
from itertools import groupby

import duckdb

from data.schema import create_statement, tables

JURISDICTION = "XAA"
DEFAULTS = {
    "jurisdiction": JURISDICTION,
    "agency_id": "XAA-COURT",
    "submission_id": "XAA-COURT-1",
    "date_precision": "day",
    "sex": "female",
    "age_band": "21-23",
    "citizenship_group": "own",
    "exploitation_form": "forced_labour",
    "linkage_unit": "XAA-LINKAGE",
    "kind": "court",
    "scope": "trafficking",
    "offence": "0204",
    "route": "criminal_court",
    "outcome_group": "unknown",
    "tier": "confirmed",
    "linkage_basis": "pseudonym",
    "mapping": "own",
    "verdict": "pass",
    "vintage": 1,
    "is_synthetic": True,
}
"""What a row has where the example does not say otherwise."""
FILLED = ("jurisdiction", "exploitation_form")
"""Columns that take their default although they may be empty."""


def example_store(
    rows: dict[str, tuple[dict, ...]],
    covered_from: date = date(2020, 1, 1),
    as_of: date = date(2024, 12, 31),
) -> duckdb.DuckDBPyConnection:
    """An in-memory case store with these rows: table -> rows; columns that are not named take a default or stay empty.

    Without rows for them, one court of one fictional jurisdiction has reported the time covered.
    """
    rows = dict(rows)
    period = {"period_start": covered_from, "period_end": as_of, "as_of": as_of}
    rows.setdefault("submissions", ({},))
    rows["submissions"] = tuple(period | row for row in rows["submissions"])
    rows.setdefault("agencies", ({"name": "Court"},))
    con = duckdb.connect()
    for table in tables().values():
        con.execute(create_statement(table))
        _insert(con, table, rows.get(table.name, ()))
    con.execute(
        """CREATE VIEW data_dates AS SELECT jurisdiction, agency_id, max(as_of) AS as_of FROM submissions
        WHERE superseded_by IS NULL GROUP BY jurisdiction, agency_id"""
    )
    return con


def _insert(con, table, rows: tuple[dict, ...]) -> None:
    """Rows in a row that name the same columns go in with one statement: planning each takes longer than all else."""
    filled = [_filled(table, row, number) for number, row in enumerate(rows, start=1)]
    # Those of other types apart: one statement would first turn them all into one type.
    for _, alike in groupby(filled, lambda row: [(name, type(row[name])) for name in row]):
        together = list(alike)
        names, marks = ", ".join(together[0]), ", ".join("?" for _ in together[0])
        statement = f"INSERT INTO {table.name} ({names}) VALUES "
        statement += ", ".join([f"({marks})"] * len(together))
        con.execute(statement, [value for row in together for value in row.values()])


def _filled(table, row: dict, number: int) -> dict:
    """The row with what it takes by default."""
    named = (
        row
        if "submission_id" in table.columns
        else {"submission_id": DEFAULTS["submission_id"]} | row
    )
    values = {
        column.name: DEFAULTS[column.name]
        for column in table.columns.values()
        if column.name in DEFAULTS and (column.required or column.name in FILLED)
    }
    # An id nobody refers to needs no name in an example.
    own_id = table.key[-1]
    if own_id.endswith("_id"):
        values.setdefault(own_id, f"{table.name}-{number}")
    return values | named


def run_example(metric) -> dict:
    """The result row that a metric's worked example is about, computed by the real pipeline.

    Where the example names no `period_end`, it is about the shortest period that fits: a year
    rather than the years it is part of.
    """
    from metrics.compute import as_planned, compute

    example = metric.worked_example
    con = example_store(example.rows, **example.store)
    results = as_planned(compute(con, only=(metric.name,)).results)
    for name, value in example.about.items():
        wanted = date.fromisoformat(value) if name.startswith("period_") else value
        results = results[results[name] == wanted]
    if "period_end" not in example.about:
        results = results[results["period_end"] == results["period_end"].min()]
    if len(results) != 1:
        raise ValueError(
            f"{metric.name}: {len(results)} results fit {example.about}; name exactly one"
        )
    return results.iloc[0].to_dict()
