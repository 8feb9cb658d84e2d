"""Shares as bounds, by theme, by instrument and by place in the order of names: what is met, short, and open."""

import streamlit as st

from charts import format as reads
from charts.compliance import STATE_MARKS, Tally, state_words
from charts.compliance_chart import share_chart
from release.read import Release
from views import (
    compliance_read,
    frame,
    plotly_chart,
    reading,
    results_table,
)
from views.compliance_filters import ALL, FORCES, Choice
from views.html import table

DIMENSIONS = {"theme": "By theme", "instrument": "By instrument"}


def show(release: Release, choice: Choice) -> None:
    """The section, for the chosen place, force and aspect."""
    names = reading.labels(release)
    rows = [
        row
        for row in reading.rows(release, "compliance_summary", force_group=choice.force)
        if row["aspect"] == choice.aspect and choice.place in (ALL, row["jurisdiction"])
    ]
    frame.section("Shares, as bounds")
    if not rows:
        frame.say("This release holds no shares for these choices.")
        return
    aspect = "all aspects" if choice.aspect == ALL else names.category("aspect", choice.aspect)
    where = "all places together" if choice.place == ALL else names.place(choice.place)
    frame.note(
        f"{FORCES[choice.force]}, {aspect.lower()}, {where}. The lower end counts what is met; the "
        "upper end adds all that is open. A duty that belongs to two themes counts in both."
    )
    for dimension, title in DIMENSIONS.items():
        frame.part(title)
        _of_dimension(release, choice, dimension, rows, where)
    if choice.place == ALL:
        frame.part("By place, in the order of names")
        every = [row for row in rows if row["dimension"] == "all"]
        told = {row["jurisdiction"]: [row] for row in every}
        _table(release, f"Shares by place, {aspect.lower()}", "Place", told, names.place)
    results_table.download(release, rows, compliance_read.PAGE, "shares")


def _of_dimension(release: Release, choice: Choice, dimension: str, rows: list, where: str):
    by_item: dict[str, list[dict]] = {}
    for row in rows:
        if row["dimension"] == dimension:
            by_item.setdefault(row["item"], []).append(row)

    def name(item: str) -> str:
        if dimension == "theme":
            return compliance_read.theme_name(release, item)
        return compliance_read.instruments(release).get(item, item)

    title = f"Duties met, {DIMENSIONS[dimension].lower()}"
    order = sorted(by_item, key=name)
    told = [(name(item), tallied(by_item[item])) for item in order]
    chart = share_chart(title, f"{FORCES[choice.force]}, {where}", told)
    if chart:
        plotly_chart.show(
            chart,
            key=f"chart compliance {dimension}",
            file_name=results_table.file_name(release, "compliance", title).removesuffix(".csv"),
        )
    by_name = {item: by_item[item] for item in order}
    _table(release, f"{title}: {where}", dimension.capitalize(), by_name, name)


def tallied(rows: list[dict]) -> Tally:
    """Rows of `compliance_summary` added up."""

    def total(*columns: str) -> int:
        return sum(row[column] or 0 for row in rows for column in columns)

    return Tally(
        met=total("met"),
        short=total("short"),
        open=total("open"),
        unknown=total("not_known"),
        out=total("not_applicable"),
    )


def _table(release: Release, caption: str, heading: str, told: dict[str, list], name) -> None:
    names = reading.labels(release)
    used = [s for s in STATE_MARKS if any(row[s] for rows in told.values() for row in rows)]
    shown = {state: state_words(state, names) for state in used}
    headings = [heading, "Met", "As a share"]
    headings += [f"{words.shorthand} {words.label}" for words in shown.values()]
    headings += ["Oldest evidence", "Newest evidence"]
    cells = []
    for item, rows in sorted(told.items(), key=lambda pair: name(pair[0])):
        counted = tallied(rows)
        days = [
            reads.day(pick((row[column] for row in rows if row[column]), default=None)) or "None"
            for pick, column in ((min, "oldest"), (max, "newest"))
        ]
        numbers = (f"{sum(row[state] or 0 for row in rows):,}" for state in used)
        cells.append((name(item), counted.words, share_words(counted), *numbers, *days))
    numeric = range(1, 3 + len(used))
    if cells:
        st.html(table(caption, headings, cells, numeric, is_wide=True))


def share_words(counted: Tally) -> str:
    """25.0% to 58.3%; one share where nothing is open."""
    if counted.lower is None:
        return "None"
    if counted.lower == counted.upper:
        return reads.value(counted.lower, "share")
    return reads.interval(counted.lower, counted.upper, "share")
