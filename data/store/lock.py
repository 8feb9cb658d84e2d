"""One writer of a vault at a time."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.store.places import open_vault
from data.store.problems import StoreError

PATIENCE = 60.0
"""Seconds to wait for another writer before giving up."""


@contextmanager
def locked(vault: Path, patience: float = PATIENCE) -> Iterator[Path]:
    """Holds the vault for writing. Raises StoreError when another process keeps it longer than `patience` seconds."""
    vault = open_vault(vault)
    until = time.monotonic() + patience
    with (vault / ".lock").open("w") as handle:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise StoreError(
                        "Another submission or rebuild is using the vault. Wait for it to finish, then try again."
                    ) from None
                time.sleep(0.05)
        yield vault
