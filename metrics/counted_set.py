"""The units that a number counts, named so that equal units have equal names.

A set is the units of a population in one scope, dated one way, that meet some conditions. One set
lies inside another where its conditions imply those of the other; what lies inside what across
populations is declared beside the population (`Population.same`, `Population.inside`).
"""

from dataclasses import dataclass, replace

COHORT = "entered_on as a cohort"
"""How a unit is dated that enters once, at its first entry, with dates that can be used."""
OPEN_IN_YEAR = "open at some time of the year"
WHOLE = ", whole"
"""What the name of a set ends in that a mix is told of: on every row the total of the set without the mark."""


@dataclass(frozen=True)
class Codes:
    """The column holds one of these codes; of a unit with several rows in the year, in one of them."""

    column: str
    codes: frozenset[str]

    def implies(self, other) -> bool:
        return (
            isinstance(other, Codes) and self.column == other.column and self.codes <= other.codes
        )

    def __str__(self) -> str:
        return f"{_one_line(self.column)} in {', '.join(sorted(self.codes))}"


@dataclass(frozen=True)
class Ended:
    """Ended within so many days of the entry; without days, by the data date."""

    days: int | None = None

    def implies(self, other) -> bool:
        return isinstance(other, Ended) and (
            other.days is None or (self.days is not None and self.days <= other.days)
        )

    def __str__(self) -> str:
        return "ended" if self.days is None else f"ended within {self.days} days"


@dataclass(frozen=True)
class Longer:
    """Open for longer than so many days."""

    days: int

    def implies(self, other) -> bool:
        return isinstance(other, Longer) and self.days >= other.days

    def __str__(self) -> str:
        return f"open for more than {self.days} days"


@dataclass(frozen=True)
class Step:
    """Has come to a step of a staircase: whoever stands on one has taken those before it."""

    stairs: tuple[str, ...]
    step: str

    def implies(self, other) -> bool:
        return (
            isinstance(other, Step)
            and self.stairs == other.stairs
            and self.stairs.index(self.step) >= self.stairs.index(other.step)
        )

    def __str__(self) -> str:
        return f"as far as {self.step}"


@dataclass(frozen=True)
class Stated:
    """What an expression or a sentence says; nothing but itself follows from it."""

    words: str

    def implies(self, other) -> bool:
        return self == other

    def __str__(self) -> str:
        return _one_line(self.words)


Condition = Codes | Ended | Longer | Step | Stated


@dataclass(frozen=True)
class CountedSet:
    """Units of a population; `scope` is empty where a declaration holds in every scope."""

    population: str
    dated: str
    conditions: frozenset[Condition] = frozenset()
    scope: str = ""

    def where(self, *conditions: Condition) -> "CountedSet":
        """Those of the units that meet these conditions too."""
        return replace(self, conditions=self.conditions | set(conditions))

    @property
    def whole(self) -> "CountedSet":
        """All categories together, told on the row of each: the total of this set under another name."""
        return replace(self, dated=f"{self.dated}{WHOLE}")

    def lies_in(self, other: "CountedSet") -> bool:
        """Whether the conditions alone tell that every unit is one of the other set."""
        return (
            (self.population, self.dated) == (other.population, other.dated)
            and (self.scope == other.scope or not other.scope)
            and all(any(own.implies(each) for own in self.conditions) for each in other.conditions)
        )

    def __str__(self) -> str:
        parts = [self.population, self.scope, self.dated, *sorted(map(str, self.conditions))]
        return "/".join(part for part in parts if part)


@dataclass(frozen=True)
class Measured:
    """A number of a metric's rows and the set it counts.

    `measure` is the column of the results: numerator, denominator, or contributors where numerator
    and denominator are sums of money or of days. `category` is given where the members of a
    breakdown stand side by side, each with a set of its own.
    """

    measure: str
    counted: CountedSet
    horizon: int | None = None
    category: str | None = None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def open_at_year_end(entered: str, left: str) -> str:
    """How a unit is dated that stands in stock."""
    return f"open at the end of the year, {entered} to {left}"


def followed(entered: str, ended: str) -> str:
    """How a unit is dated that is followed from one day to another."""
    return f"{entered} of those followed to {ended}"
