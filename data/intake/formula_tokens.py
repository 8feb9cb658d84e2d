"""Cuts the text of a formula into tokens."""

import re
from dataclasses import dataclass

KEYWORDS = ("and", "or", "not", "in", "is", "missing", "present", "where", "per", "true", "false")

_PATTERN = re.compile(
    r"""(?P<blank>\s+)
      | (?P<name>\[(?:[^\]]|\]\])*\])
      | (?P<text>'(?:[^']|'')*')
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<placeholder>\{[A-Za-z_][A-Za-z0-9_]*\})
      | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<sign>!=|<>|<=|>=|[-+*/=<>&(),])
    """,
    re.VERBOSE,
)

FOREIGN_SIGNS = {"==": "=", "&&": "and", "||": "or, and for joining texts &"}
"""Signs of other languages; one that stands inside a text or a name is never looked at."""


class FormulaError(Exception):
    """A formula that cannot be read or does not make sense; the message is a sentence for its author."""


@dataclass(frozen=True)
class Token:
    """One piece of a formula: its kind, its content without quotes, and where it begins (1-based)."""

    kind: str
    content: str
    position: int


def cut_tokens(text: str) -> list[Token]:
    """The tokens of a formula, a closing `end` token last. Raises FormulaError at the first odd sign."""
    tokens = []
    at = 0
    while at < len(text):
        if foreign := next((sign for sign in FOREIGN_SIGNS if text.startswith(sign, at)), None):
            raise FormulaError(
                f"{foreign} is written {FOREIGN_SIGNS[foreign]} here (character {at + 1})"
            )
        match = _PATTERN.match(text, at)
        if match is None:
            raise FormulaError(_explain_odd_sign(text, at))
        kind, content = match.lastgroup, match.group()
        if kind == "name":
            content = content[1:-1].replace("]]", "]").strip()
        elif kind == "text":
            content = content[1:-1].replace("''", "'")
        elif kind == "placeholder":
            content = content[1:-1]
        elif kind == "word" and content.lower() in KEYWORDS:
            kind, content = "keyword", content.lower()
        elif content == "<>":
            content = "!="
        if kind != "blank":
            tokens.append(Token(kind, content, at + 1))
        at = match.end()
    return [*tokens, Token("end", "", len(text) + 1)]


def _explain_odd_sign(text: str, at: int) -> str:
    sign = text[at]
    if sign == "'":
        return f"the text that opens at character {at + 1} is never closed by a '"
    if sign == "[":
        return f"the name that opens at character {at + 1} is never closed by a ]"
    if sign == '"':
        return f"texts stand in single quotes: 'like this', not \"like this\" (character {at + 1})"
    return f"the sign {sign!r} at character {at + 1} means nothing in a formula"
