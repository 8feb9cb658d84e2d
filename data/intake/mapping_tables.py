"""Reads the [[table]] parts of a mapping."""

import re
from dataclasses import replace

from data.intake.mapping_columns import Lists, read_column, unfit
from data.intake.mapping_files import check_known_file
from data.intake.mapping_model import ColumnMapping, Split, TableMapping
from data.intake.mapping_section import Section, scalar_text
from data.intake.nearest import nearest_hint
from data.schema import Table, submitted_tables

FILLED_BY_INTAKE = ("agency_id", "date_precision")
"""Required columns that need no entry: the agency may come from the command, precision from the date."""

CONFLICTS = ("review", "fail", "ignore")


def read_table(
    section: Section, files: list[str], lists: Lists, constants: dict[str, str]
) -> list[TableMapping]:
    """How one table is filled from one file or several alike, or with rows that the mapping itself gives."""
    tables = submitted_tables()
    into = section.text("into", required=True)
    if into is not None and into not in tables:
        section.complain("into", f"there is no table {into!r}.", nearest_hint(into, tables))
    table = tables.get(into or "")
    if "rows" in section.content:
        rows = _read_rows(section, table, constants)
        section.finish()
        return [TableMapping(into=into, key=section.key, rows=rows)] if table else []
    sources = section.texts("from") or ()
    if "from" not in section.content:
        section.complain("from", "name the file (or files) that fill the table, or give rows.")
    for file in sources:
        check_known_file(section, "from", file, files)
    where = section.formula("where")
    repeat, headings = _read_repeat(section)
    split = _read_split(section)
    merge, conflict = section.flag("merge"), section.choice("on_conflict", CONFLICTS)
    columns = _read_columns(section.section("columns"), table, lists, constants) if table else {}
    section.asked.add("columns")
    for name in section.content if table else ():
        if name in table.columns and name not in section.asked:
            section.asked.add(name)
            section.complain(name, "this is a column.", "Move it below a line [table.columns].")
    section.finish()
    if not table:
        return []
    part = TableMapping(
        into=into,
        key=section.key,
        where=where,
        merge=merge,
        on_conflict=conflict or "review",
        repeat=repeat,
        repeat_headings=headings,
        split=split,
        columns=columns,
    )
    return [replace(part, file=file) for file in sources if file in files]


def _read_columns(
    section: Section, table: Table, lists: Lists, constants: dict[str, str]
) -> dict[str, ColumnMapping]:
    columns = {}
    for name in section.content:
        if name not in table.columns:
            section.asked.add(name)
            section.complain(
                name,
                f"the table {table.name} has no such column.",
                nearest_hint(name, table.columns),
            )
        elif mapping := read_column(section, table.columns[name], lists):
            columns[name] = mapping
    _check_required(section, table, {*section.content, *constants})
    value = columns.get("value")
    if value and value.at_most and "value_at_most" not in columns:
        bounds = section.content["value"]["at_most"]
        columns["value_at_most"] = ColumnMapping(
            key=f"{value.key}.at_most",
            heading=value.heading,
            formula=value.formula,
            codes={token: scalar_text(bound) for token, bound in bounds.items()},
            otherwise="",
        )
    return columns


def _check_required(section: Section, table: Table, filled: set[str]) -> None:
    for name, column in table.columns.items():
        if column.required and name not in filled and name not in FILLED_BY_INTAKE:
            section.complain(
                name,
                f"the table {table.name} needs this column and nothing fills it.",
                "Add it here, or under [constants] where it is the same in every row.",
            )


def _read_repeat(section: Section) -> tuple[tuple[dict[str, str], ...], str | None]:
    entries = section.get("repeat", (list,))
    pattern = section.text("repeat_headings")
    if entries is not None and pattern is not None:
        section.complain("repeat", "give repeat or repeat_headings, not both.")
    if pattern is not None:
        try:
            re.compile(pattern)
        except re.error as error:
            section.complain("repeat_headings", f"this pattern cannot be read: {error}.")
            pattern = None
    items = []
    for number, entry in enumerate(entries or [], start=1):
        item = {"item": entry} if isinstance(entry, str) else entry
        if not isinstance(item, dict) or "item" not in item:
            section.complain(
                f"repeat[{number}]", 'expected a text, or a table like {item = "1591"}.'
            )
            continue
        items.append({key: scalar_text(value) for key, value in item.items()})
    for number, item in enumerate(items, start=1):
        if item.keys() != items[0].keys():
            section.complain(f"repeat[{number}]", "the entries of repeat must have the same keys.")
    return tuple(items), pattern


def _read_split(section: Section) -> Split | None:
    if "split" not in section.content:
        return None
    part = section.section("split")
    column, by = part.text("column", required=True), part.texts("by")
    if not by or not all(by):
        part.complain(
            "by", "name the signs between the values.", 'Write by = ";" or by = [";", "/"].'
        )
    part.finish()
    return Split(part.key, column, by) if column and by and all(by) else None


def _read_rows(
    section: Section, table: Table | None, constants: dict[str, str]
) -> tuple[dict[str, str], ...]:
    rows = []
    for part in section.sections("rows"):
        row = {name: part.scalar(name) for name in part.content}
        for name, value in row.items() if table else ():
            if name not in table.columns:
                hint = nearest_hint(name, table.columns)
                part.complain(name, f"the table {table.name} has no such column.", hint)
            elif value and (complaint := unfit(table.columns[name], value)):
                part.complain(name, *complaint)
        if table:
            _check_required(part, table, {*row, *constants})
        rows.append({name: value for name, value in row.items() if value is not None})
    return tuple(rows)


def check_merging_agrees(tables: list[TableMapping], section: Section) -> None:
    """Several parts that fill one table must merge alike, for they are merged together."""
    first: dict[str, TableMapping] = {}
    for table in tables:
        if table.file is None:
            continue
        other = first.setdefault(table.into, table)
        if (other.merge, other.on_conflict) != (table.merge, table.on_conflict):
            section.complain(
                table.key,
                f"merge and on_conflict must be the same as in {other.key} (into {table.into}).",
            )
