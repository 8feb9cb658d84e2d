"""Whether the cells of a column hold several values each."""

from collections import Counter
from collections.abc import Mapping

SEPARATORS = (";", "|")
"""Signs that hardly stand inside a name or a code; commas and strokes often do."""

OFTEN = 0.1
"""Share of the filled cells that must hold several values."""


def separator_of(counts: Mapping[str, int]) -> str | None:
    """The sign between the values of a cell, or None; values that never come back are a text, not a list."""
    for sign in SEPARATORS:
        several = sum(times for value, times in counts.items() if sign in value.strip(sign))
        if several < max(1, OFTEN * sum(counts.values())):
            continue
        parts: Counter[str] = Counter()
        for value, times in counts.items():
            parts.update({part.strip(): times for part in value.split(sign) if part.strip()})
        if parts.total() >= 2 * len(parts):
            return sign
    return None
