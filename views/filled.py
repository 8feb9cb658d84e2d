"""A sentence with a link or a mark inside: said in one piece, so that every language can put it where it belongs."""

from collections.abc import Iterable
from functools import reduce
from html import escape

from languages import phrase
from views.html import Markup, markup


def filled(said: str, /, **parts) -> Markup:
    """`said`, each {name} in it replaced by HTML or by text: filled(phrase("Source: {link}."), link=...)."""
    return Markup(escape(said).format(**{name: str(markup(part)) for name, part in parts.items()}))


def in_turn(parts: Iterable) -> Markup:
    """Links or marks one after the other: one; two; three."""
    return reduce(_then, parts, markup(""))


def _then(before: Markup, after) -> Markup:
    if not before:
        return markup(after)
    return filled(phrase("{before}; {after}"), before=before, after=after)
