"""A filter that stands in the address: its words there are English in every language, so that addresses last."""

from collections.abc import Callable, Sequence

import streamlit as st

from languages import ENGLISH, current, speaking


def filter_box(
    label: str,
    options: Sequence,
    *,
    format_func: Callable = str,
    english: Callable | None = None,
    key: str,
    index: int = 0,
    width=260,
):
    """st.selectbox whose choice stands in the address under `key`.

    `format_func` says an option in the language spoken when it is called. Where it only looks words up that were said
    before, `english` has to be what looks them up in English.
    """
    if current() == ENGLISH:
        # What Streamlit writes into the address is what it shows.
        return st.selectbox(
            label,
            options,
            index=index,
            format_func=format_func,
            key=key,
            bind="query-params",
            width=width,
        )
    said = english or (lambda option: in_address(format_func, option))
    _take_from_address(key, options, options[index], said)
    chosen = st.selectbox(
        label, options, index=index, format_func=format_func, key=key, width=width
    )
    _write_into_address(key, None if chosen == options[index] else said(chosen))
    return chosen


def in_english(make: Callable):
    """What `make` makes, in English whatever is spoken: words for an address."""
    with speaking(ENGLISH):
        return make()


def in_address(format_func: Callable, option) -> str:
    """How an option is written in an address."""
    return in_english(lambda: format_func(option))


def _take_from_address(key: str, options: Sequence, usual, said: Callable) -> None:
    """The address wins where it has changed since it was written here: at the first visit, and on the way back."""
    wanted = st.query_params.get(key)
    is_first = key not in st.session_state or written(key) not in st.session_state
    if wanted is None:
        if not is_first and st.session_state[written(key)] is not None:
            st.session_state[key] = usual
    elif is_first or wanted != st.session_state[written(key)]:
        for option in options:
            if said(option) == wanted:
                st.session_state[key] = option


def _write_into_address(key: str, words: str | None) -> None:
    if words is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != words:
        st.query_params[key] = words
    st.session_state[written(key)] = words


def written(key: str) -> str:
    """Where it is kept what this page has written into the address."""
    return f"address of {key}"
