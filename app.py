"""Answerable in a browser: opens the latest release and builds the navigation, in the reader's language. Nothing else.

streamlit run app.py
"""

import streamlit as st

from languages import phrase
from release.read import EngineError, ReleaseError, is_damage
from views import language, no_release, sidebar
from views.navigation import pages
from views.opening import current_release

st.set_page_config(page_title="Answerable", page_icon="⚖️", layout="wide")
language.begin()

try:
    release = current_release()
    known = pages(release)
except ReleaseError as problem:
    no_release.show(str(problem))
except EngineError as problem:
    if not is_damage(problem):
        raise
    no_release.show(
        phrase("The newest release is damaged: it opens, but not all of it can be read.")
    )
else:
    page = st.navigation(known, position="hidden")
    # The sidebar keeps its place while the page fills; its links carry what the page has chosen.
    links = st.sidebar.container(gap=None)
    page.run()
    with links:
        sidebar.show(known)
