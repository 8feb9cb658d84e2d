"""The door to the case store for everything that counts."""

from pathlib import Path

import duckdb

from data.store.places import case_store_file
from data.store.problems import StoreError

MEMORY = "3GB"
"""What the database keeps in memory; beyond it, it writes to a folder beside its file, inside the vault."""


def open_case_store(vault: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection. Raises StoreError when no store was built yet or the file is damaged."""
    path = case_store_file(vault)
    if not path.exists():
        raise StoreError("There is no case store yet. `python cli.py release` builds it.")
    try:
        return duckdb.connect(str(path), read_only=True, config={"memory_limit": MEMORY})
    except duckdb.Error as error:
        raise StoreError(
            "The case store cannot be opened. It can be deleted: the next release rebuilds it from the accepted submissions."
        ) from error
