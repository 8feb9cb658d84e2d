"""The choice of a place on pages that show one place at a time; it stands in the address and is kept across pages."""

import streamlit as st

from languages import phrase
from release.read import Release
from views import held, reading, shown, silence
from views.filter_box import filter_box
from views.filters import carry_over, place_label


def choose(release: Release, page: str, *, with_silent: bool = False) -> str | None:
    """The chosen place, at the start the first by name with a number counted here; None where there is none to choose.

    Places without any result are offered where `with_silent`, so that their silence can be seen.
    """
    names = reading.labels(release)
    offered = held.places(release) | set(held.silent_places(release) if with_silent else ())
    places = sorted(offered, key=names.place)
    if not places:
        return None
    if len(places) == 1:
        return _chosen(release, places[0])
    carry_over("jurisdiction", places, page)
    counted = (code for code in places if held.of_place(release, code, "case").results)
    first = next(counted, places[0])
    chosen = filter_box(
        phrase("Place"),
        places,
        index=places.index(first),
        format_func=lambda code: place_label(code, names),
        key="jurisdiction",
    )
    st.session_state.setdefault("kept", {})["jurisdiction"] = chosen
    return _chosen(release, chosen)


def _chosen(release: Release, place: str) -> str:
    shown.choice(phrase("Place"), reading.labels(release).place(place))
    shown.warn(silence.warnings(release, place))
    return place
