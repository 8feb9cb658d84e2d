"""Blocks that no translation reached, in a report that runs from right to left: they keep their own language and direction."""

import unicodedata
from dataclasses import replace

from languages import ENGLISH, direction

RIGHT_TO_LEFT = ("R", "AL")
"""Classes of letters that run from right to left."""


def marked(blocks: tuple) -> tuple:
    """The blocks; where the language spoken runs from right to left, those written in English say so.

    In languages that run as English does a reader loses nothing but a voice's accent; here whole lines would be out of order.
    """
    return tuple(map(_marked, blocks)) if direction() == "rtl" else blocks


def _marked(block):
    if getattr(block, "language", None) != "":
        return block
    words = [block.text] if hasattr(block, "text") else block.words
    return replace(block, language=ENGLISH) if _is_english(" ".join(words)) else block


def _is_english(text: str) -> bool:
    """True where most letters are English: a month or a mark may have been said within a sentence that was not."""
    kinds = [
        unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text if letter.isalpha()
    ]
    return 2 * sum(kinds) < len(kinds)
