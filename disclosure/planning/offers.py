"""Reads the publication plan: the offers a table can be told by, and the family it belongs to."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent.parent / "plan.toml"
CROSSED = " · "
PART_OF_COUNTRY = "-"
FINENESS = {"year": 0, "short_block": 1, "block": 1, "double": 2}
"""Length of a period -> its place from the finest on; what tells no period is coarser than all of them."""


@dataclass(frozen=True)
class Table:
    """What names a table, and what else its family is chosen by."""

    metric_id: str
    scope: str
    jurisdiction: str
    breakdown: str
    currency: str | None
    kind: str | None
    period_kind: str
    unit: str

    @property
    def key(self) -> tuple:
        return self.metric_id, self.scope, self.jurisdiction, self.breakdown, self.currency

    @property
    def total_key(self) -> tuple:
        return self.metric_id, self.scope, self.jurisdiction, "total", self.currency


@dataclass(frozen=True)
class Offer:
    """Period lengths and level of categories that a table can be told by; without periods it is left out."""

    name: str
    periods: tuple[str, ...]
    told: str
    reason: str
    merged: bool = False

    @property
    def fineness(self) -> int:
        return min((FINENESS[period] for period in self.periods), default=len(FINENESS))


@dataclass(frozen=True)
class Family:
    """Tables that are told coarser in the same order.

    `limit` names the threshold of their density, `blank_limit` that of the share that is hidden.

    Where a family `stands_alone`, a year or block that no told period contains is told as well.
    """

    name: str
    where: tuple[dict, ...]
    limit: str
    blank_limit: str
    offers: tuple[Offer, ...]
    reason: str
    stands_alone: bool = False


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order in which they are asked. Raises KeyError for an offer nobody declared."""
    offers = declared_offers()
    return tuple(
        Family(
            **facts
            | {
                "where": tuple(facts["where"]),
                "offers": tuple(offers[name] for name in facts["offers"]),
            }
        )
        for facts in _declared()["families"]
    )


@cache
def declared_offers() -> dict[str, Offer]:
    """Every offer by its name."""
    return {name: _offer(name, facts) for name, facts in _declared()["offers"].items()}


def _declared() -> dict:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def family_of(table: Table) -> Family:
    """The first family that holds the table; the last one holds all."""
    return _family_of(
        table.metric_id,
        table.breakdown,
        table.kind,
        table.period_kind,
        table.unit,
        PART_OF_COUNTRY in table.jurisdiction,
    )


@cache
def _family_of(metric_id, breakdown, kind, period_kind, unit, is_part_of_country: bool) -> Family:
    facts = {
        "metrics": metric_id,
        "breakdowns": breakdown,
        "kinds": kind,
        "period_kinds": period_kind,
        "units": unit,
        "is_crossed": CROSSED in breakdown,
        "is_part_of_country": is_part_of_country,
    }
    return next(
        family for family in families() if any(_meets(facts, each) for each in family.where)
    )


def _offer(name: str, facts: dict) -> Offer:
    return Offer(name, **facts | {"periods": tuple(facts["periods"])})


def _meets(facts: dict, condition: dict) -> bool:
    return all(
        facts[name] == asked if isinstance(asked, bool) else facts[name] in asked
        for name, asked in condition.items()
    )
