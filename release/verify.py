"""Checks a finished release from outside: bytes, content, completeness and safety."""

import json
import stat
from pathlib import Path

import duckdb
import pandas as pd

from compliance.checking import unfounded, unkept
from disclosure.attacking.audit import audit
from release.columnar import as_columns
from release.complete import incomplete
from release.content import content_hash
from release.manifest import sha256_of
from release.protection import ATTACKED
from release.read import (
    DATABASE,
    FILES_OF_REPORTS,
    MANIFEST,
    SUMS,
    Release,
    ReleaseError,
    open_release,
)
from release.tables import TABLES

_BEFORE = ("results", "counted_sets", "nested_sets", "definitions")
"""Tables of the release before that are attacked beside those of this one."""


def verify(path: Path) -> list[str]:
    """Every problem of the release in this directory, one sentence each; empty when it is whole and safe."""
    directory = Path(path).resolve()
    if not directory.is_dir():
        return [f"There is no release directory {directory}."]
    found = [*_files(directory), *_reports(directory), *_current(directory.parent)]
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
    known = (DATABASE, MANIFEST, FILES_OF_REPORTS)
    strange = sorted(file.name for file in directory.iterdir() if file.name not in known)
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


def _reports(directory: Path) -> list[str]:
    """Files made from the release and kept beside it must be those that were made."""
    folder = directory / FILES_OF_REPORTS
    if not folder.exists():
        return []
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
        promised = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError):
        return [f"The files in {FILES_OF_REPORTS} cannot be checked: {SUMS} is missing or damaged."]
    held = {file.name for file in folder.iterdir()} - {SUMS}
    found = [f"{FILES_OF_REPORTS} lacks {name}." for name in sorted(set(promised) - held)]
    found += [
        f"{FILES_OF_REPORTS} holds {name}, which was not made with the others."
        for name in sorted(held - set(promised))
    ]
    found += [
        f"{FILES_OF_REPORTS}/{name} was changed: its SHA-256 is not the one in {SUMS}."
        for name in sorted(held & set(promised))
        if sha256_of(folder / name) != promised[name]
    ]
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
    found += incomplete(frames["results"], frames["definitions"], frames["plan"])
    found += unfounded(frames, duties(frames["obligations"]))
    before = _tables_before(release)
    if before or not manifest.get("previous_release"):
        found += unkept(frames["compliance"], (before or {}).get("compliance"))
    return found + _safety(frames, before)


def duties(obligations: pd.DataFrame) -> list[dict]:
    """Rows of the release's obligations, their themes apart."""
    themes = obligations["themes"].fillna("").str.split("\n")
    return obligations.assign(themes=themes).to_dict("records")


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


def _safety(frames: dict[str, pd.DataFrame], before: dict | None) -> list[str]:
    """What a careful reader finds in its tables, beside those of the release before.

    The research tables are attacked when a release is built: which years its people stand in, and so
    what the tables say of a count, is not all told by them.
    """
    beside = before and {name: before[name] for name in _BEFORE}
    found = audit({name: frames[name] for name in ATTACKED}, beside)
    if found.is_safe:
        return []
    families = " ".join(found.families.values())
    return [f"Numbers of few people can be read or worked out. {families}"]


def _tables_before(release: Release) -> dict[str, pd.DataFrame] | None:
    """Of the newest release before this one that was made of other data or otherwise; None where none is there."""
    manifest, seen = release.manifest, set()
    made_of = [manifest.get(name) for name in ("receipts", "code_version")]
    while (name := manifest.get("previous_release")) and name not in seen:
        seen.add(name)
        try:
            with open_release(release.path.parent / name) as before:
                manifest = before.manifest
                if before.is_synthetic != release.is_synthetic:
                    continue
                if made_of == [manifest.get(name) for name in ("receipts", "code_version")]:
                    continue
                found = {table: before.table(table) for table in _BEFORE}
                return found | _compliance_of(before)
        except ReleaseError:
            # It is not there any more, or from before it was told what counts are of.
            return None
    return None


def _compliance_of(release: Release) -> dict[str, pd.DataFrame]:
    """Its states; old releases hold none."""
    try:
        return {"compliance": release.table("compliance")}
    except ReleaseError:
        return {}
