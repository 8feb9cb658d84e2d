"""Reads what an agency sent into source tables: everything as text, every row with its place."""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

import duckdb
import pyarrow as pa

from data.intake.nearest import nearest_hint
from data.intake.problems import Finding, IntakeError, Problem
from data.intake.read_headings import distinct, headings_of
from data.intake.read_kind import check_kind
from data.intake.read_parquet import open_parquet, text_batches
from data.intake.read_received import ReceivedFile, received_files
from data.intake.read_rows import under_headings
from data.intake.read_sheets import Sheet, text_sheet, workbook_sheets
from data.intake.read_tables import SourceTables
from data.intake.specification import FileSpecification

Progress = Callable[[str], None]


def read_files(
    con: duckdb.DuckDBPyConnection,
    paths: Iterable[Path | str],
    specifications: Sequence[FileSpecification],
    ignore_files: Sequence[str] = (),
    progress: Progress | None = None,
) -> list[Finding]:
    """Reads CSV, TSV, XLSX and Parquet files, folders and zips of them, into `con`.

    Creates `source."<file id>"` for every specification that has a file (row_id, file, sheet, row,
    then every heading as text; NULL is an empty cell) and fills `source_rows`. Rows wider or
    narrower than their heading are quarantined there. Returns remarks on whole files. Raises
    IntakeError with every problem found over all files.
    """
    tables, findings, problems = SourceTables(con), [], []
    with tempfile.TemporaryDirectory(prefix="answerable-") as folder:
        files = received_files(paths, Path(folder))
        matches, problems = _matches(files, specifications, ignore_files)
        for file, specification in matches:
            try:
                findings += _read_one(tables, file, specification, progress)
            except IntakeError as error:
                problems += error.problems
    if problems:
        raise IntakeError(problems)
    return findings


def is_named(name: str, pattern: str) -> bool:
    """True when a file's name as received, or the last part of it, matches a glob; case does not matter."""
    last = PurePosixPath(name).name
    return any(fnmatchcase(part.lower(), pattern.lower()) for part in (name, last))


def _matches(
    files: list[ReceivedFile], specifications: Sequence[FileSpecification], ignored: Sequence[str]
) -> tuple[list[tuple[ReceivedFile, FileSpecification]], list[Problem]]:
    pairs, problems = [], []
    for file in files:
        matching = [one for one in specifications if is_named(file.name, one.name)]
        pairs += [(file, one) for one in matching]
        if not matching and not any(is_named(file.name, pattern) for pattern in ignored):
            message = "The mapping expects no file of this name."
            hint = nearest_hint(file.name, {one.name for one in specifications})
            problems.append(Problem("unexpected_file", message, file=file.name, hint=hint))
    found = {specification.id for _, specification in pairs}
    for one in specifications:
        if one.id not in found and not one.optional:
            message = f"No file like {one.name!r} was received."
            problems.append(Problem("missing_file", message, key=f"file {one.id}"))
    return pairs, problems


def _read_one(
    tables: SourceTables,
    file: ReceivedFile,
    specification: FileSpecification,
    progress: Progress | None,
) -> list[Finding]:
    kind = check_kind(file.path, file.name, specification.format)
    if kind == "parquet":
        _read_parquet(tables, file, specification, progress)
        return []
    if kind == "text":
        sheets = [text_sheet(file.path, file.name, specification)]
    else:
        sheets = workbook_sheets(file.path, file.name, specification)
    for sheet in sheets:
        _read_sheet(tables, sheet, specification, progress)
    return [finding for sheet in sheets for finding in sheet.findings]


def _read_sheet(
    tables: SourceTables,
    sheet: Sheet,
    specification: FileSpecification,
    progress: Progress | None,
) -> None:
    headed = under_headings(sheet, specification)
    _prepare(tables, specification.id, headed.headings, sheet.name)
    count = 0
    for chunk in headed.chunks():
        numbers, cells, rules = zip(*chunk, strict=True)
        arrays = (pa.array(column, pa.string()) for column in zip(*cells, strict=True))
        columns = dict(zip(headed.headings, arrays, strict=True))
        count += tables.add(specification.id, (sheet.name, sheet.title), numbers, columns, rules)
        if progress:
            progress(f"{sheet.name}: {count:,} rows read")
    _check_some(count, sheet.name)


def _read_parquet(
    tables: SourceTables,
    file: ReceivedFile,
    specification: FileSpecification,
    progress: Progress | None,
) -> None:
    opened = open_parquet(file.path, file.name)
    headings = headings_of([opened.schema_arrow.names])
    if specification.headings is not None:
        headings = distinct(specification.headings)
    _prepare(tables, specification.id, headings, file.name)
    count, last = 0, 0
    for arrays in text_batches(opened, file.name):
        size = len(arrays[0]) if arrays else 0
        numbers = pa.array(range(last + 1, last + size + 1), pa.int64())
        columns = dict(zip(headings, arrays, strict=True))
        last += size
        count += tables.add(
            specification.id, (file.name, None), numbers, columns, pa.nulls(size, pa.string())
        )
        if progress:
            progress(f"{file.name}: {count:,} rows read")
    _check_some(count, file.name)


def _prepare(tables: SourceTables, file_id: str, headings: list[str], name: str) -> None:
    """Creates the table, or checks that a further file of the same kind has the same headings."""
    known = tables.headings.get(file_id)
    if known is None:
        tables.create(file_id, headings)
        return
    problems = [
        Problem("headings_differ", "Another file of this kind has this column.", name, column=one)
        for one in known
        if one not in headings
    ] + [
        Problem("headings_differ", "No other file of this kind has this column.", name, column=one)
        for one in headings
        if one not in known
    ]
    if problems:
        raise IntakeError(problems)


def _check_some(count: int, name: str) -> None:
    if not count:
        message = "There are headings but no rows."
        hint = "Leave the file out where there is nothing to report."
        raise IntakeError([Problem("no_rows", message, file=name, hint=hint)])
