"""Rules on texts that are published as they were sent: nothing in them may tell who somebody is. They say which sign was found, never the text."""

from collections.abc import Iterable

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
    try:
        con.execute("SELECT words_of('')")
        return
    except duckdb.CatalogException:
        pass
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


def lay_out_pseudonyms(
    con: duckdb.DuckDBPyConnection, mapped_tables: Iterable[str], known_tables: Iterable[str]
) -> None:
    """Makes `checked.pseudonyms(state, word)`: those pseudonyms, of the tables given, that are words of any searched text.

    Narrowed to words of the texts as they are read, and looked up once for all texts: there may be
    millions of pseudonyms.
    """
    mapped_tables = set(mapped_tables)
    texts = [
        f"SELECT DISTINCT unnest(words_of({column.name})) AS word FROM mapped.{table.name}"
        for table in submitted_tables().values()
        for column in table.columns.values()
        if table.name in mapped_tables and is_prose(table, column)
    ]
    nothing = "SELECT NULL::VARCHAR AS state, NULL::VARCHAR AS word WHERE FALSE"
    held = (
        [
            _held_words(schema, name)
            for schema, names in (("mapped", mapped_tables), ("known", known_tables))
            for name in sorted(names)
        ]
        if texts
        else []
    )
    query = " UNION ALL ".join([nothing, *filter(None, held)])
    told = " UNION ALL ".join(texts or ["SELECT NULL::VARCHAR AS word"])
    con.execute(
        f"CREATE OR REPLACE TABLE checked.pseudonyms AS WITH told AS MATERIALIZED ({told}) {query}"
    )


def _held_words(schema: str, name: str) -> str | None:
    """SQL of the pseudonyms in one table that are told; None where it has no column of them."""
    columns = submitted_tables()[name].columns.values() if name in submitted_tables() else ()
    names = [one.name for one in columns if one.personal_data == "pseudonym"]
    if not names:
        return None
    return (
        f"SELECT state, word FROM (SELECT left(jurisdiction, 3) AS state, "
        f"lower(unnest([{', '.join(names)}])) AS word FROM {schema}.{name}) "
        "WHERE word IN (SELECT word FROM told)"
    )


def _query_pseudonyms(table: Table, column: Column) -> str:
    """Rows whose text holds a pseudonym of the same State, accepted before or sent along."""
    return f"""
        SELECT DISTINCT this.row_ids FROM (
            SELECT row_ids, left(jurisdiction, 3) AS state, unnest(words_of({column.name})) AS word
            FROM mapped.{table.name} WHERE {column.name} IS NOT NULL
        ) AS this SEMI JOIN checked.pseudonyms AS held
        ON held.state = this.state AND held.word = this.word AND length(this.word) >= {SHORTEST}
    """
