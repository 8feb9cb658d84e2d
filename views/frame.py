"""What every page wears: the SYNTHETIC banner, the title, which release it is and how to read its marks."""

from pathlib import Path

import streamlit as st

from charts import format as reads
from release.read import Release, ReleaseError
from views import marks, reading
from views.html import element, facts, join

STYLE = Path(__file__).with_name("style.css")


def style() -> None:
    """The stylesheet; Streamlit keeps it out of the flow of the page."""
    st.html(STYLE)


def framed(release: Release, show) -> None:
    """One page: `show(release)` between head and foot; a release that breaks while read gets a sentence."""
    style()
    if release.is_synthetic:
        st.html(
            element(
                "div",
                join(
                    [
                        "SYNTHETIC ",
                        element(
                            "span",
                            "Every number on this page is made up. None is about a real place.",
                        ),
                    ]
                ),
                class_="answerable-banner",
            )
        )
    try:
        show(release)
        _foot(release)
    except ReleaseError as problem:
        st.error(str(problem))


def heading(title: str, question: str) -> None:
    """The page's one first-level heading, and what the page is for."""
    st.title(title, anchor=False)
    st.html(element("p", question, class_="answerable-question"))


def announce(text) -> None:
    """The one live line of a page: says aloud what a choice has changed."""
    st.html(element("p", text, role="status", class_="answerable-sentence"))


def note(text) -> None:
    """A line in small print."""
    st.html(element("p", text, class_="answerable-note"))


def say(text) -> None:
    """A sentence in plain words."""
    st.html(element("p", text, class_="answerable-sentence"))


def section(title: str) -> None:
    """A second-level heading."""
    st.header(title, anchor=False)


def part(title: str) -> None:
    """A third-level heading."""
    st.subheader(title, anchor=False)


def data_date(release: Release):
    """The latest day up to which anybody has reported."""
    days = [row["as_of"] for row in reading.table(release, "submissions") if row["as_of"]]
    return max(days, default=None)


def _foot(release: Release) -> None:
    st.divider()
    with st.expander("How to read the marks: how sure, and why there is no number"):
        st.html(facts(marks.explained()))
        part("Where there is no number")
        st.html(facts(marks.blanks_explained()))
    about = reading.table(release, "release")[0]
    kind = "Synthetic release" if release.is_synthetic else "Release"
    note(
        f"{kind} {release.release_id}, published {reads.day(about['released_on'])}, "
        f"with data up to {reads.day(data_date(release)) or 'an unknown day'}."
    )
