"""The choice of a place on pages that show one place at a time; it stands in the address and is kept across pages."""

import streamlit as st

from release.read import Release
from views import held, reading
from views.filters import carry_over, place_label


def choose(release: Release, page: str) -> str | None:
    """The chosen place, the first by name at the start; None where no result names a place."""
    names = reading.labels(release)
    places = sorted(held.places(release), key=names.place)
    if not places:
        return None
    if len(places) == 1:
        return places[0]
    carry_over("jurisdiction", places, page)
    chosen = st.selectbox(
        "Place",
        places,
        format_func=lambda code: place_label(code, names),
        key="jurisdiction",
        bind="query-params",
        width=260,
    )
    st.session_state.setdefault("kept", {})["jurisdiction"] = chosen
    return chosen
