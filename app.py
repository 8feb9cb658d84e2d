"""Answerable in a browser: opens the latest release and builds the navigation. Nothing else.

streamlit run app.py
"""

import streamlit as st

from release.read import ReleaseError
from views import no_release
from views.navigation import pages
from views.opening import current_release

st.set_page_config(page_title="Answerable", page_icon="⚖️", layout="wide")

try:
    release = current_release()
except ReleaseError as problem:
    no_release.show(str(problem))
else:
    st.navigation(pages(release), expanded=True).run()
