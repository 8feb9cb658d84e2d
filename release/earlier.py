"""What earlier releases in the same folder told, for the one that is being built."""

import json
from collections.abc import Iterator
from pathlib import Path

from disclosure.earlier import Earlier, Tables
from release.meanings import policy_lines
from release.read import MANIFEST, ReleaseError, open_release

READ = (
    "plan",
    "strata",
    "counted_sets",
    "nested_sets",
    "definitions",
    "policy",
    "compliance",
    "compliance_evidence",
    "release",
)
"""Tables of the newest that are read beside its results; old releases lack some."""


def earlier_releases(
    folder: Path, receipts: list[dict], code_version: str, *, is_synthetic: bool
) -> Earlier | None:
    """Every release before this one, newest first; None where there is none.

    A release of the same submissions by the same program is this one, built before: it is compared
    with what came before it, so that building it again gives it again.
    """
    chain = []
    for manifest, directory in _chain(folder):
        is_this = (
            manifest.get("receipts") == receipts and manifest.get("code_version") == code_version
        )
        if manifest.get("is_synthetic") == is_synthetic and not (is_this and not chain):
            chain.append(directory)
    if not chain:
        return None
    newest = _tables(chain[0], READ)
    older = [_tables(directory, ()) for directory in chain[1:]]
    today = policy_lines()
    same = "policy" in newest and newest["policy"].astype(str).equals(
        today.sort_values("name", ignore_index=True).astype(str)
    )
    return Earlier((newest, *older), is_same_policy=same)


def _chain(folder: Path) -> Iterator[tuple[dict, Path]]:
    """The current release and those before it, as far as they are still there."""
    name, seen = "current", set()
    while name and name not in seen:
        seen.add(name)
        try:
            manifest = json.loads((folder / name / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        yield manifest, (folder / name).resolve()
        name = manifest.get("previous_release")


def _tables(directory: Path, wanted: tuple[str, ...]) -> Tables:
    with open_release(directory) as release:
        found = {"results": release.table("results")}
        for name in wanted:
            try:
                found[name] = release.table(name)
            except ReleaseError:
                continue
    return found
