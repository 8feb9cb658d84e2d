"""Names for codes: places by their table, categories by the code list they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from charts.format import is_missing, plain

CROSSED = " · "
"""Stands between the dimensions of a breakdown that crosses several, and between their members."""


@dataclass(frozen=True)
class Labels:
    """Looks names up; a code nobody has named reads as the code itself, made readable."""

    places: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def from_records(cls, jurisdictions: Iterable[dict], vocabulary: Iterable[dict]) -> "Labels":
        """From the rows of a release's tables `jurisdictions` and `vocabulary`."""
        return cls(
            {row["jurisdiction"]: row["name"] for row in jurisdictions},
            {(row["list"], row["code"]): row["label"] for row in vocabulary},
        )

    def place(self, code: str) -> str:
        """Name of a jurisdiction."""
        return self.places.get(code, code)

    def category(self, breakdown: str, code: str) -> str:
        """Name of a member of a breakdown; the breakdown is the code list, where it is one."""
        if code == "total":
            return "All"
        crossed = list(zip(breakdown.split(CROSSED), code.split(CROSSED), strict=False))
        if len(crossed) > 1:
            return ", ".join(self.category(*pair) for pair in crossed)
        label = self.lists.get((breakdown, code))
        if not is_missing(label):
            return label
        # A figure that is broken down twice has its parts joined by a dot.
        return " · ".join(plain(part) for part in code.split(" · "))

    def unit(self, code: str) -> str:
        """What is counted, for the middle of a sentence."""
        return code.replace("_", " ")
