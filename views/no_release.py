"""What stands there when no release can be opened: what is wrong, and the commands that mend it."""

import streamlit as st

from languages import phrase


def show(problem: str) -> None:
    """The page; `problem` is a sentence for readers."""
    st.title(phrase("There is no release to show"))
    st.write(problem)
    st.subheader(phrase("What to do"))
    st.write(phrase("With made-up data, to have a look (it says SYNTHETIC everywhere):"))
    st.code("python cli.py demo", language=None)
    st.write(phrase("With what agencies have sent, once their files are accepted:"))
    st.code(
        "python cli.py submit FILE --mapping NAME --agency ID --period START/END\n"
        "python cli.py release",
        language=None,
    )
    st.write(
        phrase(
            "When a release is there but cannot be opened, this says which of its files is damaged:"
        )
    )
    st.code("python cli.py verify", language=None)
    st.write(phrase("Then load this page again."))


def damaged(release_id: str) -> None:
    """In place of what could not be read any more of a release that did open."""
    st.error(
        phrase(
            "Release {release} is damaged: some of what this page shows cannot be read.",
            release=release_id,
        )
    )
    st.write(phrase("This says which of its files is damaged:"))
    st.code("python cli.py verify", language=None)
    st.write(
        phrase("Put the release back from its copy, or build it again, and load this page again:")
    )
    st.code("python cli.py release", language=None)
