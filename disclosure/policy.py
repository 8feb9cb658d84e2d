"""Reads the disclosure policy: every threshold once, with its clause and reason, and where it is stricter.

`threshold(name)` is the value that holds everywhere; `threshold(name, jurisdiction=...)` and the
like is the one that holds for a number of that place, metric, population or category.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "policy.toml"
JOINT = " · "
"""Stands between the members of a crossed category."""
EVERYWHERE = "everywhere"
_PROFILE, _PUBLIC = "profile", "public_facts"
_PLACES = ("jurisdictions", "metrics", "populations", "categories")

Value = int | float | str | tuple


@dataclass(frozen=True)
class Threshold:
    """One line of the policy."""

    name: str
    value: Value
    clause: str
    reason: str
    applies: str = EVERYWHERE

    @property
    def text(self) -> str:
        """The value as readers see it."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return ", ".join(map(str, values))


@dataclass(frozen=True)
class Profile:
    """Thresholds that are higher for some places, metrics, populations or categories."""

    name: str
    places: dict[str, tuple[str, ...]]
    raised: dict[str, int | float]
    clause: str
    reason: str

    def applies_to(self, named: dict[str, str | None]) -> bool:
        """Whether any of the lists names this number; a crossed category is named by each of its members."""
        return any(
            member in self.places[place]
            for place, name in named.items()
            if name is not None
            for member in (name.split(JOINT) if place == "categories" else (name,))
        )

    @property
    def text(self) -> str:
        lists = [f"{place}: {', '.join(names)}" for place, names in self.places.items() if names]
        return "; ".join(lists) or "nowhere yet"


@dataclass(frozen=True)
class PublicFacts:
    """Figures of open court: populations, and the breakdowns in which they are told without a threshold."""

    populations: tuple[str, ...]
    breakdowns: tuple[str, ...]
    clause: str
    reason: str


@cache
def policy() -> dict[str, Threshold]:
    """Every threshold by name, with the value that holds where no profile raises it."""
    return {
        name: Threshold(name, _value(each["value"]), each["clause"], each["reason"])
        for name, each in _declared().items()
        if name not in (_PROFILE, _PUBLIC)
    }


@cache
def profiles() -> tuple[Profile, ...]:
    """Every profile. Raises ValueError where one names no threshold, or would lower it."""
    found = tuple(_profile(name, **each) for name, each in _declared()[_PROFILE].items())
    for profile in found:
        for name, value in profile.raised.items():
            if name not in policy() or value < policy()[name].value:
                raise ValueError(f"Profile {profile.name} does not raise a threshold: {name}.")
    return found


@cache
def public_facts() -> PublicFacts:
    """What is a matter of open court."""
    each = _declared()[_PUBLIC]
    lists = tuple(each["populations"]), tuple(each["breakdowns"])
    return PublicFacts(*lists, each["clause"], each["reason"])


@cache
def threshold(
    name: str,
    jurisdiction: str | None = None,
    population: str | None = None,
    metric: str | None = None,
    category: str | None = None,
) -> Value:
    """The value of one threshold: the highest of the general one and of the profiles that apply."""
    named = dict(zip(_PLACES, (jurisdiction, metric, population, category), strict=True))
    general = policy()[name].value
    raised = [p.raised[name] for p in profiles() if name in p.raised and p.applies_to(named)]
    return max([general, *raised]) if raised else general


def lines() -> tuple[Threshold, ...]:
    """The whole policy, line by line: thresholds, what profiles make of them and where, facts of open court."""
    raised = [
        Threshold(f"{name} ({profile.name})", value, profile.clause, profile.reason, profile.text)
        for profile in profiles()
        for name, value in profile.raised.items()
    ]
    facts = public_facts()
    where = f"breakdowns: {', '.join(facts.breakdowns)}"
    court = Threshold(_PUBLIC, facts.populations, facts.clause, facts.reason, where)
    return (*policy().values(), *raised, court)


@cache
def _declared() -> dict:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _profile(name: str, clause: str, reason: str, **rest) -> Profile:
    places = {place: tuple(rest.pop(place, ())) for place in _PLACES}
    return Profile(name, places, rest, clause, reason)


def _value(declared) -> Value:
    return tuple(declared) if isinstance(declared, list) else declared
