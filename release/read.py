"""The only door from a release to whoever shows it: opens one finished file, read-only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

import settings

if TYPE_CHECKING:
    # DuckDB loads it where somebody asks for a frame; pages do not, and open a second earlier without.
    import pandas as pd

DATABASE = "answerable.duckdb"
MANIFEST = "manifest.json"
FILES_OF_REPORTS = "reports"
"""Folder beside the database that holds files made from it; it is no part of the release, and may be made again."""
PREVIEW = "preview"
"""Folder of releases beside those that count: what a first look opens until there is one that counts."""
SUMS = "SHA256SUMS"
"""File in that folder that says what every other one must hash to."""

# What a release must hold for anything downstream to work; `release.verify` checks the rest.
_NEEDED = {"results", "definitions", "release"}


class ReleaseError(Exception):
    """There is no release to read, or it cannot be read; the message is a sentence for readers."""

    def text(self) -> str:
        return str(self)


EngineError = duckdb.Error
"""What a query raises that cannot be answered."""


def is_damage(problem: EngineError) -> bool:
    """True where the file is there but some of its bytes are not what was written."""
    kinds = (duckdb.IOException, duckdb.InternalException, duckdb.SerializationException)
    return isinstance(problem, kinds) or "Corrupt database file" in str(problem)


class Release:
    """One published release. One read-only connection; every query runs on a cursor of its own."""

    def __init__(self, path: Path, manifest: dict, connection: duckdb.DuckDBPyConnection):
        self.path = path
        self.manifest = manifest
        self._connection = connection
        self._columns_of: dict[str, list[str]] = {}

    @property
    def release_id(self) -> str:
        return self.manifest["release_id"]

    @property
    def is_synthetic(self) -> bool:
        """True where the numbers were made up for demonstration: say so wherever they are shown."""
        return bool(self.manifest["is_synthetic"])

    @property
    def is_preview(self) -> bool:
        """True where it is only a first look, which goes once there is a release."""
        return self.path.parent.name == PREVIEW

    def results(self, metric_id: str | None = None, **filters) -> pd.DataFrame:
        """Published numbers, in order, one a row; each filter keeps rows equal to it (None: empty)."""
        wanted = ({} if metric_id is None else {"metric_id": metric_id}) | filters
        return self._select("results", wanted)

    def definitions(self) -> pd.DataFrame:
        """Every metric's definition, one a row."""
        return self._select("definitions", {})

    def definition(self, metric_id: str) -> dict:
        """One metric's definition; raises ReleaseError when the release does not hold it."""
        found = self.rows("definitions", metric_id=metric_id)
        if not found:
            raise ReleaseError(f"Release {self.release_id} holds no metric {metric_id!r}.")
        return found[0]

    def table(self, name: str) -> pd.DataFrame:
        """A whole table of the release."""
        return self._select(name, {})

    def rows(self, table: str, columns: Sequence[str] = (), **filters) -> list[dict]:
        """Rows of a table that equal every filter, in order, as `fetch_rows` gives them; `columns` leaves out all others."""
        with self._asked(table, columns, filters) as cursor:
            return fetch_rows(cursor)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for one query; never share it between threads or sessions."""
        return self._connection.cursor()

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Release:
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def _select(self, table: str, filters: dict) -> pd.DataFrame:
        with self._asked(table, (), filters) as cursor:
            return cursor.df()

    @contextmanager
    def _asked(
        self, table: str, columns: Sequence[str], filters: dict
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that has the rows of a table that equal every filter."""
        unknown = sorted({*columns, *filters} - set(self._columns(table)))
        if unknown:
            raise ReleaseError(f"Table {table} has no column {', '.join(unknown)}.")
        chosen = ", ".join(f'"{name}"' for name in columns) or "*"
        # IS NOT DISTINCT FROM lets a filter ask for empty cells too.
        where = " AND ".join(f'"{name}" IS NOT DISTINCT FROM ?' for name in filters)
        query = f'SELECT {chosen} FROM "{table}"' + (f" WHERE {where}" if where else "")
        with self.cursor() as cursor:
            yield cursor.execute(query, list(filters.values()))

    def _columns(self, table: str) -> list[str]:
        # A release never changes, so it is asked once.
        if table not in self._columns_of:
            with self.cursor() as cursor:
                found = cursor.execute(
                    "SELECT column_name FROM information_schema.columns WHERE table_name = ?",
                    [table],
                ).fetchall()
            if not found:
                raise ReleaseError(f"Release {self.release_id} holds no table {table!r}.")
            self._columns_of[table] = [name for (name,) in found]
        return self._columns_of[table]


def fetch_rows(cursor: duckdb.DuckDBPyConnection) -> list[dict]:
    """What a cursor has been asked for, a dict a row: None where a cell is empty, days as dates.

    Rows that say the same share the text, so that many can be kept. Four times as fast as by way of pandas.
    """
    names = [name for name, *_ in cursor.description]
    columns = [_sharing(column) for column in zip(*cursor.fetchall(), strict=True)]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _sharing(column: tuple) -> Sequence:
    """The same cells, equal texts and days as one object."""
    first = next((cell for cell in column if cell is not None), None)
    if not isinstance(first, str | date):
        return column
    known: dict = {}
    return [known.setdefault(cell, cell) for cell in column]


def latest(releases: Path | None = None) -> Path:
    """Directory of the current release, or of its preview; raises ReleaseError when nothing has been released."""
    folder = Path(releases) if releases is not None else settings.releases()
    current = folder / "current"
    if not current.is_symlink() and (folder / PREVIEW / "current").exists():
        current = folder / PREVIEW / "current"
    if current.is_symlink() and not current.exists():
        raise ReleaseError(
            "The releases folder names a newest release that is not there. Build one again: python cli.py release"
        )
    if not current.exists():
        raise ReleaseError(
            "There is no release in the releases folder yet (ANSWERABLE_RELEASES says which folder "
            "that is). Build one: python cli.py release "
            "(or, with made-up data: python cli.py demo)"
        )
    return current.resolve()


def open_release(path: Path | None = None) -> Release:
    """Open a release by its directory, its database file or the folder of releases; None: the current one.

    Raises ReleaseError when there is none or its files are missing or damaged. `release.verify`
    checks every byte; this looks only as far as it must to answer questions.
    """
    directory = _directory(path)
    manifest = _read_manifest(directory / MANIFEST)
    database = directory / DATABASE
    if not database.is_file():
        raise ReleaseError(f"Release {directory.name} is damaged: {DATABASE} is missing.")
    try:
        connection = duckdb.connect(str(database), read_only=True, config=_LOCKED)
        with connection.cursor() as cursor:
            held = {
                name
                for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
            }
    except duckdb.Error:
        raise ReleaseError(
            f"Release {directory.name} is damaged: {DATABASE} cannot be opened. "
            "Check it: python cli.py verify"
        ) from None
    if not held >= _NEEDED:
        connection.close()
        lacking = ", ".join(sorted(_NEEDED - held))
        raise ReleaseError(f"Release {directory.name} is damaged: it lacks {lacking}.")
    return Release(directory, manifest, connection)


def before(release: Release) -> list[dict]:
    """Manifests of the releases before this one, newest first, as far as they still stand beside it."""
    found: list[dict] = []
    names = {release.release_id}
    name = release.manifest.get("previous_release")
    while name and name not in names:
        names.add(name)
        try:
            # The name alone: a manifest leads nowhere but to its neighbours.
            found.append(_read_manifest(release.path.parent / Path(name).name / MANIFEST))
        except ReleaseError:
            break
        name = found[-1].get("previous_release")
    return found


# Nothing that runs on a release reads or writes another file; results need no spilling to disk.
_LOCKED = {"enable_external_access": "false", "temp_directory": ""}


def _directory(path: Path | None) -> Path:
    if path is None:
        return latest()
    path = Path(path)
    if path.is_file():
        return path.resolve().parent
    if (path / MANIFEST).exists() or (path / DATABASE).exists():
        return path.resolve()
    return latest(path)


def _read_manifest(path: Path) -> dict:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        manifest["release_id"], manifest["is_synthetic"]
    except FileNotFoundError:
        raise ReleaseError(
            f"Release {path.parent.name} is damaged: {MANIFEST} is missing."
        ) from None
    except (ValueError, KeyError, TypeError):
        raise ReleaseError(
            f"Release {path.parent.name} is damaged: {MANIFEST} cannot be read."
        ) from None
    return manifest
