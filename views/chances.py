"""How likely chance is, with all other tests of its family allowed for, in two strengths."""

from charts.format import is_missing
from languages import decimal, later, phrase
from views.html import join, nowrap

MEANING = later(
    "“List”: of all listed up to that number, so large a share is expected to be chance "
    "(Benjamini and Hochberg). “Alone”: the stricter one, for a statement about this one by name (Holm)."
)

LEAST = 0.001
"""Below this nobody reads digits."""


def among_all(in_a_list: float | None, alone: float | None):
    """Both in a cell; not tested where there was nothing to test."""
    if is_missing(in_a_list) or is_missing(alone):
        return phrase("Not tested")
    listed = phrase("list {probability}", probability=_said(in_a_list))
    by_itself = phrase("alone {probability}", probability=_said(alone))
    return join([nowrap(listed), " ", nowrap(by_itself)])


def _said(probability: float) -> str:
    return f"<{decimal(LEAST, 3)}" if probability < LEAST else decimal(probability, 3)
