"""What a research table is made from: who is in it, what an outsider could know of them, and what became of them."""

import re
from dataclasses import dataclass

NOT_TOLD = "not_told"
"""Stands where an attribute is held back; `unknown` says that nobody recorded it."""
OTHER_PLACES = "other_places"
"""Stands for small jurisdictions that are told together."""
PLACE, PERIOD = "jurisdiction", "period"


@dataclass(frozen=True)
class Attribute:
    """Something that people around a person could know: its codes, and how it can be told more coarsely.

    `levels` are recodings from fine to coarse, each a mapping from code to coarser code; a code that
    is not named stays as it is. `weight` says how much is lost with each step.
    """

    name: str
    meaning: str
    codes: tuple[str, ...]
    levels: tuple[dict[str, str], ...] = ()
    weight: float = 1.0

    @property
    def recodings(self) -> tuple[dict[str, str], ...]:
        """Every way of telling it: as it is, the coarser levels, and not at all."""
        return ({}, *self.levels, dict.fromkeys(self.codes, NOT_TOLD))


@dataclass(frozen=True)
class Outcome:
    """What became of a person: one research table. Its codes, and whether it is a fact of open court.

    `sets` maps the id of a counted set to the codes whose people are exactly its units.
    """

    table: str
    name: str
    table_meaning: str
    meaning: str
    codes: tuple[str, ...]
    is_public: bool = False
    sets: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Headline:
    """A metric that can be worked out from a research table: a count, or the share of `part` in `whole`."""

    metric_id: str
    table: str
    part: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True)
class Base:
    """The people of some research tables, and the counted set they are.

    `sql` yields one row a unit with the columns `jurisdiction`, `period` (a block of years as text),
    every attribute and every outcome; other columns are never read. `periods` holds what is public
    of the blocks: (jurisdiction, period, first day, last day). Attributes are held back in the order
    in which they stand. Raises ValueError for names that are no plain words.
    """

    name: str
    sql: str
    set_id: str
    attributes: tuple[Attribute, ...]
    outcomes: tuple[Outcome, ...]
    periods: tuple[tuple, ...] = ()
    headlines: tuple[Headline, ...] = ()

    def __post_init__(self):
        tables = [name for outcome in self.outcomes for name in (outcome.table, outcome.name)]
        names = [*self.keys, *tables]
        if wrong := [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)]:
            raise ValueError(f"{self.name}: no plain words: {', '.join(wrong)}")
        told = [code for attribute in self.attributes for code in attribute.codes]
        if NOT_TOLD in told:
            raise ValueError(f"{self.name}: {NOT_TOLD} is no code of an attribute")

    @property
    def keys(self) -> tuple[str, ...]:
        """Every column that an outsider could know, in the order in which they are held back."""
        return (*(attribute.name for attribute in self.attributes), PERIOD, PLACE)
