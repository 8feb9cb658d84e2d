"""Our own layout: files or sheets named like the tables of the case model, headings like its columns."""

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Mapping as Lookup
from dataclasses import replace
from pathlib import PurePosixPath

from data.intake.mapping_model import ColumnMapping, FileMapping, Mapping, TableMapping
from data.intake.nearest import nearest_hint
from data.intake.problems import IntakeError, Problem
from data.intake.specification import FORMATS, FileSpecification
from data.schema import Table, submitted_tables

NAME = "own"
IGNORED = ("*.md", "*.txt", "manifest.json")


def own_layout(
    names: Iterable[str],
    sheets: Lookup[str, Iterable[str]] | None = None,
    scope: str = "trafficking",
) -> Mapping:
    """The mapping for files in our own layout.

    `names` are the files received (members of a zip under their own names); `sheets` gives the
    sheet titles of workbooks. A workbook not named like a table is read sheet by sheet. Raises
    IntakeError where no file or sheet is named like a table, with the nearest name.
    """
    tables = submitted_tables()
    found: dict[str, FileSpecification] = {}
    problems = []
    for name in names:
        path = PurePosixPath(name)
        if any(path.match(pattern) for pattern in IGNORED):
            continue
        stem = path.stem.lower()
        if stem in tables:
            found[stem] = FileSpecification(id=stem, name=f"{stem}.*")
            continue
        titles = list((sheets or {}).get(name, ()))
        known = [title for title in titles if title.strip().lower() in tables]
        for title in known:
            table = title.strip().lower()
            found[table] = FileSpecification(id=table, name=path.name, sheet=title)
        for title in titles if known else ():
            if title not in known:
                problems.append(_unknown("sheet", title, tables, name))
        if not known and path.suffix.lower().lstrip(".") in FORMATS:
            problems.append(_unknown("file", path.stem, tables, name))
    if not found and not problems:
        message = "no file is named like a table of the case model."
        problems.append(Problem("no_known_file", message, hint="See docs/codebook for the tables."))
    if problems:
        raise IntakeError(problems)
    return _mapping([tables[name] for name in tables if name in found], found, scope)


def fit_headings(mapping: Mapping, headings: Lookup[str, Iterable[str]]) -> Mapping:
    """The own-layout mapping cut to the columns that were sent.

    Raises IntakeError for each heading that is no column of its table: what is not declared does
    not enter.
    """
    tables = submitted_tables()
    problems = []
    parts = []
    for part in mapping.tables:
        table = tables[part.into]
        present = list(headings[part.file])
        for heading in present:
            if heading not in table.columns:
                message = f"the table {table.name} has no such column, and what is not declared does not enter."
                hint = nearest_hint(heading, table.columns)
                problems.append(
                    Problem("unknown_column", message, file=part.file, column=heading, hint=hint)
                )
        columns = {name: one for name, one in part.columns.items() if name in present}
        parts.append(replace(part, columns=columns))
    if problems:
        raise IntakeError(problems)
    return replace(mapping, tables=tuple(parts))


def _mapping(tables: list[Table], found: dict[str, FileSpecification], scope: str) -> Mapping:
    declared = json.dumps({table.name: list(table.columns) for table in tables}, sort_keys=True)
    return Mapping(
        name=NAME,
        title="Our own layout",
        description="Files named like tables, headings like columns.",
        scope=scope,
        digest=hashlib.sha256(f"{scope} {declared}".encode()).hexdigest(),
        ignore_files=IGNORED,
        files=tuple(FileMapping(found[table.name], missing=()) for table in tables),
        tables=tuple(
            TableMapping(
                into=table.name,
                key=table.name,
                file=table.name,
                columns={
                    name: ColumnMapping(key=f"{table.name}.{name}", heading=name)
                    for name in table.columns
                },
            )
            for table in tables
        ),
        strict_headings=True,
    )


def _unknown(kind: str, name: str, tables: Iterable[str], file: str) -> Problem:
    message = f"no table is called like this {kind}."
    hint = nearest_hint(name, list(tables)) or (
        "Files in our own layout are named after tables (cases.csv, events.csv); any other file"
        " needs a mapping: --mapping NAME, or draft one with the command describe."
    )
    return Problem("unknown_table", message, file=file, hint=hint)
