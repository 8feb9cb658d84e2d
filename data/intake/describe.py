"""A profile of files that nobody has mapped yet, and a mapping to start from."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from data.intake.describe_draft import draft
from data.intake.describe_layout import ROWS_LOOKED_AT, layout_of
from data.intake.describe_profile import ColumnProfile, TableProfile, profile_text
from data.intake.describe_values import look_at
from data.intake.problems import IntakeError, Problem
from data.intake.read_encoding import decodes
from data.intake.read_headings import headings_of
from data.intake.read_kind import check_kind
from data.intake.read_limits import ROWS_A_CHUNK
from data.intake.read_parquet import open_parquet, text_batches
from data.intake.read_received import ReceivedFile, received_files
from data.intake.read_rows import under_headings
from data.intake.read_sheets import Sheet, text_sheet, workbook_sheets
from data.intake.read_text import sniffed_delimiter
from data.intake.specification import FileSpecification

ROWS_PROFILED = 50_000
"""Enough to see every kind of value, few enough to answer within seconds."""


@dataclass(frozen=True)
class Description:
    """What is in the files: one profile a table, and what could not be read."""

    tables: list[TableProfile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def text(self) -> str:
        """The profile for reading; no value of a column that may name a person."""
        parts = [profile_text(table) for table in self.tables]
        parts += [f"Not read: {problem}" for problem in self.problems]
        return "\n\n".join(parts)


def describe(paths: Iterable[Path | str]) -> Description:
    """Profiles files, folders and zips. Files that cannot be read are told in `problems`; raises
    IntakeError only where there is nothing to look at."""
    tables, problems = [], []
    with tempfile.TemporaryDirectory(prefix="answerable-") as folder:
        for file in received_files(paths, Path(folder)):
            try:
                tables += _profiles(file)
            except IntakeError as error:
                problems += error.problems
    return Description(tables, problems)


def draft_mapping(description: Description) -> str:
    """A mapping in TOML that loads, with comments on everything a person must decide."""
    return draft(description.tables)


def _profiles(file: ReceivedFile) -> Iterator[TableProfile]:
    kind = check_kind(file.path, file.name)
    found = FileSpecification("described", "*", sheet="*")
    if kind == "parquet":
        yield _parquet_profile(file)
        return
    if kind == "xlsx":
        titles = [sheet.title for sheet in workbook_sheets(file.path, file.name, found)]
        for title in titles:
            one = replace(found, sheet=title)
            yield _sheet_profile(file, one, many=len(titles) > 1)
        return
    if not decodes(file.path, "utf-8") and not _has_mark(file.path):
        if not decodes(file.path, "cp1252"):
            text_sheet(file.path, file.name, found)
        found = replace(found, encoding="cp1252")
    encoding = found.encoding or ("utf-8" if not _has_mark(file.path) else None)
    if encoding:
        found = replace(found, delimiter=sniffed_delimiter(file.path, encoding))
    yield _sheet_profile(file, found)


def _has_mark(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(2) in (b"\xff\xfe", b"\xfe\xff")


def _open(file: ReceivedFile, specification: FileSpecification) -> Sheet:
    if specification.sheet == "*":
        return text_sheet(file.path, file.name, specification)
    return workbook_sheets(file.path, file.name, specification)[0]


def _sheet_profile(
    file: ReceivedFile, specification: FileSpecification, many: bool = False
) -> TableProfile:
    start = [
        (number, cells)
        for number, cells, _ in islice(_open(file, specification).rows, ROWS_LOOKED_AT)
    ]
    layout = layout_of(start)
    specification = replace(
        specification,
        header_rows=layout.header_rows,
        fill_right=layout.has_merged_headings,
    )
    headed = under_headings(_open(file, specification), specification)
    rows = list(islice(headed.rows, ROWS_PROFILED))
    columns = zip(*(cells for _, cells, _ in rows), strict=True)
    return _profile(
        file.name,
        specification,
        dict(zip(headed.headings, columns, strict=True)) if rows else {},
        sheet=specification.sheet if many else None,
        banner_rows=layout.banner_rows,
        ragged=sum(rule is not None for _, _, rule in rows),
        is_partial=len(rows) == ROWS_PROFILED,
    )


def _parquet_profile(file: ReceivedFile) -> TableProfile:
    opened = open_parquet(file.path, file.name)
    headings = headings_of([opened.schema_arrow.names])
    values: dict[str, list[str | None]] = {heading: [] for heading in headings}
    for arrays in islice(text_batches(opened, file.name), ROWS_PROFILED // ROWS_A_CHUNK):
        for heading, array in zip(headings, arrays, strict=True):
            values[heading] += array.to_pylist()
    return _profile(
        file.name,
        FileSpecification("described", "*", format="parquet"),
        values,
        is_partial=opened.metadata.num_rows > ROWS_PROFILED // ROWS_A_CHUNK * ROWS_A_CHUNK,
    )


def _profile(
    name: str, specification: FileSpecification, columns: dict[str, Iterable[str | None]], **known
) -> TableProfile:
    trimmed = {
        heading: [(value or "").strip() or None for value in values]
        for heading, values in columns.items()
    }
    rows = max(map(len, trimmed.values()), default=0)
    profiles = [
        ColumnProfile(heading, look_at(heading, values)) for heading, values in trimmed.items()
    ]
    return TableProfile(
        file=name,
        specification=specification,
        rows=rows,
        columns=tuple(profiles),
        **known,
    )
