"""Every set of vectors beside the project is checked, or it is said why no estimator here concerns it."""

import importlib
import re
from pathlib import Path

import pandas as pd
import pytest

from tests.metrics.vectors import CHECKED, FOLDER, headings, said_of

for module in sorted(Path(__file__).parent.glob("test_estimators_vectors_*.py")):
    if module != Path(__file__):
        importlib.import_module(f"tests.metrics.{module.stem}")

WITHOUT_ESTIMATOR = {
    ("x", "y", "cl", "lcl", "ucl"): "no g chart here: time between rare events is shown as it is",
    (
        "chisq",
        "df",
        "p",
    ): "no log-rank test here: groups are compared by their medians and intervals",
    ("cause", "stat", "p", "df"): "no Gray test here: groups are compared by their intervals",
}
"""Columns of a file -> why it is not checked."""
INPUTS = (
    ("time", "status"),
    ("id", "start", "stop", "event"),
    ("group", "numerator", "denominator"),
    ("area", "ageband", "count", "pop"),
    ("Age Band", "refcount", "refpop"),
    ("ev", "rate", "pop", "denominator_derived"),
    ("group", "numerator", "denominator", "Uzscore"),
    ("pw", "top", "lik"),
    ("person_id", "t", "c"),
    ("person_id", "charged_date"),
)
"""Files that a checked file is worked out from, or that belong to it."""


def sets() -> pd.DataFrame:
    """Every set: named in the index, or only there as a folder."""
    index = FOLDER / "INDEX.csv"
    named = pd.read_csv(index)[["name", "family"]] if index.exists() else pd.DataFrame()
    known = set(named.get("name", ()))
    others = sorted({path.parent.name for path in headings()} - known)
    families = [family_of(FOLDER / name) for name in others]
    return pd.concat([named, pd.DataFrame({"name": others, "family": families})], ignore_index=True)


def family_of(folder: Path) -> str:
    """The family of a set that the index does not name, as its own source says."""
    said = re.search(r"^FAMILY: *(.+?) *$", said_of(folder / "any"), re.MULTILINE)
    return said[1] if said else ""


def files_of(name: str) -> dict[Path, frozenset[str]]:
    return {path: held for path, held in headings().items() if path.parent.name == name}


def why_not(held: frozenset[str]) -> str | None:
    """Why a file need not be checked itself."""
    for columns, reason in WITHOUT_ESTIMATOR.items():
        if held == set(columns):
            return reason
    return "an input" if any(held.issuperset(columns) for columns in INPUTS) else None


EVERY = sets()
FAMILIES = {
    row.family for row in EVERY.itertuples() if row.family and CHECKED & set(files_of(row.name))
}


@pytest.mark.parametrize(
    ("name", "family"),
    [pytest.param(row.name, row.family, id=row.name) for row in EVERY.itertuples(index=False)]
    or [pytest.param("", "", marks=pytest.mark.skip("no vectors in ../shared/vectors"))],
)
def test_every_set_is_checked_or_it_is_said_why_not(name, family):
    files = files_of(name)
    if not files:
        pytest.skip(f"the index names {name}, which is not beside this checkout")
    left = {path.name for path in files if path not in CHECKED and why_not(files[path]) is None}
    is_checked = bool(CHECKED & set(files))
    if family not in FAMILIES and not is_checked and left:
        pytest.skip(f"no estimator here computes what sets of the family '{family}' are about")
    reasons = {why_not(held) for held in files.values()} - {None, "an input"}
    assert is_checked or reasons, f"nothing of {name} is checked, and nothing says why"
    if left:
        pytest.skip(
            f"{name} is checked but for {', '.join(sorted(left))}: no estimator reads those"
        )
