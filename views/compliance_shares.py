"""Shares as bounds, by theme, by instrument and by place in the order of names: what is met, short, and open."""

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.compliance import IN_SHARES, STATE_MARKS, Tally, state_words
from charts.compliance_chart import share_chart
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import (
    compliance_read,
    figure,
    frame,
    reading,
    results_table,
)
from views.compliance_filters import ALL, FORCES, Choice

DIMENSIONS = {
    "theme": later("Duties met, by theme"),
    "instrument": later("Duties met, by instrument"),
    "all": later("Duties met, by place, in the order of names"),
}
"""Dimension of `compliance_summary` -> what is told of it."""

HOW_TO_READ = later(
    "A bar is what is surely met; the dotted line says how far the open duties could take it. Open "
    "means that nothing, or nothing that decides, is known."
)
HEADINGS = {"theme": later("Theme"), "instrument": later("Instrument"), "all": later("Place")}


def show(release: Release, choice: Choice) -> None:
    """The section, for the chosen place, force and aspect."""
    names = reading.labels(release)
    frame.section(phrase("Shares, as bounds"))
    filters = {"force_group": choice.force, "aspect": choice.aspect}
    filters |= {} if choice.place == ALL else {"jurisdiction": choice.place}
    rows = reading.rows(release, "compliance_summary", **filters)
    if not rows:
        frame.say(phrase("This release holds no shares for these choices."))
        return
    aspect = phrase("All aspects")
    if choice.aspect != ALL:
        aspect = names.category("aspect", choice.aspect)
    where = phrase("all places together") if choice.place == ALL else names.place(choice.place)
    frame.note(
        phrase(
            "{force}, {aspect}, {place}. The lower end counts what is met; the "
            "upper end adds all that is open. What figures evidence and nobody has judged stays open, and so "
            "does what only one side claims. A duty that belongs to two themes counts in both.",
            force=phrase(FORCES[choice.force]),
            aspect=release_words.inside(aspect),
            place=where,
        )
    )
    items = _items(release, release.release_id, tuple(filters.items()))
    for dimension in DIMENSIONS:
        _of_dimension(release, choice, dimension, items.get(dimension, {}), where)
    results_table.download(release, rows, compliance_read.PAGE, phrase("all shares"))


def _of_dimension(release: Release, choice: Choice, dimension: str, items: dict, where: str):
    title = phrase(DIMENSIONS[dimension])
    told = {_name(release, dimension, item): added for item, added in items.items()}
    told = dict(sorted(told.items()))
    bars = [(name, tallied(added)) for name, added in told.items()]
    force = phrase(FORCES[choice.force])
    subtitle = phrase(
        "{title}: {force}, {place}", title=title, force=release_words.inside(force), place=where
    )
    chart = share_chart(seen(dimension, [counted for _, counted in bars]), subtitle, bars)
    # Places drawn in a row would be looked at as a ranking.
    if chart and dimension != "all":
        figure.draw(
            release,
            chart,
            key=f"chart compliance {dimension}",
            name="compliance",
            told=phrase(HOW_TO_READ),
        )
    if told:
        caption = phrase("{title}: {place}", title=title, place=where)
        _table(release, caption, phrase(HEADINGS[dimension]), told)


def seen(dimension: str, tallies: list[Tally]) -> str:
    """In how many themes, instruments or places most duties are open."""
    told = [each for each in tallies if each.applicable]
    mostly_open = sum(2 * each.open > each.applicable for each in told)
    return phrase(
        "In {number} of {all}, more than half of the duties are open",
        number=whole(mostly_open),
        all=_counted(dimension, len(told)),
    )


def _counted(dimension: str, number: int) -> str:
    match dimension:
        case "theme":
            return phrase_for(number, "{number} theme", "{number} themes")
        case "instrument":
            return phrase_for(number, "{number} instrument", "{number} instruments")
    return phrase_for(number, "{number} place", "{number} places")


def _name(release: Release, dimension: str, item: str) -> str:
    if dimension == "theme":
        return compliance_read.theme_name(release, item)
    if dimension == "all":
        return reading.labels(release).place(item)
    return compliance_read.instruments(release).get(item, item)


@st.cache_resource(max_entries=32, show_spinner=False)
def _items(_release: Release, release_id: str, filters: tuple) -> dict[str, dict[str, dict]]:
    """Dimension -> item -> its rows added up over places; the items of the dimension `all` are places."""
    found: dict[str, dict[str, list[dict]]] = {}
    for row in reading.rows(_release, "compliance_summary", **dict(filters)):
        item = row["jurisdiction"] if row["dimension"] == "all" else row["item"]
        found.setdefault(row["dimension"], {}).setdefault(item, []).append(row)
    return {
        dimension: {item: added_up(rows) for item, rows in items.items()}
        for dimension, items in found.items()
    }


def added_up(rows: list[dict]) -> dict:
    """Counts of rows of `compliance_summary` as sums, with the oldest and the newest day."""
    sums = {name: sum(row[name] or 0 for row in rows) for name in (*IN_SHARES, *STATE_MARKS)}
    return sums | {
        "oldest": min((row["oldest"] for row in rows if row["oldest"]), default=None),
        "newest": max((row["newest"] for row in rows if row["newest"]), default=None),
    }


def tallied(row: dict) -> Tally:
    """Of a row of `compliance_summary`, or several added up."""
    counts = {name: int(row[name]) for name in IN_SHARES}
    return Tally(**counts, unknown=int(row["not_known"]), out=int(row["not_applicable"]))


def _table(release: Release, caption: str, heading: str, told: dict[str, dict]) -> None:
    names = reading.labels(release)
    used = [state for state in STATE_MARKS if any(row[state] for row in told.values())]
    shown = [state_words(state, names) for state in used]
    headings = [heading, phrase("Met"), phrase("As a share")]
    headings += [f"{words.shorthand} {words.label}" for words in shown]
    headings += [phrase("Oldest evidence"), phrase("Newest evidence")]
    cells = []
    for name, row in told.items():
        counted = tallied(row)
        numbers = (whole(int(row[state])) for state in used)
        days = (reads.day(row[end]) or phrase("None") for end in ("oldest", "newest"))
        cells.append((name, counted.words, share_words(counted), *numbers, *days))
    numeric, name = range(1, 3 + len(used)), compliance_read.PAGE
    frame.table(release, caption, headings, cells, numeric, name=name, is_wide=True)


def share_words(counted: Tally) -> str:
    """25.0% to 58.3%; one share where nothing is open."""
    if counted.lower is None:
        return phrase("None")
    if counted.lower == counted.upper:
        return reads.value(counted.lower, "share")
    return reads.interval(counted.lower, counted.upper, "share")
