"""Reads the table declarations by walking `data/schema/tables/`: one TOML file a table."""

import tomllib
from functools import cache
from pathlib import Path

from data.schema.model import Column, Table

FOLDER = Path(__file__).parent / "tables"


@cache
def tables() -> dict[str, Table]:
    """Every table of the case model by name, referenced tables before those that refer to them."""
    declared = {path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))}
    ordered: dict[str, Table] = {}

    def place(name: str) -> None:
        if name in ordered:
            return
        for _, referenced, _ in declared[name].references():
            if referenced != name:
                place(referenced)
        ordered[name] = declared[name]

    for name in declared:
        place(name)
    return ordered


def submitted_tables() -> dict[str, Table]:
    """The tables an agency may send: all but receipts, which intake writes itself."""
    return {name: table for name, table in tables().items() if table.kind != "receipt"}


def _read(path: Path) -> Table:
    declaration = tomllib.loads(path.read_text(encoding="utf-8"))
    columns = {
        name: Column(name=name, **properties)
        for name, properties in declaration.pop("columns").items()
    }
    return Table(name=path.stem, columns=columns, key=tuple(declaration.pop("key")), **declaration)
