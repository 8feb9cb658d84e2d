"""What every page wears: the SYNTHETIC banner, the title, which release it is and how to read its marks."""

import time
from pathlib import Path

import streamlit as st

from charts import format as reads
from languages import ENGLISH, current, phrase
from release.read import EngineError, Release, ReleaseError, is_damage
from reports.page.document import Code, Document, Heading, Shown
from views import downloads, language, marks, no_release, reading, shown
from views.html import Markup, element, facts, join, spoken, text_of
from views.html import table as table_of
from views.literally import literally

HEAD_START = 0.02
"""Seconds between the live line and what follows it: one step of the server's own clock, and some room."""
STYLE = Path(__file__).with_name("style.css")


def style() -> None:
    """The stylesheet; Streamlit keeps it out of the flow of the page."""
    st.html(STYLE)


def framed(release: Release, show) -> None:
    """One page: `show(release)` between head and foot; a release that breaks while read gets a sentence."""
    style()
    if release.is_synthetic:
        said = phrase("Every number on this page is made up. None is about a real place.")
        if release.is_preview:
            preview = phrase(
                "This is a first look at a few places: load a page again in some minutes to see the whole demo."
            )
            said = f"{said} {preview}"
        st.html(
            spoken(
                element(
                    "div",
                    join([phrase("SYNTHETIC"), " ", element("span", said)]),
                    class_="answerable-banner",
                )
            )
        )
    try:
        shown.begin(_document(release))
        # Says so only where it takes more than half a second: the first reader of a page waits for its release.
        with st.spinner(phrase("Reading this page's numbers from the release")):
            show(release)
        _foot(release)
    except ReleaseError as problem:
        st.error(literally(problem))
    except EngineError as problem:
        if not is_damage(problem):
            raise
        no_release.damaged(release.release_id)
    language.tell_document()


def heading(title: str, question: str) -> None:
    """The page's one first-level heading, which names its tab as well, and what the page is for."""
    st.set_page_config(page_title=f"{title} – Answerable")
    st.title(literally(title), anchor=False)
    shown.title(title, text_of(question))
    st.html(spoken(element("p", question, class_="answerable-question")))


def announce(text) -> None:
    """The one live line of a page: says aloud what a choice has changed."""
    html(element("p", text, role="status", class_="answerable-sentence"))
    for sentence in shown.warnings():
        html(element("p", sentence, class_="answerable-warning"))
    # A browser draws at once whatever comes at once: so the answer is read before the charts are drawn.
    time.sleep(HEAD_START)


def note(text) -> None:
    """A line in small print."""
    html(element("p", text, class_="answerable-note"))


def say(text) -> None:
    """A sentence in plain words."""
    html(element("p", text, class_="answerable-sentence"))


def html(markup) -> None:
    """Any Markup: tables, lists, terms. Everything a page shows goes through here or its neighbours."""
    st.html(spoken(markup))
    shown.remember(Shown(str(markup)))


def table(
    release: Release,
    caption: str,
    headings,
    rows,
    numeric=(),
    *,
    name: str,
    data: list[dict] | None = None,
    is_wide: bool = False,
    file: str = "",
) -> None:
    """A table with its file: `data` are the rows of the release behind it; without them, the cells are taken.

    `name` is the page or metric, for the name of the file; `file` stands there instead of the caption.
    """
    headings, rows = tuple(headings), [tuple(row) for row in rows]
    html(table_of(caption, headings, rows, numeric, is_wide=is_wide))
    downloads.table(release, caption, headings, rows, name=name, data=data, file=file)


def kept_table(release: Release, drawn: str, caption: str, *, name: str, file: str = "") -> None:
    """A table that is kept as HTML because drawing it takes long, with its cells as file."""
    html(Markup(drawn))
    downloads.kept_table(release, drawn, caption, name=name, file=file)


def code(text: str, language: str | None = "sql") -> None:
    """Code, word for word."""
    st.code(text, language=language, wrap_lines=True)
    shown.remember(Code(text))


def section(title: str) -> None:
    """A second-level heading."""
    st.header(literally(title), anchor=False)
    shown.remember(Heading(2, title))


def part(title: str) -> None:
    """A third-level heading."""
    st.subheader(literally(title), anchor=False)
    shown.remember(Heading(3, title))


def _document(release: Release) -> Document:
    about = reading.table(release, "release")[0]
    document = Document(
        address="",
        release_id=release.release_id,
        content_hash=about["content_hash"],
        released_on=about["released_on"],
        data_date=data_date(release),
        is_synthetic=release.is_synthetic,
    )
    document.language = current()
    return document


def data_date(release: Release):
    """The latest day up to which anybody has reported."""
    days = [row["as_of"] for row in reading.table(release, "submissions") if row["as_of"]]
    return max(days, default=None)


def _foot(release: Release) -> None:
    downloads.page(release, shown.document())
    st.divider()
    with st.expander(phrase("How to read the marks: how sure, and why there is no number")):
        html(facts(marks.explained()))
        part(phrase("Where there is no number"))
        html(facts(marks.blanks_explained()))
    if current() != ENGLISH:
        note(
            phrase(
                "Definitions, duties and reasons are given in English, the language they were published in; replies in that of "
                "whoever wrote them."
            )
        )
    about = reading.table(release, "release")[0]
    said = {
        "release": release.release_id,
        "released_on": reads.day(about["released_on"]),
        "data_date": reads.day(data_date(release)) or phrase("an unknown day"),
    }
    if release.is_synthetic:
        note(
            phrase(
                "Synthetic release {release}, published {released_on}, with data up to {data_date}.",
                **said,
            )
        )
    else:
        note(
            phrase(
                "Release {release}, published {released_on}, with data up to {data_date}.", **said
            )
        )
