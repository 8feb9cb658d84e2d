"""What stands there when no release can be opened: what is wrong, and the commands that mend it."""

import streamlit as st


def show(problem: str) -> None:
    """The page; `problem` is a sentence for readers."""
    st.title("There is no release to show")
    st.write(problem)
    st.subheader("What to do")
    st.write("With made-up data, to have a look (it says SYNTHETIC everywhere):")
    st.code("python cli.py demo", language=None)
    st.write("With what agencies have sent, once their files are accepted:")
    st.code(
        "python cli.py submit FILE --mapping NAME --agency ID --period START/END\n"
        "python cli.py release",
        language=None,
    )
    st.write(
        "When a release is there but cannot be opened, this says which of its files is damaged:"
    )
    st.code("python cli.py verify", language=None)
    st.write("Then load this page again.")


def damaged(release_id: str) -> None:
    """In place of what could not be read any more of a release that did open."""
    st.error(f"Release {release_id} is damaged: some of what this page shows cannot be read.")
    st.write("This says which of its files is damaged:")
    st.code("python cli.py verify", language=None)
    st.write("Put the release back from its copy, or build it again, and load this page again:")
    st.code("python cli.py release", language=None)
