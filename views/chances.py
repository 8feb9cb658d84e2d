"""How likely chance is, with all other tests of its family allowed for, in two strengths."""

from charts.format import is_missing
from views.html import join, nowrap

MEANING = (
    "“List”: of all listed up to that number, so large a share is expected to be chance "
    "(Benjamini and Hochberg). “Alone”: the stricter one, for a statement about this one by name (Holm)."
)


def among_all(in_a_list: float | None, alone: float | None):
    """Both in a cell; not tested where there was nothing to test."""
    if is_missing(in_a_list) or is_missing(alone):
        return "Not tested"
    return join([nowrap(f"list {_said(in_a_list)}"), " ", nowrap(f"alone {_said(alone)}")])


def _said(probability: float) -> str:
    return "<0.001" if probability < 0.001 else f"{probability:.3f}"
