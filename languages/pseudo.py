"""A language that nobody speaks: every text of the catalogue in brackets, so that what lacks them was never said.

⟦3 of ⟦victims⟧⟧ tells that the sentence and the word in it can be translated; numbers and days stay English.
"""

PSEUDO = "qps"
"""A code that ISO 639 keeps free for private use."""
OPENS, CLOSES = "⟦", "⟧"


class Bracketed(dict):
    """A catalogue that holds every text: (context, English) -> the text in brackets."""

    def get(self, key, default=None):
        return f"{OPENS}{key[1]}{CLOSES}"


def outside(text: str) -> str:
    """What of `text` stands in no brackets, the holes told by a sign; brackets may stand in one another.

    A text that was cut may close what it never opened, or the other way round: what is cut off was said.
    """
    depth, kept = 0, []
    for sign in text:
        if sign == OPENS:
            depth += 1
        elif sign == CLOSES:
            if not depth:
                kept.clear()
            depth = max(0, depth - 1)
            kept.append("␣")
        elif not depth:
            kept.append(sign)
    return "".join(kept)
