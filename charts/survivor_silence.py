"""What survivors who kept silent could change about a share of those who answered, and what may then be claimed."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.describe import quality
from languages import decimal, phrase

HALF = 0.5
WIDE = 0.3
"""A band of thirty points or more says nothing worth a claim: the width at which a number counts as very uncertain."""


@dataclass(frozen=True)
class Band:
    """From where to where the share moves when the silent differ."""

    lower: float
    upper: float

    @property
    def words(self) -> str:
        """30.3% to 66.7%."""
        return reads.interval(self.lower, self.upper, "share")

    @property
    def claim(self) -> str:
        """What may be said of more or fewer than half, or that nothing may."""
        if self.lower <= HALF <= self.upper:
            return phrase(
                "No claim: with so many silent, most survivors may be satisfied or most may not be."
            )
        if self.upper - self.lower >= WIDE:
            points = decimal(100 * (self.upper - self.lower), 0)
            return phrase("No claim: the silent could move this by {points} points.", points=points)
        if self.lower > HALF:
            return phrase("Even if the silent differ so much, more than half are satisfied.")
        return phrase("Even if the silent differ so much, fewer than half are satisfied.")


def band(rows: Sequence[dict]) -> Band | None:
    """Over all assumptions told of one place and period; None where none is, or one of them is hidden."""
    told = [row["value"] for row in rows if quality(row) != "blank"]
    return Band(min(told), max(told)) if len(told) > 1 and len(told) == len(rows) else None
