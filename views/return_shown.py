"""A statutory return on screen, as it will be filed: chosen, summed up, and shown cell by cell."""

import streamlit as st

from charts.joining import in_turn, named
from languages import phrase, whole
from release.read import Release
from reports import returns
from reports.blocks import Bullets, Facts, Heading, Paragraph, Table
from reports.returns.blanks import KINDS
from reports.returns.filled import Filled
from reports.returns.known import said
from reports.returns.report import warning, years_told
from reports.returns.told import certainty_told
from views import frame, shown
from views.cached import said_resource
from views.filter_box import filter_box
from views.html import element, facts, join
from views.html import table as table_of

YEARS_OFFERED = 6


def choose(release: Release, place: str) -> Filled:
    """The return the reader chose, filled for the place and the year; raises ReportError where it cannot be."""
    known = {each.id: each for each in returns.known()}
    left, right = st.columns([3, 1])
    with left:
        chosen = filter_box(
            phrase("Return"),
            list(known),
            format_func=lambda each: said(known[each].title),
            key="return",
            width="stretch",
        )
    newest = _filled(release, release.release_id, place, chosen, None).years[-1]
    with right:
        year = filter_box(
            phrase("Year"),
            [newest - back for back in range(YEARS_OFFERED)],
            format_func=str,
            key="return_year",
        )
    shown.choice(phrase("Return"), said(known[chosen].title))
    shown.choice(phrase("Year"), str(year))
    return _filled(release, release.release_id, place, chosen, year)


@said_resource(max_entries=64, show_spinner=False)
def _filled(_release: Release, release_id: str, place: str, return_id: str, year: int | None):
    return returns.fill(_release, return_id, place, year)


def summary(filled: Filled) -> None:
    """What is to be known before a file is taken: how full it is, what must be checked, where it goes and until when."""
    total = filled.numbers + sum(filled.blanks.values())
    reasons = [
        named(KINDS[blank].label, whole(count))
        for blank, count in sorted(filled.blanks.items(), key=lambda each: -each[1])
    ]
    frame.say(
        phrase(
            "{years}: {filled} of {total} entries are filled; every other says why it is blank.",
            years=years_told(filled),
            filled=whole(filled.numbers),
            total=whole(total),
        )
    )
    frame.say(warning(filled))
    form = filled.form
    frame.html(
        facts(
            (
                (phrase("It goes to"), said(form.body)),
                (phrase("Due"), said(form.deadline)),
                (phrase("Signed by"), said(form.signed_by)),
                (phrase("How far it was seen"), certainty_told(form.certainty)),
                (phrase("Blanks"), in_turn(reasons)),
            )
        )
    )


def show(release: Release, filled: Filled) -> None:
    """The blocks of the paper, in its order; its chapters are parts here."""
    with st.expander(phrase("The return as it will be filed, with the note for the ministry")):
        cells, cell = {each.id for each in filled.form.cells}, ""
        for block in _blocks(
            filled, release.release_id, filled.place, filled.form.id, filled.years[-1]
        ):
            if isinstance(block, Heading):
                first = block.text.split()[0].rstrip(":")
                cell = first if first in cells else ""
            _show(block, cell)


@said_resource(max_entries=64, show_spinner=False)
def _blocks(_filled: Filled, release_id: str, place: str, return_id: str, year: int):
    return returns.as_report(_filled).blocks


def _show(block, cell: str) -> None:
    if isinstance(block, Heading):
        frame.part(block.text)
    elif isinstance(block, Paragraph):
        frame.say(block.text) if block.style == "sentence" else frame.note(block.text)
    elif isinstance(block, Bullets):
        frame.html(element("ul", join(element("li", item) for item in block.items)))
    elif isinstance(block, Facts):
        frame.html(facts(block.pairs))
    elif isinstance(block, Table):
        # Several cells ask for the same people: a table is found by its cell.
        caption = named(cell, block.caption) if cell else block.caption
        frame.html(table_of(caption, block.headings, block.rows, block.numeric))
        if block.note:
            frame.note(block.note)
