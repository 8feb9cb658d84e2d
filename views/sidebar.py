"""The way to other pages. What a reader has chosen goes along in the address of every link."""

import streamlit as st

from views import language
from views.html import element, spoken
from views.navigation import HIDDEN

CARRIED = ("jurisdiction", language.ADDRESS)
"""Choices that mean the same on every page."""


def show(pages: dict[str, list]) -> None:
    """Links to the pages, group by group. Shown after the page has run: by then its filters are known."""
    chosen = {key: st.query_params[key] for key in CARRIED if key in st.query_params}
    for heading, group in pages.items():
        if heading == HIDDEN:
            continue
        if heading:
            st.html(spoken(element("p", heading, class_="answerable-nav")))
        for page in group:
            st.page_link(page, query_params=chosen)
    language.choice()
