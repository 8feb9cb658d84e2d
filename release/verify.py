"""Checks a finished release from outside: bytes, content, completeness and safety."""

import json
import stat
from pathlib import Path

import duckdb
import pandas as pd

from disclosure.check import DisclosureError, check_protected
from release.columnar import as_columns
from release.complete import incomplete
from release.content import content_hash
from release.manifest import sha256_of
from release.read import DATABASE, MANIFEST, Release, ReleaseError, open_release
from release.tables import TABLES


def verify(path: Path) -> list[str]:
    """Every problem of the release in this directory, one sentence each; empty when it is whole and safe."""
    directory = Path(path).resolve()
    if not directory.is_dir():
        return [f"There is no release directory {directory}."]
    found = [*_files(directory), *_current(directory.parent)]
    try:
        with open_release(directory) as release:
            found += _inside(release)
    except ReleaseError as problem:
        found.append(str(problem))
    return found


def _files(directory: Path) -> list[str]:
    found = []
    for name in (DATABASE, MANIFEST):
        file = directory / name
        if file.exists() and file.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            found.append(f"{name} is not read-only: a release is never changed.")
    strange = sorted(
        file.name for file in directory.iterdir() if file.name not in (DATABASE, MANIFEST)
    )
    if strange:
        found.append(
            f"The directory holds files that are no part of a release: {', '.join(strange)}."
        )
    try:
        promised = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        if sha256_of(directory / DATABASE) != promised:
            found.append(f"{DATABASE} was changed: its SHA-256 is not the one in {MANIFEST}.")
    except (OSError, ValueError, KeyError, TypeError):
        found.append(f"The SHA-256 of {DATABASE} cannot be compared with {MANIFEST}.")
    return found


def _current(folder: Path) -> list[str]:
    current = folder / "current"
    if not current.is_symlink():
        return [f"{current} does not point at a release."]
    target = current.resolve()
    if not (target.parent == folder and (target / DATABASE).is_file()):
        return [f"{current} points at something that is not a release beside it."]
    return []


def _inside(release: Release) -> list[str]:
    try:
        frames = {name: release.table(name) for name in TABLES}
        tables = {name: as_columns(TABLES[name], frame) for name, frame in frames.items()}
    except (ReleaseError, ValueError) as problem:
        return [str(problem)]
    except duckdb.Error:
        return [f"{DATABASE} is damaged: its tables cannot be read to the end."]
    manifest = release.manifest
    found = []
    if content_hash(tables, manifest.get("parameters", {})) != manifest.get("content_hash"):
        found.append(f"The content hash is not the one in {MANIFEST}.")
    if {n: t.num_rows for n, t in tables.items() if n != "release"} != manifest.get("rows"):
        found.append(f"The tables do not have the numbers of rows that {MANIFEST} states.")
    found += _identity(release, frames["release"])
    found += incomplete(frames["results"], frames["definitions"])
    return found + _safety(frames)


def _identity(release: Release, row: pd.DataFrame) -> list[str]:
    if len(row) != 1:
        return ["The table release does not have exactly one row."]
    found = []
    for name in ("release_id", "content_hash", "is_synthetic"):
        if row[name].iloc[0] != release.manifest.get(name):
            found.append(f"{name} in the file is not the one in {MANIFEST}.")
    if release.path.name != release.release_id:
        found.append(f"The directory is not named {release.release_id}.")
    return found


def _safety(frames: dict[str, pd.DataFrame]) -> list[str]:
    definitions = frames["definitions"]
    kinds = dict(zip(definitions["metric_id"], definitions["kind"], strict=True))
    try:
        check_protected(frames["results"], kinds)
    except DisclosureError as problem:
        return [str(problem)]
    return []
