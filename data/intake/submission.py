"""One submission while it is being judged: its working database, its mapping, its row accounts."""

import datetime
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from data.intake.apply import (
    Period,
    assemble_tables,
    headings_read,
    prepare_rows,
    stage_tables,
)
from data.intake.apply_rows import quarantine_rows
from data.intake.engine import connect, prepare
from data.intake.heading_row import check_heading_rows
from data.intake.mapping import load_mapping
from data.intake.mapping_formulas import names_used
from data.intake.mapping_model import Mapping
from data.intake.own_layout import NAME, fit_headings, own_layout
from data.intake.problems import Finding
from data.intake.quoting import quote_name
from data.intake.read import read_files
from data.intake.read_received import received_files
from data.intake.read_xlsx import open_workbook

Progress = Callable[[str], None]

BIG = 16 * 2**20
PACKED = (".parquet", ".xlsx", ".zip")
PACKED_FACTOR = 8
"""From BIG bytes of text the working database lies in a file, so that it can outgrow memory; packed
files count for several times their size."""


@dataclass(frozen=True)
class RowCounts:
    """The account of source rows; received is always the sum of the other three."""

    received: int
    accepted: int
    quarantined: int
    excluded: int


@dataclass
class Submission:
    """What an agency sent, read and prepared. `con` holds source, working and mapped tables,
    `source_rows` and `findings`; it is private to this submission."""

    con: duckdb.DuckDBPyConnection
    mapping: Mapping
    period: Period
    agency_id: str | None
    _folder: tempfile.TemporaryDirectory
    _is_staged: bool = False

    @property
    def as_of(self) -> datetime.date:
        """The data date: the mapping's, else the period's end."""
        return self.mapping.as_of or self.period[1]

    def map(self) -> None:
        """Make `mapped."<table>"` from the rows that are in; call again after quarantining rows."""
        if not self._is_staged:
            stage_tables(self.con, self.mapping, self.period, self.agency_id)
            self._is_staged = True
        assemble_tables(self.con, self.mapping)

    def mapped_tables(self) -> list[str]:
        """The tables that this submission fills."""
        return list(dict.fromkeys(part.into for part in self.mapping.tables))

    def quarantine(self, row_ids: Iterable[int], rule: str) -> int:
        """Set source rows aside whole; returns how many were still in."""
        before = self.counts().quarantined
        named = pa.table({"row_id": pa.array([int(one) for one in row_ids], pa.int64())})
        self.con.register("named_rows", named)
        quarantine_rows(self.con, "SELECT row_id FROM named_rows", rule)
        self.con.unregister("named_rows")
        return self.counts().quarantined - before

    def counts(self) -> RowCounts:
        """How many source rows were received, and what became of them."""
        query = (
            "SELECT count(*), count(*) FILTER (WHERE state IN ('received', 'accepted')), "
            "count(*) FILTER (WHERE state = 'quarantined'), "
            "count(*) FILTER (WHERE state = 'excluded') FROM source_rows"
        )
        [found] = self.con.execute(query).fetchall()
        return RowCounts(*found)

    def close(self) -> None:
        """Drop the working database; nothing of it stays on disk."""
        self.con.close()
        self._folder.cleanup()

    def __enter__(self) -> "Submission":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_submission(
    paths: Iterable[Path | str],
    mapping: Mapping | str | Path | None,
    period: Period,
    agency_id: str | None = None,
    progress: Progress | None = None,
) -> Submission:
    """Read files through a mapping (None or "own": our own layout) up to checked source rows.

    `period` is first and last day, both included. `Submission.map()` then makes our tables.
    Raises IntakeError listing every problem of the mapping or of the files.
    """
    paths = [Path(path) for path in paths]
    if mapping is None or mapping == NAME:
        mapping = _own_mapping(paths)
    elif not isinstance(mapping, Mapping):
        mapping = load_mapping(mapping)
    folder = tempfile.TemporaryDirectory(prefix="answerable-")
    con = connect(Path(folder.name), in_memory=_size(paths) <= BIG)
    try:
        prepare(con)
        remarks = read_files(
            con,
            paths,
            mapping.specifications(),
            ignore_files=mapping.ignore_files,
            progress=progress,
        )
        _keep_remarks(con, remarks)
        _make_absent_tables(con, mapping)
        headings = headings_read(con, mapping)
        check_heading_rows(mapping, headings)
        if mapping.strict_headings:
            mapping = fit_headings(mapping, headings)
        prepare_rows(con, mapping, period)
    except BaseException:
        con.close()
        folder.cleanup()
        raise
    return Submission(con, mapping, period, agency_id, folder)


def _own_mapping(paths: list[Path]) -> Mapping:
    with tempfile.TemporaryDirectory(prefix="answerable-") as folder:
        files = received_files(paths, Path(folder))
        titles = {
            file.name: open_workbook(file.path, file.name).sheetnames
            for file in files
            if file.name.lower().endswith(".xlsx")
        }
        return own_layout([file.name for file in files], titles)


def _size(paths: list[Path]) -> int:
    files = [
        one
        for path in paths
        for one in (path.rglob("*") if path.is_dir() else [path])
        if one.is_file()
    ]
    return sum(
        one.stat().st_size * (PACKED_FACTOR if one.suffix.lower() in PACKED else 1) for one in files
    )


def _keep_remarks(con: duckdb.DuckDBPyConnection, remarks: list[Finding]) -> None:
    for one in remarks:
        con.execute(
            "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)",
            [one.row_id, one.file_id, one.table, one.column, one.rule, one.severity, one.message],
        )


def _make_absent_tables(con: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
    """An optional file that was not sent counts as a file without rows."""
    present = {
        row[0]
        for row in con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'source'"
        ).fetchall()
    }
    for file in mapping.files:
        identifier = file.specification.id
        if identifier not in present:
            named = "".join(
                f", {quote_name(name)} VARCHAR" for name in names_used(mapping, identifier)
            )
            con.execute(
                f"CREATE TABLE source.{quote_name(identifier)} "
                f"(row_id BIGINT, file VARCHAR, sheet VARCHAR, row BIGINT{named})"
            )
