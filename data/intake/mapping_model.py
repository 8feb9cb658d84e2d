"""What a mapping is once it has been read and found sound."""

import datetime
from dataclasses import dataclass, field

from data.intake.formula import Formula
from data.intake.specification import FileSpecification


@dataclass(frozen=True)
class Exclusion:
    """Rows that are left out by a rule: totals, notes."""

    rule: str
    where: Formula
    because: str


@dataclass(frozen=True)
class Check:
    """Something the file says about itself that must hold, row by row or over groups of rows.

    `group_by` None makes it a check of single rows; () of the whole file. `severity` fail
    quarantines the rows, review keeps them with a finding. Where a value is missing the check
    is not applied, unless `missing_fails`.
    """

    rule: str
    file: str
    assertion: Formula
    where: Formula | None
    because: str
    severity: str
    tolerance: float | None
    missing_fails: bool
    group_by: tuple[str, ...] | None


@dataclass(frozen=True)
class FileMapping:
    """One kind of file: where its rows stand, which are left out, what is derived, what must hold."""

    specification: FileSpecification
    missing: tuple[str, ...]
    exclusions: tuple[Exclusion, ...] = ()
    derived: dict[str, Formula] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class ColumnMapping:
    """How one column of one table is filled: from a heading, by a formula, or with one value.

    `missing` adds tokens that mean "no value" here, `not_missing` takes tokens out again.
    `codes` maps texts; what is unlisted becomes `otherwise`, or fails where there is none. `blank`
    fills what is missing (`otherwise` does so too where `blank` is not given). `at_most` lists
    printed bounds such as <5: the value stays empty.
    """

    key: str
    heading: str | None = None
    formula: Formula | None = None
    value: str | None = None
    missing: tuple[str, ...] = ()
    not_missing: tuple[str, ...] = ()
    codes: dict[str, str] | None = None
    ignore_case: bool = False
    otherwise: str | None = None
    blank: str | None = None
    dates: tuple[str, ...] = ()
    thousands: str | None = None
    decimal: str = "."
    at_most: tuple[str, ...] = ()


@dataclass(frozen=True)
class Split:
    """A column whose cells hold several values, and the signs that stand between them."""

    key: str
    column: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class TableMapping:
    """How rows of one file become rows of one table; without a file, `rows` are given in the mapping.

    `repeat` holds one item a copy of each source row; `repeat_headings` finds the items among
    the headings. `split` makes one row of each value of a cell that holds several. `merge` makes
    rows with the same key one row.
    """

    into: str
    key: str
    file: str | None = None
    where: Formula | None = None
    merge: bool = False
    on_conflict: str = "review"
    repeat: tuple[dict[str, str], ...] = ()
    repeat_headings: str | None = None
    split: Split | None = None
    columns: dict[str, ColumnMapping] = field(default_factory=dict)
    rows: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class Mapping:
    """How a foreign layout becomes our tables; `digest` is the sha256 of its text."""

    name: str
    title: str
    description: str
    scope: str
    digest: str
    as_of: datetime.date | None = None
    earliest: datetime.date = datetime.date(1950, 1, 1)
    latest: datetime.date | None = None
    ignore_files: tuple[str, ...] = ()
    constants: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    files: tuple[FileMapping, ...] = ()
    checks: tuple[Check, ...] = ()
    tables: tuple[TableMapping, ...] = ()
    strict_headings: bool = False
    """True for our own layout: a heading that is no column of the table is refused."""

    def specifications(self) -> list[FileSpecification]:
        """What the reader needs to know about the files."""
        return [file.specification for file in self.files]
