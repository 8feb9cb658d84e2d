"""The door to the case store for everything that counts."""

from pathlib import Path

import duckdb

from data.store.places import case_store_file
from data.store.problems import StoreError

MEMORY = "3GB"
"""What the database keeps in memory; beyond it, it writes to a folder beside its file, inside the vault."""
SMALL = 200_000_000
"""Bytes. In a smaller store statements are so short that a second thread costs more processor time than it spares time."""


def open_case_store(vault: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection. Raises StoreError when no store was built yet or the file is damaged."""
    path = case_store_file(vault)
    if not path.exists():
        raise StoreError("There is no case store yet. `python cli.py release` builds it.")
    try:
        config = {"memory_limit": MEMORY} | ({"threads": 1} if path.stat().st_size < SMALL else {})
        return duckdb.connect(str(path), read_only=True, config=config)
    except duckdb.Error as error:
        raise StoreError(
            "The case store cannot be opened. It can be deleted: the next release rebuilds it from the accepted submissions."
        ) from error
