"""Streamlit's caches for what holds words: kept once a language, so that no reader gets another's."""

from functools import update_wrapper
from inspect import Parameter, signature

import streamlit as st

from languages import current


def said_data(**settings):
    """st.cache_data, with the language spoken now as part of the key."""
    return _by_language(st.cache_data, settings)


def said_resource(**settings):
    """st.cache_resource, with the language spoken now as part of the key."""
    return _by_language(st.cache_resource, settings)


def _by_language(cache, settings: dict):
    def decorate(make):
        def made(*given, language, **named):
            return make(*given, **named)

        # Streamlit tells functions apart by name and text, and what it need not look into by the names of parameters.
        update_wrapper(made, make)
        told = signature(make)
        last = Parameter("language", Parameter.KEYWORD_ONLY)
        made.__signature__ = told.replace(parameters=[*told.parameters.values(), last])
        kept = cache(**settings)(made)

        def said(*given, **named):
            return kept(*given, **named, language=current())

        said.clear = kept.clear
        return update_wrapper(said, make)

    return decorate
