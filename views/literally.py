"""A text in a place where Streamlit reads Markdown: shown word for word, whoever wrote it."""

import re

MARKDOWN = re.compile(r"[\\`*_\[\]$~<@]|(?<=www)\.|:(?=//)")
"""Signs that begin a link, a formula or a style; and the middle of what is taken for an address."""


def literally(text: str) -> str:
    """The text with a backslash before each of them, which is not shown."""
    return MARKDOWN.sub(r"\\\g<0>", str(text))
