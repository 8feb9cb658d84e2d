"""Reads the declared rules by walking `validations/rules/`: one TOML file a rule, its name the rule's id."""

import tomllib
from functools import cache
from pathlib import Path

from data.schema import submitted_tables
from validations.rule import SEVERITIES, Rule, query_order, query_where

FORMS = {
    "fail_where": lambda rule, condition: {
        "query": query_where(rule["table"], condition),
        "condition": condition,
    },
    "order": lambda rule, order: {
        "query": query_order(**order, blames_both=rule["severity"] == "fail"),
        "order": (order["subject"], order["first"], order["then"]),
    },
    "query": lambda rule, query: {"query": query},
}
"""How a rule may be written -> what it asks."""

FOLDER = Path(__file__).parent / "rules"


@cache
def declared_rules() -> tuple[Rule, ...]:
    """Every declared rule, by id."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> Rule:
    """A file says in one of three ways what breaks the rule: `fail_where`, a condition on rows of
    `table`; `[order]`, two events of one subject and which comes first; `query`, a whole SELECT."""
    declaration = tomllib.loads(path.read_text(encoding="utf-8"))
    ways = {way: declaration.pop(way) for way in FORMS if way in declaration}
    if len(ways) != 1:
        raise ValueError(f"{path.name}: give one of {', '.join(FORMS)}.")
    if declaration["severity"] not in SEVERITIES:
        raise ValueError(f"{path.name}: severity is one of {', '.join(SEVERITIES)}.")
    table = declaration.setdefault("table", None)
    if table is not None and table not in submitted_tables():
        raise ValueError(f"{path.name}: there is no table {table}.")
    declaration.setdefault("column", None)
    ((way, content),) = ways.items()
    return Rule(id=path.stem, **FORMS[way](declaration, content), **declaration)
