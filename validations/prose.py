"""Rules on texts that are published as they were sent: nothing in them may tell who somebody is. They say which sign was found, never the text."""

import duckdb

from data.schema import Column, Table, submitted_tables
from data.schema.identifiers import DIGITS, SHORTEST, SIGNS, words
from validations.rule import Rule, query_where

TITLES = ("statutory_reports.name",)
"""Columns that hold no prose and yet are published as they were sent, as the title of evidence."""

BECAUSE = {
    "address": "holds what looks like an e-mail address or the name of an account",
    "number": f"holds a number of {DIGITS} digits or more, as a telephone, a paper or a record has",
    "birth": "says when somebody was born, or gives the number of a passport or another paper",
    "pseudonym": "holds the identifier of a record or a person of the case data of that State",
}
"""Sign of a person -> what the text does."""

REMEDY = {
    "address": "Take it out; the address of a page belongs into evidence_url.",
    "number": "Take it out. Write large amounts as 1,250,000, and cite a statute or a judgment by its usual number, as in 25965/04.",
    "birth": "Say it without the day or the number: the text must be about the duty, not about anybody.",
    "pseudonym": "Take it out: the text must be about the duty, not about anybody.",
}
"""Sign of a person -> what to do."""


def create_searches(con: duckdb.DuckDBPyConnection) -> None:
    """Makes what the rules call: `shows(sign, text)`, true or false, and `words_of(text)`, a list."""
    here = "SELECT function_name FROM duckdb_functions() WHERE function_name = 'words_of'"
    if con.execute(here).fetchone():
        return
    con.create_function(
        "shows", lambda sign, text: SIGNS[sign](text), ["VARCHAR", "VARCHAR"], "BOOLEAN"
    )
    con.create_function("words_of", words, ["VARCHAR"], "VARCHAR[]")


def is_prose(table: Table, column: Column) -> bool:
    """Whether a column is published as it was sent, so that it has to be searched."""
    return column.pattern == "text" or f"{table.name}.{column.name}" in TITLES


def prose_rules(table: Table, column: Column) -> list[Rule]:
    """One rule for each sign of a person, pseudonyms among them."""
    name = f"this.{column.name}"
    queries = {
        sign: query_where(table.name, f"{name} IS NOT NULL AND shows('{sign}', {name})")
        for sign in SIGNS
    }
    return [
        Rule(
            id=f"{sign}:{table.name}.{column.name}",
            severity="fail",
            table=table.name,
            column=column.name,
            because=f"{column.name} in {table.name} is published in full, and {BECAUSE[sign]}.",
            remedy=REMEDY[sign],
            query=query,
        )
        for sign, query in {**queries, "pseudonym": _query_pseudonyms(table, column)}.items()
    ]


def _query_pseudonyms(table: Table, column: Column) -> str:
    """Rows whose text holds a pseudonym of the same State, accepted before or sent along.

    Pseudonyms are narrowed to words of the texts as they are read: there may be millions of them.
    """
    held = " UNION ALL ".join(
        f"SELECT left(jurisdiction, 3) AS state, lower({one.name}) AS word FROM {schema}.{name} "
        f"WHERE lower({one.name}) IN (SELECT word FROM told)"
        for schema in ("mapped", "known")
        for name, other in submitted_tables().items()
        for one in other.columns.values()
        if one.personal_data == "pseudonym"
    )
    return f"""
        WITH told AS MATERIALIZED (
            SELECT row_ids, left(jurisdiction, 3) AS state, unnest(words_of({column.name})) AS word
            FROM mapped.{table.name} WHERE {column.name} IS NOT NULL
        )
        SELECT DISTINCT this.row_ids FROM told AS this SEMI JOIN ({held}) AS held
        ON held.state = this.state AND held.word = this.word AND length(this.word) >= {SHORTEST}
    """
