"""Turns the tree of a formula into DuckDB SQL. Names and texts enter it quoted, never as they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.intake.formula_aggregates import AGGREGATES, aggregate_sql
from data.intake.formula_functions import FUNCTIONS, common_type
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
    TEXT,
    TRUTH,
    Expression,
    as_date,
    as_number,
    as_text,
    as_truth,
)
from data.intake.nearest import nearest_hint
from data.intake.quoting import quote_name, quote_text

ROUNDING = "1e-9"
"""Two numbers are equal when they differ by less than this part of themselves: sums of decimals never meet exactly."""

OTHER_FUNCTIONS = ("lookup", "raw", "code", "sum_across", "count_across")
"""Functions that need to know the columns around them."""


@dataclass(frozen=True)
class Surroundings:
    """What a formula is read against: the columns of its file and what else it may name.

    `columns` gives each derived column its kind; any other name is a heading and holds text.
    `headings` None means that the file has not been read yet, so any heading is accepted.
    `files` maps the id of each other file to its own derived columns and headings, for lookups.
    `grouped` is the names a group check groups by, None for a formula about one row.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[str, ...] | None = None
    missing: tuple[str, ...] = ()
    placeholders: Mapping[str, Expression] = field(default_factory=dict)
    files: Mapping[str, "Surroundings"] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    grouped: tuple[str, ...] | None = None
    tolerance: float | None = None
    live: str = "TRUE"
    alias: str = "here"

    def cell(self, name: str, missing: tuple[str, ...] | None = None) -> Expression:
        """The value of a column; in a heading's column the tokens for missing are missing."""
        sql = f"{self.alias}.{quote_name(name)}"
        if name in self.columns:
            return Expression(sql, self.columns[name])
        if self.headings is not None and name not in self.headings:
            raise FormulaError(self.unknown(name))
        tokens = self.missing if missing is None else missing
        if not tokens:
            return Expression(sql, TEXT)
        listed = ", ".join(quote_text(token.lower()) for token in sorted(set(tokens)))
        return Expression(f"(CASE WHEN lower({sql}) NOT IN ({listed}) THEN {sql} END)", TEXT)

    def unknown(self, name: str) -> str:
        hint = nearest_hint(name, [*self.columns, *(self.headings or ())])
        return f"there is no column {name!r} in the file." + (f" {hint}" if hint else "")


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
            return _operation(sign, tuple(to_sql(part, around) for part in operands), around)
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
    if name == "lookup":
        return _lookup(node, around)
    if name == "raw":
        if len(node.arguments) != 1 or not isinstance(node.arguments[0], Name):
            raise FormulaError("raw([heading]) takes one heading")
        return around.cell(node.arguments[0].name, missing=())
    if name == "code":
        return _code(node, around)
    if name in ("sum_across", "count_across"):
        return _across(node, around)
    if name not in FUNCTIONS:
        hint = nearest_hint(name, [*FUNCTIONS, *AGGREGATES, *OTHER_FUNCTIONS])
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


def _lookup(node: Call, around: Surroundings) -> Expression:
    usage = "lookup('file id', 'column wanted', 'column to match', value, ...)"
    count = len(node.arguments)
    if count < 4 or count % 2:
        raise FormulaError(f"lookup() is called as {usage}")
    fixed = [node.arguments[0], node.arguments[1], *node.arguments[2::2]]
    if not all(isinstance(part, Literal) and isinstance(part.value, str) for part in fixed):
        raise FormulaError(f"file and columns are fixed texts: {usage}")
    file, wanted = node.arguments[0].value, node.arguments[1].value
    if file not in around.files:
        hint = nearest_hint(file, around.files)
        raise FormulaError(
            f"no file {file!r} can be looked up here." + (f" {hint}" if hint else "")
        )
    there = around.files[file]
    value = there.cell(wanted)
    matches = [
        f"{as_text(there.cell(key.value))} = {as_text(to_sql(part, around))}"
        for key, part in zip(node.arguments[2::2], node.arguments[3::2], strict=True)
    ]
    sql = (
        f"(SELECT arg_min({value.sql}, there.row_id) FROM working.{quote_name(file)} AS there "
        f"WHERE {there.live} AND {' AND '.join(matches)})"
    )
    return Expression(sql, value.type)


def _across(node: Call, around: Surroundings) -> Expression:
    """The sum, or the number of filled cells, over the columns whose heading matches a pattern."""
    texts = [part.value for part in node.arguments if isinstance(part, Literal)]
    if len(texts) != 1 or not isinstance(texts[0], str) or len(node.arguments) != 1:
        raise FormulaError(f"{node.function}('pattern of the headings') takes one fixed text")
    try:
        pattern = re.compile(texts[0])
    except re.error as error:
        raise FormulaError(f"{texts[0]!r} is no pattern that can be run: {error}") from error
    if around.headings is None:
        return Expression("NULL::DOUBLE", NUMBER)
    cells = [around.cell(name) for name in around.headings if pattern.fullmatch(name)]
    if not cells:
        raise FormulaError(f"no heading matches {texts[0]!r}")
    if node.function == "count_across":
        terms = [f"CAST({cell.sql} IS NOT NULL AS INTEGER)" for cell in cells]
        return Expression(f"CAST({' + '.join(terms)} AS DOUBLE)", NUMBER)
    numbers = [as_number(cell) for cell in cells]
    # A balanced sum: a thousand columns in one chain would nest too deep for the parser.
    return Expression(f"list_sum([{', '.join(numbers)}])", NUMBER)


def _code(node: Call, around: Surroundings) -> Expression:
    """The code that a list of the mapping gives for a value; missing where it lists none."""
    match node.arguments:
        case (operand, Literal(str() as name)):
            if name not in around.lists:
                hint = nearest_hint(name, around.lists)
                raise FormulaError(f"there is no [lists.{name}]." + (f" {hint}" if hint else ""))
            cases = " ".join(
                f"WHEN {quote_text(printed)} THEN {quote_text(code)}"
                for printed, code in around.lists[name].items()
            )
            return Expression(f"(CASE {as_text(to_sql(operand, around))} {cases} END)", TEXT)
    raise FormulaError("code() is called as code(x, 'name of a list')")
