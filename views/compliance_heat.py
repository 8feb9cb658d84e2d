"""Themes beside places, or beside the instruments of one place: how much is met, as bounds with their bar."""

import streamlit as st

from charts.compliance import IN_SHARES, Tally, standing, state_words
from charts.release_words import inside
from languages import phrase, phrase_in, whole
from release.read import Release
from views import compliance_read, frame, reading
from views.cached import said_data
from views.compliance_filters import ALL, Choice
from views.filled import filled
from views.html import Markup, element, join, table

MOST_COLUMNS = 15
"""More places than this cannot stand side by side: they become the rows."""


def show(release: Release, choice: Choice) -> None:
    """The section."""
    names = reading.labels(release)
    is_one_place = choice.place != ALL
    place = names.place(choice.place)
    frame.section(
        phrase("{place}: themes and instruments", place=place)
        if is_one_place
        else phrase("Themes and places")
    )
    if not tallies(release, release.release_id, choice.words, choice):
        frame.say(phrase("Nothing in this release fits these choices."))
        return
    frame.note(how_to_read(choice, names))
    drawn = _drawn(release, release.release_id, choice.words, choice)
    frame.kept_table(release, drawn, _caption(choice, names), name=compliance_read.PAGE)
    if is_one_place:
        back = {"theme": chosen(choice.theme), "instrument": chosen(choice.instrument)}
        frame.note(_again(release, choice, phrase("Back to all places"), **back))


# A table of many places takes longer to put together than a page may.
@said_data(max_entries=64, show_spinner=False)
def _drawn(_release: Release, release_id: str, words: tuple, _choice: Choice) -> str:
    """The table; more places than can stand side by side become its rows."""
    names = reading.labels(_release)
    counted = tallies(_release, release_id, words, _choice)
    is_one_place = _choice.place != ALL
    by_name = {theme: compliance_read.theme_name(_release, theme) for theme, _ in counted}
    themes = dict(sorted(by_name.items(), key=lambda pair: pair[1]))
    columns = {column for _, column in counted}
    if is_one_place:
        known = compliance_read.instruments(_release)
        titles = {key: name for key, name in known.items() if key in columns}
    else:
        titles = {each: names.place(each) for each in sorted(columns, key=names.place)}

    def cell(theme: str, column: str):
        if is_one_place:
            side = {"place": _choice.place, "instrument": column}
        else:
            side = {"place": column, "instrument": chosen(_choice.instrument)}
        return _cell(_release, _choice, counted.get((theme, column)), theme=theme, **side)

    if len(titles) <= MOST_COLUMNS or is_one_place:
        headings = (phrase("Theme"), *titles.values())
        rows = [(title, *(cell(theme, at) for at in titles)) for theme, title in themes.items()]
    else:
        headings = (phrase("Place"), *themes.values())
        rows = [(title, *(cell(theme, at) for theme in themes)) for at, title in titles.items()]
    shown = table(_caption(_choice, names), headings, rows, is_wide=True)
    return str(element("div", shown, class_="answerable-gaps"))


def _caption(choice: Choice, names) -> str:
    state = names.category("compliance_state", choice.state)
    if choice.state == ALL:
        if choice.place == ALL:
            return phrase("Duties met, by theme and place")
        return phrase("Duties met, by theme and instrument")
    if choice.place == ALL:
        return phrase("Duties in the state “{state}”, by theme and place", state=state)
    return phrase("Duties in the state “{state}”, by theme and instrument", state=state)


def how_to_read(choice: Choice, names) -> Markup | str:
    """What the numbers and the bars of the table say."""
    if choice.state != ALL:
        words = state_words(choice.state, names)
        return phrase(
            "2 of 12: of twelve duties, each seen in one aspect, two are in the state "
            "{mark} {state}. Follow a number to the duties.",
            mark=words.shorthand,
            state=inside(words.label),
        )
    return filled(
        phrase(
            "3 to 7 of 12: twelve duties apply, each seen in one aspect; three are met, and as many as "
            "seven might be, because four are open: nothing, or nothing that decides, is known of them. "
            "{met} {open} {short}. Follow a number to the duties."
        ),
        met=_key("met", phrase_in("duty", "met")),
        open=_key("open", phrase_in("duty", "open")),
        short=_key("short", phrase("short of it, in whole or in part")),
    )


def _key(kind: str, words: str) -> Markup:
    sample = element("i", "", class_=f"answerable-part-{kind}")
    bar = element("span", sample, class_="answerable-bar answerable-sample", aria_hidden="true")
    return join([bar, " ", words])


def bar(counted: Tally) -> Markup:
    """Met, open and short as lengths; the digits beside it say the same."""
    parts = [
        element("i", "", class_=f"answerable-part-{kind}", style=f"flex-grow:{number}")
        for kind in ("met", "open", "short")
        if (number := getattr(counted, kind))
    ]
    return element("span", join(parts), class_="answerable-bar", aria_hidden="true")


def chosen(code: str) -> str | None:
    """None where nothing is left out."""
    return None if code == ALL else code


def _again(release: Release, choice: Choice, text, **codes: str | None) -> Markup:
    """A link to this page with the same force, aspect, state and freshness."""
    kept = choice.kept("place", "theme", "instrument")
    return compliance_read.page_link(release, text, **kept, **codes)


def _cell(release: Release, choice: Choice, found, **side: str | None):
    if found is None:
        return phrase("No duty")
    counted, of_state = found
    if choice.state != ALL:
        said = phrase("{number} of {all}", number=whole(of_state), all=whole(counted.cells))
        return _again(release, choice, said, **side) if of_state else said
    said = element("span", counted.words, class_="answerable-bounds")
    if counted.applicable:
        said = join([said, " ", bar(counted)])
    return _again(release, choice, said, **side)


@st.cache_data(max_entries=64, show_spinner=False)
def tallies(_release: Release, release_id: str, words: tuple, _choice: Choice) -> dict:
    """(theme, place or instrument) -> its tally, and how many are in the chosen state.

    `words` are the choice as its address has them, by which the tallies are kept.
    """
    column = "jurisdiction" if _choice.place == ALL else "instrument"
    counted: dict[tuple, dict] = {}
    for cell in compliance_read.cells(_release):
        if not _choice.fits(cell) or _choice.place not in (ALL, cell["jurisdiction"]):
            continue
        if _choice.place == ALL and _choice.instrument not in (ALL, cell["instrument"]):
            continue
        for theme in cell["themes"]:
            found = counted.setdefault(
                (theme, cell[column]), dict.fromkeys((*IN_SHARES, "unknown", "out", "chosen"), 0)
            )
            found[standing(cell)] += 1
            found["chosen"] += cell["state"] == _choice.state
    return {
        key: (Tally(**{kind: n for kind, n in found.items() if kind != "chosen"}), found["chosen"])
        for key, found in counted.items()
    }
