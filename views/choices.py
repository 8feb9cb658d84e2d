"""One filter of a page: its choice stands in the address, is kept across pages, and is told in the page's files."""

from collections.abc import Callable, Mapping

import streamlit as st

from languages import later, phrase
from release.read import Release
from views import held, reading, shown
from views.compliance_filters import ALL
from views.filter_box import filter_box, in_english
from views.filters import carry_over, place_label

ALL_PLACES = later("All places")
ALL_MEASURES = later("All measures")


def one(
    key: str,
    label: str,
    words: Mapping | Callable[[], Mapping],
    page: str,
    *,
    default=None,
    width: int = 260,
):
    """The chosen of `words` (option -> words), at first `default` or the first.

    `label` and `words` are constants of the catalogue; words that have to be put together come from a function, which
    is called once more for the English of the address. A filter without a choice is not shown.
    """
    label, english = phrase(label), in_english(words) if callable(words) else words
    words = words() if callable(words) else {option: phrase(said) for option, said in words.items()}
    options = list(words)
    chosen = options[0]
    if len(options) > 1:
        carry_over(key, options, page)
        chosen = filter_box(
            label,
            options,
            index=options.index(default) if default in words else 0,
            format_func=lambda option: words.get(option, str(option)),
            english=lambda option: english.get(option, str(option)),
            key=key,
            width=width,
        )
        st.session_state.setdefault("kept", {})[key] = chosen
    shown.choice(label, words[chosen])
    return chosen


def place(release: Release, page: str) -> str:
    """A place or ALL, which comes first; places that reported nothing can be chosen too."""
    names = reading.labels(release)
    offered = held.places(release) | set(held.silent_places(release))
    codes = sorted(offered, key=names.place)

    def words() -> dict[str, str]:
        return {ALL: phrase(ALL_PLACES)} | {code: place_label(code, names) for code in codes}

    return one("jurisdiction", later("Place"), words, page)
