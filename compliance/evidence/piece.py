"""One piece of evidence: a row of `compliance_evidence` with an id that says what it says."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from compliance.columns import EVIDENCE_COLUMNS
from compliance.plain import years_before

STALE_AFTER_YEARS = 3
"""METHODS 4.12: what is older no longer says how a duty stands."""

SAYS = ("jurisdiction", "obligation_id", "aspect", "kind", "finding", "grade", "dated_on")
"""What a piece says; with what it was made from, it decides the id."""


def piece(of: tuple, data_date: date, *, stands: bool = False, **facts) -> dict:
    """A row with every column, empty where nothing is stated; `of` identifies what it was made from.

    A piece that `stands` is no report of one day (a statute in force, a plan that runs) and is
    never stale. The id is the same in every release in which the piece says the same.
    """
    row = dict.fromkeys(EVIDENCE_COLUMNS) | facts
    if unknown := facts.keys() - EVIDENCE_COLUMNS.keys():
        raise TypeError(f"no columns of evidence: {', '.join(sorted(unknown))}")
    oldest = years_before(data_date, STALE_AFTER_YEARS)
    row["is_stale"] = not stands and row["dated_on"] is not None and row["dated_on"] < oldest
    row["is_current"] = not row["is_stale"]
    row["evidence_id"] = _hash([*(row[name] for name in SAYS), *of])
    return row


def first_aspect(obligation: Mapping, wanted: str | None = None) -> str:
    """`wanted` where it is stated, else the first aspect of the duty that is not law, else law."""
    return wanted or next((each for each in obligation["aspects"] if each != "law"), "law")


def numbers(obligation: Mapping, about: str) -> list[Mapping]:
    """The numbers about `metric`, `statute` or `report` that the instrument itself sets for the duty."""
    return [each for each in obligation.get("numbers") or () if each.get(about)]


def limit(number: Mapping) -> float:
    """The number that is asked; where each unit has to keep a limit, all of them: 1."""
    return float(number.get("at_least", number.get("at_most", 1)))


def is_kept(number: Mapping, found: float) -> bool:
    """Whether what was found is within the number asked."""
    return found <= limit(number) if "at_most" in number else found >= limit(number)


def _hash(facts: list) -> str:
    text = json.dumps(facts, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
