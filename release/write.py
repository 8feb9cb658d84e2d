"""The only writer of a release: a fresh file in a temporary folder, synced, then renamed into place.

Killed at any moment, it leaves at most a folder whose name begins with `.building-`; the last
release stays whole and `current` stays valid.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from release.columnar import as_columns
from release.lock import BUILDING, only_writer
from release.manifest import complete_manifest, sha256_of
from release.problems import BuildError
from release.read import DATABASE, MANIFEST
from release.release_table import quoted
from release.tables import TABLES

# Opens in DuckDB 1.4 and later; files in the newest format would shut out readers of older ones.
STORAGE_VERSION = "v1.4.0"
ROWS_READ_TOGETHER = 16_384
"""Rows lie in order of their keys, so whoever asks for one number opens one group of this many rows."""


def write_release(
    folder: Path,
    tables: dict[str, pd.DataFrame],
    manifest: dict,
    check: Callable[[Path], None] = lambda file: None,
) -> Path:
    """Write one release below `folder`, point `current` at it and return its directory.

    `tables` holds a frame for every release table except `release`; `manifest` the facts that only
    the caller knows (released_on, parameters, code_version, receipts, is_synthetic, scopes). Content
    that was released before is not written again: its directory is returned and made current.
    `check` looks at the finished file before anybody else can, and raises to stop the release.
    """
    columns = {
        name: as_columns(table, tables[name]) for name, table in TABLES.items() if name != "release"
    }
    with only_writer(folder):
        manifest = complete_manifest(folder, columns, manifest)
        directory = folder / manifest["release_id"]
        if directory.exists():
            _check_whole(directory)
        else:
            columns["release"] = as_columns(TABLES["release"], _release_row(manifest))
            _write_directory(directory, columns, manifest, check)
        point_current_at(directory)
    return directory


def point_current_at(directory: Path) -> None:
    """Make `current` beside the directory name it, in one step that readers never see half done."""
    link = directory.parent / "current"
    temporary = directory.parent / f"{BUILDING}current-{os.getpid()}"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(directory.name)
    os.replace(temporary, link)
    _sync(directory.parent)


def is_whole(directory: Path) -> bool:
    """Whether a release's database is the one that its manifest promises."""
    try:
        promised = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        return sha256_of(directory / DATABASE) == promised
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _check_whole(directory: Path) -> None:
    """A release made current again must still be what it was."""
    if not is_whole(directory):
        raise BuildError(
            f"This content was released before as {directory.name}, but its files are damaged. "
            "Move that directory away, then release again."
        )


def _write_directory(
    directory: Path, columns: dict[str, pa.Table], manifest: dict, check: Callable[[Path], None]
) -> None:
    building = Path(tempfile.mkdtemp(prefix=BUILDING, dir=directory.parent))
    try:
        database = building / DATABASE
        _write_database(database, columns)
        check(database)
        manifest = manifest | {"sha256": sha256_of(database), "bytes": database.stat().st_size}
        (building / MANIFEST).write_text(json.dumps(manifest, indent=2, default=str) + "\n")
        for path in building.iterdir():
            _sync(path)
            path.chmod(0o444)
        _sync(building)
        building.chmod(0o755)
        os.rename(building, directory)
        _sync(directory.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _write_database(path: Path, columns: dict[str, pa.Table]) -> None:
    with duckdb.connect() as connection:
        connection.execute(
            f"ATTACH {quoted(str(path))} AS release_file "
            f"(STORAGE_VERSION {quoted(STORAGE_VERSION)}, ROW_GROUP_SIZE {ROWS_READ_TOGETHER})"
        )
        for name, table in TABLES.items():
            connection.execute(table.create_statement("release_file"))
            connection.register("incoming", columns[name])
            connection.execute(f'INSERT INTO release_file."{name}" SELECT * FROM incoming')
            connection.unregister("incoming")
            for statement in table.comment_statements("release_file"):
                connection.execute(statement)
        connection.execute("CHECKPOINT release_file")
        connection.execute("DETACH release_file")


def _release_row(manifest: dict) -> pd.DataFrame:
    row = {name: manifest[name] for name in TABLES["release"].columns}
    return pd.DataFrame([row | {"scopes": "\n".join(manifest["scopes"])}])


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
