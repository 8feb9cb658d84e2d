"""Where things stand inside the vault: the restricted folder, readable by its owner only."""

import os
from pathlib import Path

PRIVATE = 0o700


def open_vault(vault: Path) -> Path:
    """The vault, made where it is missing and closed to everybody but its owner."""
    vault = Path(vault)
    for folder in (vault, accepted_folder(vault), rejected_folder(vault)):
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        os.chmod(folder, PRIVATE)
    return vault


def accepted_folder(vault: Path) -> Path:
    """One folder an accepted submission."""
    return Path(vault) / "submissions"


def rejected_folder(vault: Path) -> Path:
    """One folder a submission that was not accepted: its report only, no data."""
    return Path(vault) / "rejected"


def case_store_file(vault: Path) -> Path:
    """The database rebuilt from the accepted submissions."""
    return Path(vault) / "case_store.duckdb"
