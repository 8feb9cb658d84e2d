"""What a reader has chosen to see of compliance; every choice stands in the address."""

from dataclasses import dataclass

import streamlit as st

from charts.compliance import STATE_MARKS
from languages import later, phrase
from release.read import Release
from views import compliance_read, reading, shown
from views.filter_box import filter_box, in_english
from views.filters import place_label

ALL = "all"
ASPECTS = ("law", "institution", "practice", "outcome")
FORCES = {
    "binding": later("Binding duties"),
    "soft": later("Soft duties"),
    "unilateral": later("Standards of one State"),
}
FRESHNESS = {
    ALL: later("Of any age"),
    "current": later("With current evidence"),
    "stale": later("With stale evidence only"),
}
LABELS = {
    "force": later("Force"),
    "place": later("Place"),
    "theme": later("Theme"),
    "instrument": later("Instrument"),
    "aspect": later("Aspect"),
    "state": later("State"),
    "freshness": later("Freshness"),
}


@dataclass(frozen=True)
class Choice:
    """Codes of what is chosen, `all` where nothing is left out; `words` are (filter, words in the address), which
    are English in every language."""

    force: str = "binding"
    aspect: str = ALL
    state: str = ALL
    freshness: str = ALL
    place: str = ALL
    instrument: str = ALL
    theme: str = ALL
    words: tuple[tuple[str, str], ...] = ()

    def fits(self, cell: dict) -> bool:
        """True where force, aspect and freshness let the cell pass."""
        return (
            cell["force_group"] == self.force
            and self.aspect in (ALL, cell["aspect"])
            and self.freshness in (ALL, freshness(cell))
        )

    def is_listed(self, cell: dict) -> bool:
        """True where every choice lets the cell pass."""
        return (
            self.place in (ALL, cell["jurisdiction"])
            and self.instrument in (ALL, cell["instrument"])
            and self.state in (ALL, cell["state"])
            and (self.theme == ALL or self.theme in cell["themes"])
            and self.fits(cell)
        )

    def kept(self, *but: str) -> dict[str, str]:
        """The choices as words of an address, without some."""
        return {key: words for key, words in self.words if key not in but}


def freshness(cell: dict) -> str:
    """current, stale, or none where there is nothing that could have an age."""
    if (cell["figures"] or 0) + (cell["statements"] or 0):
        return "current"
    return "none" if cell["newest"] is None else "stale"


def choose(release: Release) -> Choice:
    """Shows the filters and returns what is chosen."""
    words, english = _words(release), in_english(lambda: _words(release))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = {key: _one(key, words[key], english[key]) for key in words}
    told = {
        key: english[key][code] for key, code in chosen.items() if code != next(iter(words[key]))
    }
    return Choice(**chosen, words=tuple(told.items()))


def _words(release: Release) -> dict[str, dict[str, str]]:
    """Filter -> its options with their words."""
    names = reading.labels(release)
    held = _held(release, release.release_id)
    places = sorted(held["place"], key=names.place)
    known = compliance_read.instruments(release)
    themes = {each: compliance_read.theme_name(release, each) for each in held["theme"]}
    return {
        "force": {key: phrase(said) for key, said in FORCES.items()},
        "place": {ALL: phrase("All places")} | {each: place_label(each, names) for each in places},
        "theme": {ALL: phrase("All themes")} | _by_name(themes),
        "instrument": {ALL: phrase("All instruments")}
        | {key: name for key, name in known.items() if key in held["instrument"]},
        "aspect": {ALL: phrase("All aspects")}
        | {each: names.category("aspect", each) for each in ASPECTS},
        "state": {ALL: phrase("All states")}
        | {each: names.category("compliance_state", each) for each in STATE_MARKS},
        "freshness": {key: phrase(said) for key, said in FRESHNESS.items()},
    }


def listed(release: Release, choice: Choice) -> list[dict]:
    """The cells that every choice lets pass; duties that apply before those that do not."""
    return _listed(release, release.release_id, choice.words, choice)


@st.cache_resource(max_entries=2, show_spinner=False)
def _held(_release: Release, release_id: str) -> dict[str, set[str]]:
    """What there is to choose from."""
    held = compliance_read.cells(_release)
    return {
        "place": {cell["jurisdiction"] for cell in held},
        "theme": {theme for cell in held for theme in cell["themes"]},
        "instrument": {cell["instrument"] for cell in held},
    }


# The words of an address name a choice in full, so that it need not be hashed.
@st.cache_resource(max_entries=32, show_spinner=False)
def _listed(_release: Release, release_id: str, words: tuple, _choice: Choice) -> list[dict]:
    found = [cell for cell in compliance_read.cells(_release) if _choice.is_listed(cell)]
    return sorted(found, key=lambda cell: cell["counts_as"] == "out")


def _by_name(found: dict[str, str]) -> dict[str, str]:
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _one(key: str, words: dict[str, str], english: dict[str, str]) -> str:
    label = phrase(LABELS[key])
    chosen = filter_box(
        label,
        list(words),
        format_func=lambda code: words.get(code, code),
        english=lambda code: english.get(code, code),
        key=key,
        width=210,
    )
    shown.choice(label, words[chosen])
    return chosen
