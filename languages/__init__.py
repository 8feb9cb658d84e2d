"""One catalogue of messages: every fixed text of screens and reports, in the language of whoever reads.

English stands in the code, so that it can be read there; `<language>.po` beside this file holds a translation of it,
in the format translators' own tools read. A text that lacks a translation is shown in English.
"""

from languages.catalogue import (
    known,
    later,
    name,
    phrase,
    phrase_for,
    phrase_in,
    translation,
)
from languages.constants import Said, SaidLines
from languages.numbers import axis_signs, day, decimal, month, percent, whole
from languages.speaking import ENGLISH, current, direction, speaking, use

__all__ = [
    "ENGLISH",
    "Said",
    "SaidLines",
    "axis_signs",
    "current",
    "day",
    "decimal",
    "direction",
    "known",
    "later",
    "month",
    "name",
    "percent",
    "phrase",
    "phrase_for",
    "phrase_in",
    "speaking",
    "translation",
    "use",
    "whole",
]
