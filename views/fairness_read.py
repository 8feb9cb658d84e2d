"""What the audit of fairness reads: the comparisons of groups that a reader has chosen, and their families of tests."""

from dataclasses import dataclass

import streamlit as st

from charts.format import is_missing
from charts.select import by_column
from charts.signals import select_differences
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


# Groups are put in order by their names.
@said_resource(max_entries=4, show_spinner=False)
def _newest(_release: Release, release_id: str) -> list[dict]:
    names = reading.labels(_release)
    rows = [
        r for r in reading.rows(_release, "disparities") if r["jurisdiction"] not in names.groups
    ]
    by_metric = by_column(rows, "metric_id")
    return [
        row
        for key in reading.definitions(_release)
        for row in select_differences(by_metric.get(key, ()), names)
    ]


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
