"""Every way in which a column can be wrong is found in exactly the row where it was planted."""

from datetime import date

import duckdb
import pytest

from data.schema import code_lists, create_statement, submitted_tables
from validations.expected import expected_of
from validations.suites import broken_rows

EARLIEST, LATEST = date(1990, 1, 1), date(2022, 12, 31)
CANARY = "CANARY <name@example.org>"
FITTING = {
    "id": "A{}",
    "jurisdiction": "XAA-{}",
    "agency": "XAA-{}",
    "obligation": "law-{}",
    "label": "Label {}",
    "provision": "Article {}",
    "wave": "{:04d}",
    "snake": "part{}",
    "link": "https://example.org/{}",
    "text": "Text {}.\nIts second line.",
}


def fitting(column, number: int):
    """A value that the declaration allows, different from row to row where it can be."""
    if column.codes:
        codes = list(code_lists()[column.codes].codes)
        return codes[number % len(codes)]
    if column.type == "string":
        return FITTING[column.pattern or "id"].format(number)
    if column.type == "date":
        return date(2020, 1, 1)
    if column.type == "boolean":
        return True
    low, high = column.minimum or 0, column.maximum
    return low + number % (high - low + 1) if high is not None else low + number


def wrong_values(column, is_dated: bool):
    """(kind of rule, value) for every way in which this column can be wrong."""
    if column.required:
        yield "required", None
    if column.codes:
        yield "codes", CANARY
    if column.pattern:
        yield "pattern", CANARY
        # Prose may end in a line break; a control character is in its place there.
        yield "pattern", fitting(column, 7) + ("\x0b" if column.pattern == "text" else "\n")
    if column.minimum is not None:
        yield "range", column.minimum - 1
    if column.maximum is not None:
        yield "range", column.maximum + 1
    if column.type == "date" and is_dated:
        yield "date", date(1989, 12, 31)
        if not column.may_lie_ahead:
            yield "date", date(2023, 1, 1)


@pytest.mark.parametrize("name", sorted(submitted_tables()))
def test_each_planted_mistake_is_found_in_its_row(name):
    table = submitted_tables()[name]
    rows, planted = [[fitting(column, 1) for column in table.columns.values()]], {}
    for place, column in enumerate(table.columns.values()):
        for kind, value in wrong_values(column, table.kind == "case"):
            row = [fitting(other, len(rows) + 1) for other in table.columns.values()]
            row[place] = value
            planted.setdefault(f"{kind}:{name}.{column.name}", []).append(len(rows))
            if kind == "pattern" and column.codes:
                planted.setdefault(f"codes:{name}.{column.name}", []).append(len(rows))
            if kind == "codes" and column.pattern:
                planted.setdefault(f"pattern:{name}.{column.name}", []).append(len(rows))
            rows.append(row)
    # One key sent twice, told apart by a number no planted row has.
    twin = [fitting(column, 5000) for column in table.columns.values()]
    planted[f"unique:{name}"] = [len(rows), len(rows) + 1]
    rows += [twin, twin]
    expected = expected_of(table, EARLIEST, LATEST)
    found = {one.id: sorted(ids) for one, ids in broken_rows(database(table, rows), expected)}
    assert found == {rule: sorted(ids) for rule, ids in planted.items()}


def database(table, rows: list[list]) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute("CREATE SCHEMA mapped")
    con.execute(create_statement(table, schema="mapped", receipt=False))
    marks = ", ".join("?" for _ in table.columns)
    con.executemany(f"INSERT INTO mapped.{table.name} VALUES ({marks})", rows)
    con.execute(f"ALTER TABLE mapped.{table.name} ADD COLUMN row_ids BIGINT[]")
    return con


def test_every_declared_column_is_asked_about():
    """A string column that nothing bounds could carry anything."""
    for table in submitted_tables().values():
        asked = {name for one in expected_of(table, EARLIEST, LATEST) for name in one.columns}
        for column in table.columns.values():
            if column.type == "string" and not column.references:
                assert column.name in asked, f"{table.name}.{column.name}"


def test_parts_see_what_the_whole_sees(monkeypatch):
    """Reading a table in parts finds the same rows, a repeated key across parts included."""
    table = submitted_tables()["exits"]
    rows = [
        ["XAA", f"X{number}", f"V{number}", date(2020, 1, 1), "released"] for number in range(25)
    ]
    rows[3][4] = rows[17][4] = CANARY
    rows[20][1] = rows[2][1]
    expected = expected_of(table, EARLIEST, LATEST)

    def found():
        return {one.id: ids for one, ids in broken_rows(database(table, rows), expected)}

    whole = found()
    monkeypatch.setattr("validations.suites.PART", 10)
    assert found() == whole == {"codes:exits.how": [3, 17], "unique:exits": [2, 20]}
