"""One filter of a page: its choice stands in the address, is kept across pages, and is told in the page's files."""

from collections.abc import Mapping

import streamlit as st

from release.read import Release
from views import held, reading, shown
from views.compliance_filters import ALL
from views.filters import carry_over, place_label

ALL_PLACES = "All places"


def one(key: str, label: str, words: Mapping, page: str, *, default=None, width: int = 260):
    """The chosen of `words` (option -> words in the address), at first `default` or the first.

    A filter without a choice is not shown.
    """
    options = list(words)
    chosen = options[0]
    if len(options) > 1:
        carry_over(key, options, page)
        chosen = st.selectbox(
            label,
            options,
            index=options.index(default) if default in words else 0,
            format_func=lambda option: words.get(option, str(option)),
            key=key,
            bind="query-params",
            width=width,
        )
        st.session_state.setdefault("kept", {})[key] = chosen
    shown.choice(label, words[chosen])
    return chosen


def place(release: Release, page: str) -> str:
    """A place or ALL, which comes first; places that reported nothing can be chosen too."""
    names = reading.labels(release)
    offered = held.places(release) | set(held.silent_places(release))
    words = {code: place_label(code, names) for code in sorted(offered, key=names.place)}
    return one("jurisdiction", "Place", {ALL: ALL_PLACES} | words, page)
