"""The language a reader has chosen: it stands in the address, is kept on the way to other pages, and is English at first."""

import streamlit as st

import languages
from languages import ENGLISH, phrase
from languages.catalogue import FOLDER
from languages.pseudo import PSEUDO
from views.html import bullets, element, here

ADDRESS = "language"
"""Name of the choice in the address."""


def begin() -> None:
    """Speaks the language of the address from now on. First in every run: the thread may have spoken another before."""
    languages.use(asked())


def asked() -> str:
    """The language that the address asks for; English where there is no catalogue of it."""
    wanted = st.query_params.get(ADDRESS, ENGLISH)
    return wanted if wanted in _held() else ENGLISH


def tell_document() -> None:
    """Tells the browser which language headings and filters are in: Streamlit says English of every page.

    What goes out through `html.spoken` says so by itself. English needs nothing: every other language is loaded anew.
    """
    if languages.current() != ENGLISH:
        told = f'document.documentElement.lang = "{languages.current()}"'
        st.html(f"<script>{told}</script>", unsafe_allow_javascript=True)


def choice() -> None:
    """Links to this view in every language that is offered, each in its own words; none where there is no choice."""
    offered = languages.known()
    if len(offered) < 2:
        return
    links = [_link(language) for language in offered]
    st.html(
        element("nav", bullets(links), class_="answerable-languages", aria_label=phrase("Language"))
    )


def _link(language: str):
    # A page of its own, loaded anew: what it has kept so far is said in another language.
    return element(
        "a",
        _own_name(language),
        href=_address(language),
        lang=language,
        hreflang=language,
        aria_current="true" if language == languages.current() else None,
    )


def _address(language: str) -> str:
    chosen = st.query_params.to_dict()
    chosen.pop(ADDRESS, None)
    return here(chosen if language == ENGLISH else chosen | {ADDRESS: language})


def _own_name(language: str) -> str:
    name = languages.name(language)
    return f"{name[:1].upper()}{name[1:]}"


def _held() -> set[str]:
    """Samples can be asked for as well; only the whole ones are offered."""
    return {ENGLISH, PSEUDO, *(path.stem for path in FOLDER.glob("*.po"))}
