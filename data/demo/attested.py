"""What the oversight body of one place states of its duties: drawn cell by cell, beside what is written out."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.demo.dice import Dice, day_number
from data.demo.staged import staged, staged_cells
from data.demo.truths_compliance import Attested, Compliance, Shares
from data.instruments import obligations

REASONS = Path(__file__).with_name("reasons.toml")

NEXT_TO = {"met": ("partly_met",), "partly_met": ("not_met", "met"), "not_met": ("partly_met",)}
"""What a second coder may read who does not agree, and what may have been stated before."""


@dataclass(frozen=True)
class Statement:
    """One statement; `day` is a day number, `coder` 1 or 2."""

    obligation_id: str
    aspect: str
    status: str
    grade: str
    day: int
    reason: str
    coder: int = 1


def statements(place: str, rules: Compliance, dice: Dice) -> list[Statement]:
    """Everything stated of one place; nothing of the silent one."""
    if place == rules.silent:
        return []
    written = [_written(entry) for entry in staged("attestation", place)]
    taken = staged_cells(place) | set(rules.recommended.cells)
    grades = {"C": 1.0} if place == rules.claims_only else rules.attested.grades
    every = _cells(place, rules.attested)
    share = min(rules.attested.cells / len(every), rules.attested.at_most)
    drawn = [
        statement
        for cell in every
        if cell not in taken
        for statement in _drawn(*cell, share, grades, rules.attested, dice)
    ]
    return written + drawn


def _cells(place: str, rules: Attested) -> list[tuple[str, str]]:
    return [
        (row["obligation_id"], aspect)
        for row in obligations()
        if place in rules.bound_by.get(row["instrument"], ())
        for aspect in row["aspects"]
    ]


def _written(entry: dict) -> Statement:
    return Statement(
        entry["obligation_id"],
        entry["aspect"],
        entry["status"],
        entry["grade"],
        day_number(entry["stated_on"]),
        entry["reason"],
    )


def _drawn(
    obligation_id: str, aspect: str, share: float, grades: Shares, rules: Attested, dice: Dice
) -> list[Statement]:
    """None, or what is stated of one cell. Each cell has its own stream, so that a new duty hardly moves what is stated of others."""
    own = dice.apart(f"attestation {obligation_id} {aspect}")
    if not _happens(own, share):
        return []
    grade = _one(own, grades)
    status = _one(own, rules.status[grade])
    span = (rules.fresh_from, rules.fresh_until)
    if _happens(own, rules.stale):
        span = (rules.old_from, rules.old_until)
    day = int(own.days_between(*map(day_number, span), 1)[0])

    def stated(status: str, day: int, coder: int) -> Statement:
        opening = own.random.choice(_words()["opening"][grade])
        reason = f"{opening} {own.random.choice(_words()[aspect][status])}"
        return Statement(obligation_id, aspect, status, grade, day, reason, coder)

    # Nobody claims in its own answer to fall short entirely.
    others = [one for one in NEXT_TO.get(status, ()) if one in rules.status[grade]] or [status]
    found = [stated(status, day, coder=1)]
    if _happens(own, rules.twice):
        read = status if _happens(own, rules.alike) else own.random.choice(others)
        found.append(stated(str(read), day, coder=2))
    if _happens(own, rules.overtaken):
        earlier = day - int(own.random.integers(200, 700))
        found.append(stated(str(own.random.choice(others)), earlier, coder=1))
    return found


def _happens(own: Dice, share: float) -> bool:
    return bool(own.chance(share, 1)[0])


def _one(own: Dice, shares: Shares) -> str:
    return own.pick(shares, 1)[0]


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(REASONS.read_text(encoding="utf-8"))
