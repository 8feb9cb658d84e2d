"""A sentence with a link or a mark inside: said in one piece, so that every language can put it where it belongs."""

from html import escape

from views.html import Markup, markup


def filled(said: str, /, **parts) -> Markup:
    """`said`, each {name} in it replaced by HTML or by text: filled(phrase("Source: {link}."), link=...)."""
    return Markup(escape(said).format(**{name: str(markup(part)) for name, part in parts.items()}))
