"""Hands published results and what was stated to the rules of compliance; `compliance` itself opens no case store."""

from collections.abc import Iterable
from datetime import date

import duckdb
import pandas as pd

from compliance.inputs import Inputs
from compliance.step import comply
from data.instruments import instruments, obligations
from data.law import law
from disclosure.earlier import Earlier
from disclosure.policy import threshold
from release.tables import TABLES

STATED = (
    "attestations",
    "benchmarks",
    "participations",
    "recommendations",
    "replies",
    "statutory_reports",
)
"""Tables of the case model that oversight bodies send: public, and about nobody."""


def _stated(store: duckdb.DuckDBPyConnection) -> dict[str, pd.DataFrame]:
    """What was stated, table by table; dates as dates."""
    with store.cursor() as cursor:
        return {name: _rows(cursor, f"SELECT * FROM {name} ORDER BY ALL") for name in STATED}


def compliance_tables(
    store: duckdb.DuckDBPyConnection,
    results: pd.DataFrame,
    definitions: pd.DataFrame,
    earlier: Earlier | None,
) -> dict[str, pd.DataFrame]:
    """Every table of compliance. `results` and `definitions` are those of the release."""
    told = _stated(store)
    inputs = Inputs(
        jurisdictions=_places(store, _spoken_of([results, *told.values()])),
        obligations=obligations(),
        results=results,
        definitions=definitions,
        **told,
        law=law(),
        data_date=_data_date(store),
        minimum=int(threshold("rate_denominator_minimum")),
        earlier=_before(earlier),
    )
    return comply(inputs) | {"instruments": _instruments()}


def _spoken_of(tables: Iterable[pd.DataFrame]) -> set[str]:
    """Places of which any of the tables tells something."""
    return {place for rows in tables for place in rows["jurisdiction"]}


def _places(store: duckdb.DuckDBPyConnection, places: set[str]) -> pd.DataFrame:
    """The places, and those they are parts of."""
    with store.cursor() as cursor:
        everywhere = _rows(
            cursor, "SELECT DISTINCT jurisdiction, name, parent, kind FROM jurisdictions"
        )
    parents = dict(zip(everywhere["jurisdiction"], everywhere["parent"], strict=True))
    wanted = set()
    for place in places:
        while place and place not in wanted:
            wanted.add(place)
            place = parents.get(place)
    return everywhere[everywhere["jurisdiction"].isin(wanted)].reset_index(drop=True)


def _data_date(store: duckdb.DuckDBPyConnection) -> date:
    with store.cursor() as cursor:
        return cursor.execute("SELECT max(as_of) FROM submissions").fetchone()[0]


def _before(earlier: Earlier | None) -> dict | None:
    """Tables of compliance of the release before; None where it had none."""
    newest = earlier.releases[0] if earlier else {}
    if "compliance" not in newest:
        return None
    return {
        "compliance": newest["compliance"],
        "compliance_evidence": newest["compliance_evidence"],
        "release_id": newest["release"]["release_id"].iloc[0],
    }


def _instruments() -> pd.DataFrame:
    rows = [
        {
            "instrument": each.name,
            "title": each.title,
            "short_title": each.short_title,
            "adopted": each.adopted,
            "kind": each.kind,
        }
        for each in instruments().values()
    ]
    return pd.DataFrame(rows, columns=list(TABLES["instruments"].columns))


def _rows(cursor: duckdb.DuckDBPyConnection, query: str) -> pd.DataFrame:
    """Rows as objects: dates stay dates, empty cells None."""
    found = cursor.execute(query)
    names = [column[0] for column in found.description]
    return pd.DataFrame(found.fetchall(), columns=names, dtype=object)
