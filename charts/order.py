"""The order of justice, which every door keeps: from finding people to what others publish about it."""

from collections.abc import Iterable

JUSTICE_ORDER = (
    "identification",
    "protection",
    "prosecution",
    "sentencing",
    "timeliness",
    "redress",
    "experience",
    "recurrence",
    "cooperation",
    "fairness",
    "oversight",
    "prevention",
    "quality",
    "official",
)
"""Groups of metrics; a group nobody has placed comes last."""


def in_justice_order(definitions: Iterable[dict]) -> list[dict]:
    """Definitions by their group; inside a group they keep their order."""
    return sorted(definitions, key=lambda each: _place(each["metric_group"]))


def _place(group: str) -> int:
    return JUSTICE_ORDER.index(group) if group in JUSTICE_ORDER else len(JUSTICE_ORDER)
