"""Parts of a sentence put together, with the signs that the language puts between them."""

from collections.abc import Iterable
from functools import reduce

from languages import phrase


def with_commas(parts: Iterable[str]) -> str:
    """One, two, three; parts that are empty are left out."""
    return _joined(
        parts, lambda before, after: phrase("{before}, {after}", before=before, after=after)
    )


def in_turn(parts: Iterable[str]) -> str:
    """One; two; three."""
    return _joined(
        parts, lambda before, after: phrase("{before}; {after}", before=before, after=after)
    )


def named(name: str, said: str) -> str:
    """Altaria: 62.3%."""
    return phrase("{name}: {said}", name=name, said=said)


def _joined(parts: Iterable[str], join) -> str:
    return reduce(join, [part for part in parts if part] or [""])
