"""Turns the tree of a formula into DuckDB SQL. Names and texts enter it quoted, never as they stand."""

import re

from data.intake.formula_aggregates import AGGREGATES, aggregate_sql
from data.intake.formula_columns import COLUMN_FUNCTIONS
from data.intake.formula_functions import FUNCTIONS, common_type
from data.intake.formula_surroundings import Surroundings
from data.intake.formula_tokens import FormulaError
from data.intake.formula_tree import (
    Call,
    Literal,
    Membership,
    Name,
    Node,
    Operation,
    Placeholder,
    Presence,
)
from data.intake.formula_types import (
    DATE,
    MISSING,
    NUMBER,
    NUMBER_PATTERN,
    TEXT,
    TRUTH,
    Expression,
    as_date,
    as_number,
    as_text,
    as_truth,
)
from data.intake.nearest import nearest_hint
from data.intake.quoting import quote_text

ROUNDING = "1e-9"
"""Two numbers are equal when they differ by less than this part of themselves: sums of decimals never meet exactly."""


def to_sql(node: Node, around: Surroundings) -> Expression:
    """The SQL of a formula and the kind of its value. Raises FormulaError where it makes no sense."""
    match node:
        case Literal():
            return _literal(node)
        case Name(name):
            if around.grouped is not None and name not in around.grouped:
                raise FormulaError(
                    f"{name!r} differs between the rows of a group; put it inside sum(), min() or their like, or add it to group_by"
                )
            return around.cell(name)
        case Placeholder(name):
            if name not in around.placeholders:
                hint = nearest_hint(name, around.placeholders)
                raise FormulaError(f"{{{name}}} means nothing here." + (f" {hint}" if hint else ""))
            value = around.placeholders[name]
            if around.grouped is not None and value.sql.startswith(f"{around.alias}."):
                raise FormulaError(f"{{{name}}} differs between the rows of a group")
            return value
        case Presence(operand, present):
            value = to_sql(operand, around)
            return Expression(f"({value.sql} IS {'NOT ' if present else ''}NULL)", TRUTH)
        case Membership():
            return _membership(node, around)
        case Operation(sign, operands):
            values = tuple(to_sql(part, around) for part in operands)
            if DATE not in {value.type for value in values}:
                _check_texts(sign, operands)
            return _operation(sign, values, around)
        case Call():
            return _call(node, around)


def _literal(node: Literal) -> Expression:
    match node.value:
        case None:
            return Expression("NULL", MISSING)
        case bool() as truth:
            return Expression("TRUE" if truth else "FALSE", TRUTH)
        case str() as text:
            return Expression(quote_text(text), TEXT)
        case number:
            return Expression(f"({number!r}::DOUBLE)", NUMBER)


def _membership(node: Membership, around: Surroundings) -> Expression:
    value = to_sql(node.operand, around)
    choices = tuple(_literal(choice) for choice in node.choices)
    sql = as_number(value) if common_type(choices) == NUMBER else as_text(value)
    listed = ", ".join(choice.sql for choice in choices)
    return Expression(f"({sql} {'NOT ' if node.negated else ''}IN ({listed}))", TRUTH)


def _operation(sign: str, values: tuple[Expression, ...], around: Surroundings) -> Expression:
    if sign in ("and", "or"):
        return Expression(
            "(" + f" {sign.upper()} ".join(as_truth(value) for value in values) + ")", TRUTH
        )
    if sign == "not":
        return Expression(f"(NOT {as_truth(values[0])})", TRUTH)
    if sign == "&":
        return Expression("(" + " || ".join(as_text(value) for value in values) + ")", TEXT)
    if sign == "negate":
        return Expression(f"(- {as_number(values[0])})", NUMBER)
    left, right = values
    if sign in ("+", "-", "*", "/"):
        return _arithmetic(sign, left, right)
    return Expression(_comparison(sign, left, right, around), TRUTH)


def _check_texts(sign: str, operands: tuple[Node, ...]) -> None:
    """A fixed text that can never be what the sign needs is a slip, not a missing value."""
    for part in operands:
        if not isinstance(part, Literal) or not isinstance(part.value, str):
            continue
        if sign in ("=", "!=") and not part.value:
            raise FormulaError("an empty cell is missing: write `is missing` or `is present`")
        if sign in ("+", "-", "*", "/") and not re.fullmatch(NUMBER_PATTERN, part.value):
            raise FormulaError(f"{part.value!r} is no number, and {sign} needs one; & joins texts")


def _arithmetic(sign: str, left: Expression, right: Expression) -> Expression:
    if sign == "-" and left.type == right.type == DATE:
        return Expression(f"CAST({left.sql} - {right.sql} AS DOUBLE)", NUMBER)
    if left.type == DATE and sign in ("+", "-"):
        days = f"TRY_CAST(round({as_number(right, 'a number of days')}) AS INTEGER)"
        # TRY: a day count beyond the calendar is missing, not an error of the whole query.
        return Expression(f"TRY(CAST({left.sql} {sign} {days} AS DATE))", DATE)
    first, second = as_number(left), as_number(right)
    if sign == "/":
        return Expression(f"({first} / nullif({second}, 0))", NUMBER)
    return Expression(f"({first} {sign} {second})", NUMBER)


def _comparison(sign: str, left: Expression, right: Expression, around: Surroundings) -> str:
    kinds = {left.type, right.type}
    if MISSING in kinds:
        raise FormulaError("nothing equals a missing value; write `is missing` or `is present`")
    written = "<>" if sign == "!=" else sign
    if DATE in kinds:
        return f"({as_date(left)} {written} {as_date(right)})"
    if TRUTH in kinds:
        return f"({as_truth(left)} {written} {as_truth(right)})"
    if NUMBER not in kinds and sign not in ("=", "!="):
        # Texts have an order ('9' comes after '12'), but never the one that is meant.
        raise FormulaError(f"say what is compared by {sign}: number(...) or date(...)")
    if NUMBER not in kinds and around.tolerance is None:
        return f"({as_text(left)} {written} {as_text(right)})"
    first, second = as_number(left), as_number(right)
    if sign not in ("=", "!="):
        return f"({first} {written} {second})"
    slack = (
        f"greatest({around.tolerance or 0!r}, {ROUNDING} * greatest(abs({first}), abs({second})))"
    )
    return f"(abs({first} - {second}) {'<=' if sign == '=' else '>'} {slack})"


def _call(node: Call, around: Surroundings) -> Expression:
    name = node.function
    if name in AGGREGATES:
        return aggregate_sql(node, around, to_sql)
    if node.condition is not None or node.per:
        raise FormulaError(f"`where` and `per` belong to {', '.join(AGGREGATES)}, not to {name}()")
    if name in COLUMN_FUNCTIONS:
        return COLUMN_FUNCTIONS[name](node, around, to_sql)
    if name not in FUNCTIONS:
        hint = nearest_hint(name, [*FUNCTIONS, *AGGREGATES, *COLUMN_FUNCTIONS])
        raise FormulaError(f"there is no function {name}()." + (f" {hint}" if hint else ""))
    function = FUNCTIONS[name]
    count = len(node.arguments)
    if count < function.least or (function.most is not None and count > function.most):
        raise FormulaError(f"{name}() is called as {function.usage}")
    arguments = []
    for place, part in enumerate(node.arguments):
        if function.must_be_literal(place):
            if not isinstance(part, Literal) or part.value is None:
                raise FormulaError(
                    f"argument {place + 1} of {function.usage} must be a fixed value, as in 'this'"
                )
            arguments.append(part.value)
        else:
            arguments.append(to_sql(part, around))
    return function.build(*arguments)
