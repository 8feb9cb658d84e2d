"""Finds the name somebody probably meant."""

import difflib
from collections.abc import Iterable


def nearest_hint(name: str, known: Iterable[str]) -> str | None:
    """A sentence that offers the known name nearest to `name`, or the choices where they are few."""
    choices = list(known)
    by_folded = {choice.casefold(): choice for choice in choices}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    if found:
        return f"Did you mean {by_folded[found[0]]!r}?"
    if 0 < len(choices) <= 12:
        return "Known here: " + ", ".join(repr(choice) for choice in choices) + "."
    return None
