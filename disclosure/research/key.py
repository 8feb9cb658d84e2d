"""The key that rounds the research tables: kept in a file outside every release, and needed to repeat one."""

import os
import secrets
from pathlib import Path

import settings

SYNTHETIC = b"answerable: rounding of synthetic data, known to everybody"
"""Made-up people need no secret, and anybody can repeat the demonstration."""
LEAST_BYTES = 32
NAME = "research.key"


def research_key(vault: Path, *, is_synthetic: bool) -> bytes:
    """The key of this installation: the named file, or one that is made once in the vault.

    Raises FileNotFoundError where the named file is missing, ValueError where a key is too short to
    withstand guessing.
    """
    if is_synthetic:
        return SYNTHETIC
    file = settings.key_file()
    if file is None:
        file = vault / NAME
        _make_once(file)
    key = file.read_bytes().strip()
    if len(key) < LEAST_BYTES:
        raise ValueError(f"The key in {file.name} is shorter than {LEAST_BYTES} characters.")
    return key


def _make_once(file: Path) -> None:
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Whole under its own name from the start: a reader never meets half a key.
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_hex(LEAST_BYTES))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
