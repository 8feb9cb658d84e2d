"""Puts the tables of protection into a finished made-up release, as later releases hold them."""

from pathlib import Path

import duckdb
import pandas as pd

from disclosure.planning.columns import PLAN_COLUMNS
from disclosure.protection_report import audit_report, protection_report
from disclosure.research.columns import NOTES_COLUMNS, UTILITY_TABLE_COLUMNS
from release.read import DATABASE, open_release

COARSENED = "Blocks of three years, since too many counts by single years would be of few people."


def add_protection(directory: Path, *, is_empty: bool = False) -> None:
    """`protection`, `audits`, `plan`, `research_notes` and `research_utility`; all without rows if asked for."""
    with open_release(directory) as release:
        results, definitions = release.results(), release.definitions()
    headlines = set(definitions.loc[definitions["headline"] == "yes", "metric_id"])
    plan = made_up_plan(results)
    audits = audit_report(
        [
            {"audit": "line", "outcome": "passed", "cells": 12_345},
            {"audit": "linear", "outcome": "passed", "cells": 12_345},
            {"audit": "previous", "outcome": "not_needed"},
        ]
    )
    tables = {
        "protection": protection_report(results, plan, headlines),
        "audits": audits,
        "plan": plan,
        "research_notes": pd.DataFrame(
            [
                ("research_victims", "XAA", "alone", "It is large enough to stand by itself."),
                ("research_victims", "XAC", "pooled", "It is told with other small places."),
                ("research_defendants", "all", "left_out", "Too many records would be dropped."),
            ],
            columns=list(NOTES_COLUMNS),
        ),
        "research_utility": pd.DataFrame(
            [
                ("research_victims", "default", "records kept, share", 0.99),
                ("research_victims", "default", "records dropped at most", 10.0),
            ],
            columns=list(UTILITY_TABLE_COLUMNS),
        ),
    }
    database = Path(directory) / DATABASE
    database.chmod(0o644)
    with duckdb.connect(str(database)) as connection:
        for name, found in tables.items():
            connection.register("incoming", found.head(0) if is_empty else found)
            connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM incoming')
            connection.unregister("incoming")
    database.chmod(0o444)


def made_up_plan(results: pd.DataFrame) -> pd.DataFrame:
    """A line a table of case data: details in blocks where the place is the smallest, else as fine as can be."""
    keys = ["metric_id", "scope", "jurisdiction", "breakdown", "currency"]
    plan = results.loc[results["source"] == "case", keys].drop_duplicates(ignore_index=True)
    is_coarse = (plan["jurisdiction"] == "XAC") & (plan["breakdown"] != "total")
    finest = "Single years and blocks of three years: the finest that the plan has for it."
    for column, coarse, fine in (
        ("offer", "blocks", "years_and_blocks"),
        ("told", "blocks of three years", "single years and blocks of three years"),
        ("passed_over", "years_and_blocks", None),
        ("sensitive", "above the limit", None),
        ("reason", COARSENED, finest),
    ):
        plan[column] = pd.Series([coarse if each else fine for each in is_coarse], dtype=object)
    return plan[list(PLAN_COLUMNS)]


def add_marks(directory: Path) -> None:
    """Rows as later releases hold them: facts of open court, hidden above a shown denominator, a stated recall."""
    database = Path(directory) / DATABASE
    database.chmod(0o644)
    with duckdb.connect(str(database)) as connection:
        for column, kind in (("public_fact", "BOOLEAN"), ("linkage_recall", "DOUBLE")):
            connection.execute(f"ALTER TABLE results ADD COLUMN IF NOT EXISTS {column} {kind}")
        connection.execute(
            "UPDATE results SET public_fact = (metric_id = 'court_conviction_rate' AND breakdown = 'total')"
        )
        connection.execute("UPDATE results SET linkage_recall = 0.92 WHERE jurisdiction = 'XAA'")
        connection.execute(
            "UPDATE results SET denominator = 40 WHERE blank = 'suppressed' "
            "AND metric_id = 'custody_share' AND breakdown = 'sex'"
        )
    database.chmod(0o444)
