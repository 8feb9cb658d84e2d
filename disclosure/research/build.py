"""The research tables of a release: one row a person as it seems, every count a multiple of the base, any SQL allowed."""

from collections.abc import Iterable

import pandas as pd

from disclosure.policy import threshold
from disclosure.research.base import Base, Outcome
from disclosure.research.columns import NOTES, UTILITY
from disclosure.research.places import LEFT_OUT, NOTE_COLUMNS, notes
from disclosure.research.source import count_source
from disclosure.research.told import PROFILES, shown_counts, tell
from disclosure.research.utility import UTILITY_COLUMNS, utility

EVERY_PLACE = "all"


def build_research(
    con, bases: Iterable[Base], key: bytes, profile: str | None = None
) -> dict[str, pd.DataFrame]:
    """Every research table by name, the notes on jurisdictions and the report of utility.

    `con` is the connection on which the SQL of the bases can be read; it needs temporary tables of
    its own. The same records, key and profile give the same tables. A table of which more than
    `research_drop_max` would have to be dropped is left out, with the reason in the notes. Raises
    ValueError for a profile that there is not, and for codes that a base does not declare.
    """
    profile = profile or threshold("research_profile")
    if profile not in PROFILES:
        raise ValueError(f"No profile {profile!r}. There are: {', '.join(PROFILES)}")
    tables, told_notes, measures = {}, [], []
    for base in bases:
        treatments = count_source(con, base)
        source = con.execute("FROM research_source").df()
        for outcomes, node, told in tell(con, base, profile):
            for outcome in outcomes:
                cells = shown_counts(con, base, outcome, told, key)
                if _drops_too_much(cells, source):
                    cells = cells[:0]
                    told_notes.append(_left_out(outcome))
                else:
                    told_notes.append(notes(outcome.table, treatments))
                    measures.append(utility(base, outcome, profile, node, source, cells))
                tables[outcome.table] = _rows(con, base, outcome, cells)
        _forget(con)
    tables[NOTES] = _together(told_notes, NOTE_COLUMNS)
    tables[UTILITY] = _together(measures, UTILITY_COLUMNS)
    return tables


def _rows(con, base: Base, outcome: Outcome, cells: pd.DataFrame) -> pd.DataFrame:
    """Each class and outcome as often as its count says, sorted by content, so that no order of the source is left."""
    columns = ", ".join([*base.keys[::-1], outcome.name])
    con.register("research_cells", cells)
    rows = con.execute(
        f"""SELECT {columns} FROM (
          SELECT {columns}, unnest(range(shown)) FROM (SELECT * FROM research_cells ORDER BY {columns}))
        ORDER BY {columns}"""
    ).df()
    con.unregister("research_cells")
    return rows


def _drops_too_much(cells: pd.DataFrame, source: pd.DataFrame) -> bool:
    whole = source["units"].sum()
    # A handful that fits nowhere is no reason to withhold a small table.
    allowed = max(threshold("research_drop_max") * whole, threshold("research_class_minimum"))
    return cells.empty or whole - cells["units"].sum() > allowed


def _left_out(outcome: Outcome) -> pd.DataFrame:
    reason = "The whole table is left out: too many records fit into no class."
    return pd.DataFrame([(outcome.table, EVERY_PLACE, LEFT_OUT, reason)], columns=NOTE_COLUMNS)


def _together(frames: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    found = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)
    return found.sort_values(columns[:-1], kind="stable", ignore_index=True)


def _forget(con) -> None:
    """Drop every temporary table that held true counts."""
    names = con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE temporary AND table_name LIKE 'research\\_%' ESCAPE '\\'"
    ).fetchall()
    for (name,) in names:
        if not name.startswith("research_rows_"):
            con.execute(f"DROP TABLE temp.{name}")
