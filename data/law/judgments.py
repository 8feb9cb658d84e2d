"""Judgments of regional and high courts, each by court and number; one entry a place that was judged.

Nobody is named: an application number leads a reader to the court, which has weighed what it prints
of whom. What looks like the title of a case, with its parties, is refused.
"""

import re
from pathlib import Path

from data.law.entries import STANDING, Entry, check_new, lines, read_entries
from data.law.fields import Field
from data.law.problems import Problems

FIELDS = {
    "id": Field("id", required=True),
    "jurisdiction": Field("place", required=True),
    "court": Field("text", required=True),
    "reference": Field("text", required=True),
    "decided_on": Field("day", required=True),
    "finding": Field("text", required=True, codes=("met", "partly_met", "not_met")),
    "obligations": Field("obligations", required=True),
    "aspect": Field("text", required=True, codes="aspect"),
    **STANDING,
}

TITLE_OF_A_CASE = re.compile(r"\b(v|vs|versus|contra)\b|\bc\.\s|\band others\b", re.IGNORECASE)


def read_judgments(folder: Path, problems: Problems) -> list[dict]:
    """Rows of JUDGMENT_COLUMNS, by place and day."""
    rows, ids = [], set()
    for path in sorted((folder / "judgments").glob("*.toml")):
        entries, _ = read_entries(path, "judgment", FIELDS, problems)
        for entry in entries:
            check_new(path, entry, ids, problems)
            _check_names_nobody(path, entry, problems)
            rows.append(_row(entry))
    return sorted(
        rows, key=lambda row: (row["jurisdiction"], row["decided_on"], row["judgment_id"])
    )


def _check_names_nobody(path: Path, entry: Entry, problems: Problems) -> None:
    for key in ("id", "court", "reference", "note"):
        if TITLE_OF_A_CASE.search(entry[key] or ""):
            problems.add(
                path,
                entry.label,
                f"{key} reads like the title of a case: name the court and the number only",
            )
    if not re.search(r"\d", entry["reference"]):
        problems.add(path, entry.label, "reference: a judgment is named by its number")


def _row(entry: Entry) -> dict:
    return {
        "jurisdiction": entry["jurisdiction"],
        "judgment_id": entry["id"],
        "court": entry["court"],
        "reference": entry["reference"],
        "decided_on": entry["decided_on"],
        "finding": entry["finding"],
        "obligation_ids": lines(entry["obligations"]),
        "aspect": entry["aspect"],
        "certainty": entry["certainty"],
        "link": entry["link"],
        "note": entry["note"],
    }
