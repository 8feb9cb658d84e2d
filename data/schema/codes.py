"""Reads the code lists by walking `data/schema/codes/`: one TOML file a list."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "codes"


@dataclass(frozen=True)
class Code:
    """One allowed value: the code as stored, its label for readers, and its name in the source standard if it has one."""

    code: str
    label: str
    standard_code: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class CodeList:
    """An ordered list of allowed values and the standard it follows."""

    name: str
    meaning: str
    standard: str
    codes: dict[str, Code]


@cache
def code_lists() -> dict[str, CodeList]:
    """Every code list by name."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))}


def _read(path: Path) -> CodeList:
    declaration = tomllib.loads(path.read_text(encoding="utf-8"))
    codes = {}
    for code, value in declaration["codes"].items():
        # The short form `male = "Male"` is a label; the long form adds the standard's own code.
        properties = {"label": value} if isinstance(value, str) else value
        codes[code] = Code(code=code, **properties)
    return CodeList(path.stem, declaration["meaning"], declaration["standard"], codes)
