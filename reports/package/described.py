"""What a release says of its own tables: their columns, with type, meaning and codes, from its codebook."""

from dataclasses import dataclass

from release.read import Release
from reports.names import records

POINTS_AT = {
    "metric_id": "definitions",
    "population": "populations",
    "obligation_id": "obligations",
}
"""Column -> the table that lists its values once."""


@dataclass(frozen=True)
class Column:
    """A column: its SQL type, what it means, and the list its codes come from (empty where it holds none)."""

    name: str
    type: str
    meaning: str
    codes: str


@dataclass(frozen=True)
class Described:
    """A table of the release with its columns in their order, the number of its rows, and its links.

    `links` are column -> the table of which every value of it names a row: what a file of the package promises.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    links: tuple[tuple[str, str], ...]


def described(release: Release) -> list[Described]:
    """Every table of the release, by name."""
    said = {
        (row["table_name"], row["column_name"]): row for row in records(release.table("codebook"))
    }
    with release.cursor() as cursor:
        held = cursor.execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() "
            "WHERE schema_name = 'main' AND NOT internal ORDER BY table_name, column_index"
        ).fetchall()
        tables: dict[str, list[Column]] = {}
        for table, name, type_ in held:
            about = said.get((table, name), {})
            column = Column(name, type_, about.get("meaning") or "", about.get("codes") or "")
            tables.setdefault(table, []).append(column)
        return [
            Described(
                name,
                tuple(columns),
                _rows(cursor, name),
                _links(cursor, name, columns, set(tables)),
            )
            for name, columns in tables.items()
        ]


def _rows(cursor, table: str) -> int:
    return cursor.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


def _links(
    cursor, table: str, columns: list[Column], held: set[str]
) -> tuple[tuple[str, str], ...]:
    """Asked of the rows: some tables have a word such as "all" where others name a metric."""
    found = []
    for name in (column.name for column in columns):
        other = POINTS_AT.get(name)
        if other not in held - {table}:
            continue
        [strangers] = cursor.execute(
            f'SELECT count(*) FROM "{table}" WHERE "{name}" IS NOT NULL '
            f'AND "{name}" NOT IN (SELECT "{name}" FROM "{other}")'
        ).fetchone()
        if not strangers:
            found.append((name, other))
    return tuple(found)


def label_lists(release: Release) -> dict[str, list[str]]:
    """List -> its codes, as the vocabulary of the release has them."""
    found: dict[str, list[str]] = {}
    for row in records(release.table("vocabulary")):
        found.setdefault(row["list"], []).append(row["code"])
    return found
