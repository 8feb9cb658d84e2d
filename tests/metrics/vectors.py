"""Sets of test vectors beside the project, found by the columns their files hold, whatever their names.

Nothing of them is copied here: a set of a known kind put beside the others, or another set under a
known name, is checked as it is.
"""

import csv
import os
import re
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

CLOSED_FORM = 1e-9
"""Absolute tolerance of closed forms; labels are compared exactly."""
DIGITS = 1e-12
"""Numbers are printed with fifteen digits: relative tolerance for large ones."""
ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("ANSWERABLE_SHARED") or ROOT.parent / "shared") / "vectors"
CHECKED: set[Path] = set()
"""Files that some test reads its expectations from."""


@cache
def headings() -> dict[Path, frozenset[str]]:
    """Every file of every set, with the names of its columns."""
    found = {}
    for path in sorted(FOLDER.glob("*/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            found[path] = frozenset(next(csv.reader(lines), ()))
    return found


def each(*columns: str):
    """Run a test once for every file that has these columns, as `file`; skip it where there is none."""
    found = [path for path, held in headings().items() if held.issuperset(columns)]
    CHECKED.update(found)
    nothing = pytest.mark.skip(f"no vectors with {', '.join(columns)} in ../shared/vectors")
    return pytest.mark.parametrize(
        "file",
        [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in found]
        or [pytest.param(None, marks=nothing)],
    )


def read(file: Path) -> pd.DataFrame:
    """The table of a file; names of groups are text even where they are numbers."""
    return pd.read_csv(file, dtype={"group": str}, encoding="utf-8-sig")


def beside(file: Path, *columns: str) -> Path:
    """The file of the same set with these columns, and the fewest others. Raises LookupError without one."""
    found = [
        path
        for path, held in headings().items()
        if path.parent == file.parent and held.issuperset(columns)
    ]
    if not found:
        raise LookupError(f"no file with {', '.join(columns)} beside {file}")
    return min(found, key=lambda path: len(headings()[path]))


def said_of(file: Path) -> str:
    """What the source of a set says of it in words; "" where there is no such file."""
    source = file.parent / "SOURCE.txt"
    return source.read_text(encoding="utf-8") if source.exists() else ""


def within_groups(persons: pd.DataFrame, expected: pd.DataFrame):
    """(persons, what is expected of them) for each group named; "ALL", or no column, is everybody."""
    if "group" not in expected:
        yield persons, expected
        return
    for group, wanted in expected.groupby("group"):
        yield persons if group == "ALL" else persons[persons["group"] == group], wanted


def limits_of(row: dict):
    """(level, lower, upper) of a row: lower95_0cl is of 0.95; lowercl is of the level its row names."""
    pairs = []
    for column in row:
        if named := re.fullmatch(r"lower(\d+)_(\d+)cl", column):
            pairs.append((float(".".join(named.groups())) / 100, column))
    if "lowercl" in row:
        pairs.append((level_of(row["confidence"]), "lowercl"))
    for level, column in pairs:
        lower, upper = row[column], row[column.replace("lower", "upper")]
        if pd.notna(lower) or pd.notna(upper):
            yield level, lower, upper


def level_of(confidence: str | float) -> float:
    """0.95 of "95%", 95 and 0.95."""
    number = float(str(confidence).rstrip("% "))
    return number / 100 if number > 1 else number


def per(statistic: str) -> float:
    """The number a rate is given for: 100000 in "rate (crude per 100,000)", 100 in "ratio x 100"."""
    return float(re.search(r"(?:per|x) ([\d,]+)", statistic)[1].replace(",", ""))


def decimals(file: Path, *columns: str) -> int:
    """How many decimals the columns are printed with, the fewest of them."""
    text = pd.read_csv(file, dtype=str, usecols=columns)
    longest = [text[each].str.extract(r"\.(\d+)$")[0].str.len().max() for each in columns]
    return int(min(0 if pd.isna(length) else length for length in longest))


def same(found, wanted, absolute: float = CLOSED_FORM, relative: float = DIGITS) -> None:
    """Equal within the tolerance, and empty where the other is empty."""
    np.testing.assert_allclose(
        np.asarray(found, float), np.asarray(wanted, float), atol=absolute, rtol=relative
    )
