"""What stands in `manifest.json` beside a release: enough to check it and to build it again."""

import hashlib
import subprocess
from datetime import date
from pathlib import Path

import pyarrow as pa

from release.content import content_hash

FORMAT = 1


def complete_manifest(folder: Path, columns: dict[str, pa.Table], facts: dict) -> dict:
    """The caller's facts with release_id, content hash, row counts and the release that came before."""
    hashed = content_hash(columns, facts["parameters"])
    released_on = facts.get("released_on") or date.today()
    known = sorted(folder.glob(f"????-??-??-{hashed[:12]}"))
    release_id = known[0].name if known else f"{released_on}-{hashed[:12]}"
    return {
        "format": FORMAT,
        "release_id": release_id,
        "released_on": str(released_on),
        "content_hash": hashed,
        "code_version": facts.get("code_version") or "unknown",
        "is_synthetic": bool(facts["is_synthetic"]),
        "scopes": sorted(facts["scopes"]),
        "previous_release": previous_release(folder),
        "parameters": facts["parameters"],
        "receipts": facts["receipts"],
        "rows": {name: table.num_rows for name, table in sorted(columns.items())},
    }


def previous_release(folder: Path) -> str | None:
    """The release `current` points at now, if there is one."""
    current = folder / "current"
    return current.resolve().name if current.exists() else None


def code_version(root: Path) -> str:
    """The version of the program by its history; unknown where there is none."""
    try:
        answer = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--tags"],
            cwd=root,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return answer.stdout.strip() or "unknown"


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
