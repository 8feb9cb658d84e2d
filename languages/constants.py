"""Tables and lists of constants that say their texts in the language of whoever reads them, not of who imported them.

Their texts stand in `later(...)`, so that they are collected.
"""

from collections.abc import Iterator, Mapping, Sequence

from languages.catalogue import phrase


class Said(Mapping[str, str]):
    """Code -> its words."""

    def __init__(self, english: Mapping[str, str]):
        self._english = dict(english)

    def __getitem__(self, code: str) -> str:
        return phrase(self._english[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)


class SaidLines(Sequence):
    """Sentences in order, or lines of several texts each."""

    def __init__(self, *english: str | tuple[str, ...]):
        self._english = english

    def __getitem__(self, place):
        if isinstance(place, slice):
            return tuple(self)[place]
        found = self._english[place]
        return phrase(found) if isinstance(found, str) else tuple(phrase(each) for each in found)

    def __len__(self) -> int:
        return len(self._english)
