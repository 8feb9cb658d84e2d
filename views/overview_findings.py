"""What matters now, as short blocks: a heading that says it, and below it how sure one can be and where to look."""

import streamlit as st

from languages import phrase
from release.read import Release
from views import findings, frame
from views.cached import said_resource
from views.found import Finding
from views.html import bullets

ABREAST = 2
"""Blocks side by side; one below the other where the screen is narrow."""


def show(release: Release) -> None:
    """The section; a release without anything to say has none."""
    told = _findings(release, release.release_id)
    if not told:
        return
    frame.section(phrase("What matters now"))
    for start in range(0, len(told), ABREAST):
        columns = st.columns(ABREAST, border=True)
        for column, each in zip(columns, told[start : start + ABREAST], strict=False):
            with column:
                frame.part(each.title)
                if each.points:
                    frame.html(bullets(each.points))


# The findings depend on nothing but the release.
@said_resource(max_entries=4, show_spinner=False)
def _findings(_release: Release, release_id: str) -> list[Finding]:
    return findings.findings(_release)
