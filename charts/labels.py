"""Names for codes: places by their table, categories by the code list they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from charts import release_words
from charts.format import is_missing, plain
from languages import later, phrase, phrase_in

ALL_CRIME_ONLY = later(
    "Everything here is about crime of many kinds, not about trafficking alone: no number of this "
    "release can be read as one about trafficking."
)
"""Said where a release tells trafficking apart nowhere."""

CROSSED = " · "
"""Stands between the dimensions of a breakdown that crosses several, and between their members."""


@dataclass(frozen=True)
class Labels:
    """Looks names up, in the language spoken now; a code nobody has named reads as the code itself, made readable.

    One set of labels serves many readers: it holds what the release says, and translates when it is asked.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[tuple[str, str], str] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    """Places that repeat other places, and so never stand beside them."""

    @classmethod
    def from_records(cls, jurisdictions: Iterable[dict], vocabulary: Iterable[dict]) -> "Labels":
        """From the rows of a release's tables `jurisdictions` and `vocabulary`."""
        jurisdictions = list(jurisdictions)
        return cls(
            {row["jurisdiction"]: row["name"] for row in jurisdictions},
            {(row["list"], row["code"]): row["label"] for row in vocabulary},
            frozenset(r["jurisdiction"] for r in jurisdictions if r.get("kind") == "group"),
        )

    def place(self, code: str) -> str:
        """Name of a jurisdiction."""
        return release_words.place(self.places.get(code, code))

    def category(self, breakdown: str, code: str) -> str:
        """Name of a member of a breakdown; the breakdown is the code list, where it is one."""
        if code == "total":
            return phrase_in("breakdown", "All")
        crossed = list(zip(breakdown.split(CROSSED), code.split(CROSSED), strict=False))
        if len(crossed) > 1:
            return ", ".join(self.category(*pair) for pair in crossed)
        label = self.lists.get((breakdown, code))
        if not is_missing(label):
            return release_words.label(label)
        # A figure that is broken down twice has its parts joined by a dot.
        return " · ".join(plain(part) for part in code.split(" · "))

    def scope(self, code: str) -> str:
        """Which offences are counted, for the middle of a sentence; all crime is said to be more."""
        words = self.category("scope", code).lower()
        return (
            words
            if code == "trafficking"
            else phrase("{offences}, not trafficking alone", offences=words)
        )

    def publication(self, origin: str | None) -> str:
        """Who published a figure, in which series and edition; `origin` is series and edition."""
        if is_missing(origin):
            return phrase("a source that is not named")
        series, _, edition = origin.rpartition(" ")
        name = self.lists.get(("publication", series))
        if is_missing(name):
            name = series.replace("_", " ")
        if not series:
            return origin
        return phrase(
            "{publication}, edition {edition}",
            publication=release_words.label(name),
            edition=edition,
        )

    def unit(self, code: str) -> str:
        """What is counted, for the middle of a sentence."""
        return release_words.unit(code)
