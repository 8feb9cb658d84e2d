"""What the audit of fairness reads: the comparisons of groups that a reader has chosen, and their families of tests."""

from dataclasses import dataclass

import streamlit as st

from charts.forest import named
from charts.format import is_missing
from charts.verdicts import VERDICTS
from languages import phrase
from release.read import Release
from views import choices, reading
from views.cached import said_resource
from views.compliance_filters import ALL
from views.filters import breakdown_label

PAGE = "fairness_audit"
FAMILY = ("jurisdiction", "scope", "source", "period_start", "period_end")
"""All groups and metrics of one place and period are tested as one family, declared before any number was seen."""
_TOLD_TOGETHER = ("metric_id", "source", "origin", "unit_counted", "jurisdiction", "breakdown")


@dataclass(frozen=True)
class Choice:
    """Codes of what is chosen; ALL where nothing is left out."""

    place: str = ALL
    breakdown: str = ALL
    verdict: str = ALL

    def fits(self, row: dict) -> bool:
        """True where place and breakdown let the comparison pass."""
        return self.place in (ALL, row["jurisdiction"]) and self.breakdown in (
            ALL,
            row["breakdown"],
        )


def chosen(release: Release, choice: Choice) -> list[dict]:
    """The newest rows of `disparities` that place and breakdown let pass, of any verdict."""
    return [row for row in newest(release) if choice.fits(row)]


def newest(release: Release) -> list[dict]:
    """Of each metric, place and breakdown the newest years in which anything could be told.

    In the order of justice, then by place, breakdown and group: never by the size of a difference.
    """
    return _newest(release, release.release_id)


def families(release: Release) -> dict[tuple, dict[str, int]]:
    """FAMILY -> how many comparisons were `asked`, how many of them could be `tested`."""
    return _families(release, release.release_id)


def family(row: dict) -> tuple:
    """The family of tests a comparison belongs to."""
    return tuple(row[name] for name in FAMILY)


def differs(row: dict) -> bool:
    """True where a difference was found, whatever explains it."""
    return row["verdict"] in ("difference", "difference_explained")


def is_tested(row: dict) -> bool:
    """True where there were enough of both groups for a test."""
    return row["verdict"] != "cannot_tell"


# Groups are put in order by their names.
@said_resource(max_entries=4, show_spinner=False)
def _newest(_release: Release, release_id: str) -> list[dict]:
    names = reading.labels(_release)
    order = {key: place for place, key in enumerate(reading.definitions(_release))}
    rows = [
        row
        for row in reading.rows(_release, "disparities")
        if row["jurisdiction"] not in names.groups and row["metric_id"] in order
    ]
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    # Where the question does not arise there is nothing to compare, and nothing that is not told.
    rows = [row for row in rows if row["reason"] != "not_applicable"]
    together: dict[tuple, list[dict]] = {}
    for row in rows:
        together.setdefault(tuple(row[name] for name in _TOLD_TOGETHER), []).append(row)
    kept = [row for alike in together.values() for row in _last_told(alike)]
    return sorted(
        kept,
        key=lambda row: (
            order[row["metric_id"]],
            names.place(row["jurisdiction"]),
            row["breakdown"],
            row["horizon_days"] or 0,
            named(row, names),
        ),
    )


def _last_told(rows: list[dict]) -> list[dict]:
    told = [row for row in rows if not row["reason"]] or rows
    last = max((row["period_end"], row["period_start"]) for row in told)
    return [row for row in rows if (row["period_end"], row["period_start"]) == last]


@st.cache_resource(max_entries=2, show_spinner=False)
def _families(_release: Release, release_id: str) -> dict[tuple, dict[str, int]]:
    found: dict[tuple, dict[str, int]] = {}
    for row in reading.rows(_release, "disparities", (*FAMILY, "p_value")):
        counted = found.setdefault(family(row), {"asked": 0, "tested": 0})
        counted["asked"] += 1
        counted["tested"] += not is_missing(row["p_value"])
    return found


def choose(release: Release) -> Choice:
    """Shows the filters side by side and returns what is chosen."""
    found = sorted({row["breakdown"] for row in newest(release)})
    breakdowns = {ALL: phrase("By anything")} | {code: breakdown_label(code) for code in found}
    verdicts = {ALL: phrase("All verdicts")} | {
        code: words.label for code, words in VERDICTS.items()
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return Choice(
            choices.place(release, PAGE),
            choices.one("breakdown", phrase("Groups"), breakdowns, PAGE),
            choices.one("verdict", phrase("Verdict"), verdicts, PAGE),
        )
