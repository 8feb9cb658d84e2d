"""What a release is made from, as hashes: where none has changed, nothing need be worked out again."""

import hashlib
import json
import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import settings

SOURCES = (".py", ".toml", ".sql")
ROOMS = ("compliance", "data", "disclosure", "metrics", "release", "validations")
"""Rooms left of the wall, and the wall: what these do decides what a release holds."""


@cache
def hash_program() -> str:
    """SHA-256 over the files that decide what a release holds, further instruments among them, and the versions of all that is installed."""
    digest = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((settings.ROOT / room).rglob("*")):
            if path.suffix in SOURCES:
                _add_file(digest, path, settings.ROOT)
    if folder := settings.instruments():
        for path in sorted(folder.rglob("*.toml")):
            _add_file(digest, path, folder)
    installed = {f"{each.name} {each.version}" for each in distributions()}
    digest.update("\n".join([sys.version, *sorted(installed)]).encode())
    return digest.hexdigest()


def hash_inputs(receipts: list[dict], key: bytes, *, is_exact: bool) -> str:
    """SHA-256 over all that the content of a release follows from, but the releases before it.

    `receipts` are lines of the manifest, `key` rounds the research tables.
    """
    digest = hashlib.sha256(hash_program().encode())
    facts = [sorted(json.dumps(line, sort_keys=True, default=str) for line in receipts), is_exact]
    digest.update(json.dumps(facts).encode())
    digest.update(hashlib.sha256(key).digest())
    return digest.hexdigest()


def _add_file(digest, path: Path, root: Path) -> None:
    content = path.read_bytes()
    digest.update(f"{path.relative_to(root)} {len(content)}\n".encode())
    digest.update(content)
