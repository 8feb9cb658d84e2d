"""The research tables of a release, and what a reader of them knows about the results."""

import duckdb
import pandas as pd

from disclosure.research import bounds, build_research, research_columns
from release.research_bases import declared_bases, research_bases


def research_tables(
    store: duckdb.DuckDBPyConnection, key: bytes
) -> tuple[dict[str, pd.DataFrame], pd.DataFrame]:
    """Every declared research table with its notes and utility, and the bounds that they tell.

    A table of which nobody can be told is there without rows.
    """
    bases = research_bases(store)
    tables = build_research(store, bases, key)
    empty = {
        outcome.table: pd.DataFrame(columns=list(research_columns(base, outcome)), dtype=object)
        for base, _ in declared_bases().values()
        for outcome in base.outcomes
    }
    return empty | tables, bounds(tables, bases)
