"""The functions of a formula that look at one row only: each takes expressions and gives one."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from data.intake.formula_tokens import FormulaError
from data.intake.formula_types import (
    DATE,
    ISO_FORMATS,
    MISSING,
    NUMBER,
    TEXT,
    TRUTH,
    Expression,
    as_date,
    as_number,
    as_text,
    as_truth,
    read_date,
    read_number,
)
from data.intake.quoting import quote_text

SEPARATORS = (",", ".", "'", " ", "\u00a0", "\u202f", "\u2009", "_", "’")
"""Signs that may stand between thousands or before decimals."""


@dataclass(frozen=True)
class Function:
    """How a function is called and written in SQL. `literals` are argument places that must be fixed texts or numbers."""

    usage: str
    least: int
    most: int | None
    build: Callable[..., Expression]
    literals: tuple[int, ...] = ()
    literals_from: int | None = None

    def must_be_literal(self, place: int) -> bool:
        return place in self.literals or (
            self.literals_from is not None and place >= self.literals_from
        )


def common_type(values: tuple[Expression, ...]) -> str:
    """The kind that several alternatives share; missing fits all. Raises FormulaError where they differ."""
    kinds = {value.type for value in values} - {MISSING}
    if len(kinds) > 1:
        raise FormulaError(
            f"alternatives must be of one kind, but there are {' and '.join(sorted(kinds))}; use text(), number() or date()"
        )
    return kinds.pop() if kinds else MISSING


def cast_to(value: Expression, kind: str) -> str:
    """SQL of the value as one of the kinds."""
    return {NUMBER: as_number, DATE: as_date, TRUTH: as_truth}.get(kind, as_text)(value)


def _number(value: Expression, thousands: str = "", decimal: str = ".") -> Expression:
    for sign in (thousands, decimal):
        if sign and sign not in SEPARATORS:
            raise FormulaError(f"{sign!r} cannot separate thousands or decimals")
    if thousands == decimal:
        raise FormulaError("thousands and decimals are separated by the same sign")
    if value.type != TEXT:
        return Expression(as_number(value), NUMBER)
    return Expression(read_number(value.sql, thousands or None, decimal), NUMBER)


def _date(value: Expression, *formats: str) -> Expression:
    if value.type == DATE:
        return value
    return Expression(read_date(as_text(value), formats or ISO_FORMATS), DATE)


def _if(condition: Expression, then: Expression, other: Expression) -> Expression:
    kind = common_type((then, other))
    sql = f"(CASE WHEN {as_truth(condition)} THEN {cast_to(then, kind)} ELSE {cast_to(other, kind)} END)"
    return Expression(sql, kind)


def _first(*values: Expression) -> Expression:
    kind = common_type(values)
    return Expression(f"coalesce({', '.join(cast_to(value, kind) for value in values)})", kind)


def _extreme(name: str) -> Callable[..., Expression]:
    def build(*values: Expression) -> Expression:
        kind = DATE if any(value.type == DATE for value in values) else NUMBER
        return Expression(f"{name}({', '.join(cast_to(value, kind) for value in values)})", kind)

    return build


def _text(sql: str) -> Callable[[Expression], Expression]:
    return lambda value: Expression(sql.format(as_text(value)), TEXT)


def _part_of_date(name: str) -> Callable[[Expression], Expression]:
    return lambda value: Expression(f"CAST({name}({as_date(value)}) AS DOUBLE)", NUMBER)


def _round(value: Expression, digits: float = 0.0) -> Expression:
    return Expression(f"round({as_number(value)}, {int(digits)})", NUMBER)


def _matches(value: Expression, pattern: str) -> Expression:
    return Expression(f"regexp_full_match({as_text(value)}, {quote_text(pattern)})", TRUTH)


def _part(value: Expression, pattern: str, group: float = 1.0) -> Expression:
    found = f"regexp_extract({as_text(value)}, {quote_text(pattern)}, {int(group)})"
    return Expression(f"nullif({found}, '')", TEXT)


def _replace(value: Expression, pattern: str, by: str) -> Expression:
    sql = f"regexp_replace({as_text(value)}, {quote_text(pattern)}, {quote_text(by)}, 'g')"
    return Expression(sql, TEXT)


def _band(value: Expression, *labels: str) -> Expression:
    """The label whose range holds the whole part of a number: '18-20', '48+'."""
    number = f"floor({as_number(value)})"
    cases = []
    for label in labels:
        match = re.fullmatch(r"(\d+)(?:-(\d+)|\+)", str(label))
        if match is None:
            raise FormulaError(f"{label!r} is no band; write '18-20' or '48+'")
        first, last = match.groups()
        upper = f" AND {number} <= {last}" if last else ""
        cases.append(f"WHEN {number} >= {first}{upper} THEN {quote_text(label)}")
    return Expression(f"(CASE {' '.join(cases)} END)", TEXT)


FUNCTIONS = {
    "band": Function("band(x, '0-17', '18+', ...)", 2, None, _band, literals_from=1),
    "number": Function("number(x, thousands, decimal)", 1, 3, _number, literals_from=1),
    "text": Function("text(x)", 1, 1, lambda value: Expression(as_text(value), TEXT)),
    "date": Function("date(x, format, ...)", 1, None, _date, literals_from=1),
    "coalesce": Function("coalesce(x, y, ...)", 1, None, _first),
    "if": Function("if(condition, then, else)", 3, 3, _if),
    "lower": Function("lower(x)", 1, 1, _text("lower({})")),
    "upper": Function("upper(x)", 1, 1, _text("upper({})")),
    "trim": Function("trim(x)", 1, 1, _text("nullif(trim({}), '')")),
    "length": Function(
        "length(x)", 1, 1, lambda x: Expression(f"CAST(length({as_text(x)}) AS DOUBLE)", NUMBER)
    ),
    "matches": Function("matches(x, pattern)", 2, 2, _matches, literals=(1,)),
    "part": Function("part(x, pattern, group)", 2, 3, _part, literals=(1, 2)),
    "replace": Function("replace(x, pattern, by)", 3, 3, _replace, literals=(1, 2)),
    "abs": Function("abs(x)", 1, 1, lambda x: Expression(f"abs({as_number(x)})", NUMBER)),
    "floor": Function("floor(x)", 1, 1, lambda x: Expression(f"floor({as_number(x)})", NUMBER)),
    "round": Function("round(x, digits)", 1, 2, _round, literals=(1,)),
    "least": Function("least(x, y, ...)", 1, None, _extreme("least")),
    "greatest": Function("greatest(x, y, ...)", 1, None, _extreme("greatest")),
    "days": Function(
        "days(from, to)",
        2,
        2,
        lambda a, b: Expression(
            f"CAST(date_diff('day', {as_date(a)}, {as_date(b)}) AS DOUBLE)", NUMBER
        ),
    ),
    "year": Function("year(date)", 1, 1, _part_of_date("year")),
    "month": Function("month(date)", 1, 1, _part_of_date("month")),
    "month_end": Function(
        "month_end(date)", 1, 1, lambda x: Expression(f"last_day({as_date(x)})", DATE)
    ),
}
