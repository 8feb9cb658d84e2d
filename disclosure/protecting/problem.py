"""What the solver of secondary suppression is asked, and what it answers."""

from dataclasses import dataclass, field
from hashlib import sha256

import numpy as np
from scipy.sparse import csr_matrix

# Sums of counts hold exactly; sums of money, up to what adding many of them loses.
SUMS_HOLD = 1e-6
_BY_CELL = (
    "lower", "upper", "cost", "primary", "room_below", "room_above", "is_unpublished", "insiders",
    "hidden_from_insiders",
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """Cells of linked tables, how they add up, and what must not be found out about them.

    All arrays have one entry a cell. A reader knows every relation, every shown value, and of each
    hidden value that it lies between `lower` and `upper`. Raises ValueError where the arrays
    disagree in length, a value lies outside its bounds, or a relation does not hold.
    """

    values: np.ndarray
    """The true counts."""
    lower: np.ndarray
    """What a reader knows beforehand of each cell: 1, for instance, where zeros are told."""
    upper: np.ndarray
    """Likewise from above; infinite where nothing is known."""
    relations: csr_matrix
    """One row a relation: relations @ values == 0."""
    cost: np.ndarray
    """Of hiding the cell; infinite where it must stay published, 0 where it is never published."""
    primary: np.ndarray
    """Whether the cell must be hidden and protected."""
    room_below: np.ndarray
    """For primaries: what a reader holds possible must reach down to values - room_below."""
    room_above: np.ndarray
    """For primaries: ... and up to values + room_above."""
    is_unpublished: np.ndarray
    """Whether the cell is hidden by nature, such as what is left of a whole beside its part."""
    insiders: np.ndarray | None = None
    """Whether somebody inside the cell knows its value, once it is hidden: those counted where they are few."""
    hidden_from_insiders: np.ndarray | None = None
    """Whether the cell, hidden in any case, must not be found out by insiders of other cells."""
    room_inside: float = 0.0
    """How far apart the lowest and the highest value of such a cell must lie that an insider holds possible."""

    def __post_init__(self):
        count = len(self.values)
        for name in _BY_CELL:
            if getattr(self, name) is not None and len(getattr(self, name)) != count:
                raise ValueError(f"{name} has {len(getattr(self, name))} entries, not {count}.")
        if self.relations.shape[1] != count:
            raise ValueError(f"relations has {self.relations.shape[1]} columns, not {count}.")
        self._check_values()

    def content(self) -> str:
        """A name that two problems share where they ask the same."""
        parts = [getattr(self, name) for name in ("values", *_BY_CELL)]
        parts += [getattr(self.relations, name) for name in ("indptr", "indices", "data")]
        digest = sha256(str((self.room_inside, self.relations.shape)).encode())
        for part in parts:
            digest.update(b"-" if part is None else np.ascontiguousarray(part).tobytes())
        return digest.hexdigest()

    def _check_values(self) -> None:
        slack = SUMS_HOLD * (1 + np.abs(self.values))
        if np.any(self.values < self.lower - slack) or np.any(self.values > self.upper + slack):
            raise ValueError("A value lies outside what is known of it beforehand.")
        if np.any(np.isnan(self.cost)) or np.any(self.cost < 0):
            raise ValueError("A cost is negative or not a number.")
        if self.relations.shape[0]:
            sums = np.abs(self.relations @ self.values)
            sizes = abs(self.relations) @ np.abs(self.values)
            if np.any(sums > SUMS_HOLD * (1 + sizes)):
                raise ValueError("A relation does not hold of the values.")


@dataclass(frozen=True)
class Solution:
    """Which cells are hidden, and what that is known to be worth."""

    hidden: np.ndarray
    """Whether the cell is hidden: primaries, cells never published, and secondary cells."""
    cost: float
    """Of the secondary cells together."""
    is_optimal: bool
    """Whether nothing cheaper protects the same primaries."""
    method: str
    """'nothing' (no secondary cell was needed), 'exact' or 'heuristic'."""
    failed: np.ndarray
    """Indices of primaries that no hiding can protect: too much is known, or must stay published."""
    told_inside: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=int))
    """Indices of primaries that no hiding can protect from insiders of another cell."""
    is_complete: bool = True
    """False where a failed primary ended the search before it began, as asked: only `failed` is known then."""
