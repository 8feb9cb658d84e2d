"""Opens the release the dashboard shows: once a release, shared by all sessions, read-only."""

import streamlit as st

from release.read import Release, latest, open_release


def current_release() -> Release:
    """The newest release; a newer one is taken up at the next page. Raises ReleaseError."""
    return _opened(str(latest()))


# Readers may still be on the release before when a new one appears; older ones can go.
@st.cache_resource(max_entries=2, show_spinner="Opening the release")
def _opened(path: str) -> Release:
    return open_release(path)
