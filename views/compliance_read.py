"""Duties and how they stand, read from a release and kept ready: cells of `compliance` joined with their duty."""

import streamlit as st

from charts import release_words
from charts.compliance import force_group
from languages import later, phrase
from release.read import Release
from views import reading
from views.filter_box import in_english
from views.filters import place_address
from views.html import Markup, link

PAGE, CELL_PAGE = "compliance", "compliance_cell"
NOTHING = later(
    "This release holds no table of compliance: it was made before there was one, or nothing that "
    "could fill it was known."
)
NO_THEME = "without"
"""Stands for the theme of duties that an older release gives none."""

COLUMNS = (
    *("jurisdiction", "obligation_id", "aspect", "applies", "applies_because", "state", "rule"),
    *("because", "counts_as", "best_grade", "figures", "statements", "newest", "oldest", "replies"),
)


class Themes(tuple):
    """Themes of a duty; in a file they stand one a line."""

    def __str__(self) -> str:
        return "\n".join(self)


def cells(release: Release) -> list[dict]:
    """Every cell with `themes`, `instrument` and `force_group` of its duty, duties in the order of their texts."""
    return _cells(release, release.release_id)


def of_cell(release: Release, table: str, place: str, obligation: str, aspect: str) -> list[dict]:
    """Rows of a table about one duty, at one place, in one aspect."""
    about = {"jurisdiction": place, "obligation_id": obligation, "aspect": aspect}
    return reading.rows(release, table, **about)


def duties(release: Release) -> dict[str, dict]:
    """Obligation -> its row, in the order of the table."""
    return _duties(release, release.release_id)


def themes(duty: dict) -> list[str]:
    """Themes of a duty."""
    return reading.lines(duty.get("themes")) or [NO_THEME]


def instruments(release: Release) -> dict[str, str]:
    """Instrument -> the name readers use, in the order of names; its title in older releases."""
    english = _instruments(release, release.release_id)
    return {key: release_words.label(name) for key, name in english.items()}


def theme_name(release: Release, theme: str) -> str:
    """Theme for readers."""
    if theme == NO_THEME:
        return phrase("No theme given")
    return reading.labels(release).category("theme", theme)


def duty_name(release: Release, obligation: str) -> str:
    """Article and instrument: 12(3), Palermo Protocol."""
    duty = duties(release).get(obligation)
    if duty is None:
        return obligation
    name = instruments(release).get(duty["instrument"], duty["instrument"])
    return f"{duty['article'] or obligation}, {name}"


def cell_link(text, place: str, obligation: str, aspect: str) -> Markup:
    """A link to the page of one cell."""
    return link(text, CELL_PAGE, place=place, obligation=obligation, aspect=aspect)


def page_link(release: Release, text, **chosen: str | None) -> Markup:
    """A link to the page of all gaps; `place`, `theme` and `instrument` are codes, other filters words of the address."""
    names = reading.labels(release)
    place, theme = chosen.get("place"), chosen.get("theme")
    if place:
        chosen["place"] = place_address(place, names)
    if theme:
        chosen["theme"] = in_english(lambda: theme_name(release, theme))
    if chosen.get("instrument"):
        chosen["instrument"] = _instruments(release, release.release_id).get(chosen["instrument"])
    return link(text, PAGE, **chosen)


@st.cache_resource(max_entries=2, show_spinner=False)
def _cells(_release, release_id: str) -> list[dict]:
    known = duties(_release)
    about = {
        key: {
            "themes": Themes(themes(duty)),
            "instrument": duty["instrument"],
            "force_group": force_group(duty),
        }
        for key, duty in known.items()
    }
    unknown = {"themes": Themes([NO_THEME]), "instrument": "", "force_group": "soft"}
    found = [
        row | about.get(row["obligation_id"], unknown)
        for row in reading.rows(_release, "compliance", COLUMNS)
    ]
    order = {key: place for place, key in enumerate(known)}
    found.sort(key=lambda row: (order.get(row["obligation_id"], len(order)), row["aspect"]))
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _duties(_release, release_id: str) -> dict[str, dict]:
    return {row["obligation_id"]: row for row in reading.table(_release, "obligations")}


@st.cache_resource(max_entries=2, show_spinner=False)
def _instruments(_release, release_id: str) -> dict[str, str]:
    rows = reading.table(_release, "obligations")
    found = {row["instrument"]: row["instrument_title"] or row["instrument"] for row in rows}
    short = {row["instrument"]: row["short_title"] for row in reading.rows(_release, "instruments")}
    found |= {key: name for key, name in short.items() if name and key in found}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))
