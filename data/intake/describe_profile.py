"""The profile of one table of a file, and how it is told."""

import re
from dataclasses import dataclass

from data.intake.describe_values import Values
from data.intake.specification import FileSpecification

TOTAL = re.compile(r"(grand |sub-?)?totals?\b.*|all( [a-z]+)?|sum|overall", re.IGNORECASE)
YEAR_HEADING = re.compile(r"(?:19|20)\d\d")

LOOKS_LIKE = {
    "personal": "looks like a name or free text: leave out",
    "identifier": "looks like an identifier",
    "category": "codes or categories",
    "yes/no": "yes or no",
    "year": "years",
    "date": "dates",
    "integer": "whole numbers",
    "decimal": "numbers",
    "empty": "always empty",
}


@dataclass(frozen=True)
class ColumnProfile:
    """A heading and the verdict on its values."""

    heading: str
    values: Values

    @property
    def is_personal(self) -> bool:
        return self.values.kind == "personal"

    def total_values(self) -> list[str]:
        """Frequent values that speak of a sum of other rows."""
        return [value for value in self.values.shown if TOTAL.fullmatch(value)]


@dataclass(frozen=True)
class TableProfile:
    """One file, or one sheet of a workbook: how to read it and what its columns hold."""

    file: str
    specification: FileSpecification
    rows: int
    is_partial: bool
    columns: tuple[ColumnProfile, ...]
    sheet: str | None = None
    banner_rows: tuple[int, ...] = ()
    ragged: int = 0

    @property
    def year_headings(self) -> list[str]:
        """Headings that are years: one column a year."""
        found = [
            column.heading for column in self.columns if YEAR_HEADING.fullmatch(column.heading)
        ]
        return found if len(found) > 2 else []


def profile_text(table: TableProfile) -> str:
    """The profile as lines of text."""
    reading = table.specification
    title = table.file + (f", sheet {table.sheet!r}" if table.sheet else "")
    count = f"{'the first ' if table.is_partial else ''}{table.rows:,} rows"
    lines = [f"{title}: {count}, {len(table.columns)} columns"]
    if reading.encoding:
        lines.append(f"  not UTF-8; readable as {reading.encoding}, which is a guess")
    if reading.delimiter:
        lines.append(f"  cells separated by {reading.delimiter!r}")
    lines.append(f"  headings in row {' and '.join(map(str, reading.header_rows))}")
    if table.banner_rows:
        lines.append(f"  lines above the headings: {', '.join(map(str, table.banner_rows))}")
    if table.ragged:
        lines.append(f"  rows wider or narrower than the headings: {table.ragged:,}")
    if table.year_headings:
        lines.append("  one column a year: map them with repeat_headings")
    lines += [f"  {_column_text(column, table.rows)}" for column in table.columns]
    return "\n".join(lines)


def _column_text(column: ColumnProfile, rows: int) -> str:
    values = column.values
    share = f"{values.filled / rows:.0%} filled" if rows else "no rows"
    parts = [share, LOOKS_LIKE[values.kind]]
    if values.kind in ("identifier", "category", "personal"):
        parts.append(f"{values.distinct:,} different")
    if values.dates:
        parts.append("as " + " or ".join(values.dates))
    if values.is_ambiguous:
        parts.append("day and month could be the other way round")
    if values.lowest is not None:
        parts.append(f"{values.lowest} to {values.highest}")
    if values.thousands:
        parts.append(f"thousands separated by {values.thousands!r}")
    if values.separator:
        parts.append(f"several values a cell, separated by {values.separator!r}: split them")
    if values.decimal:
        parts.append(f"decimals after {values.decimal!r}")
    if values.bounds:
        parts.append("printed bounds: " + ", ".join(values.bounds[:6]))
    if values.missing:
        parts.append("perhaps no value: " + ", ".join(map(repr, values.missing[:8])))
    if column.total_values():
        parts.append("total rows: " + ", ".join(map(repr, column.total_values()[:6])))
    elif values.shown and not column.is_personal:
        more = ", ..." if len(values.shown) > 12 else ""
        parts.append(", ".join(map(repr, values.shown[:12])) + more)
    return f"{column.heading}: {'; '.join(parts)}"
