"""Functions of a formula that need to know the columns around them, in this file or in another."""

import re
from collections.abc import Callable, Mapping

from data.intake.formula_aggregates import AGGREGATES
from data.intake.formula_surroundings import Surroundings
from data.intake.formula_tokens import FormulaError
from data.intake.formula_tree import Call, Literal, Name, Node, walk
from data.intake.formula_types import NUMBER, TEXT, Expression, as_number, as_text
from data.intake.nearest import nearest_hint
from data.intake.quoting import quote_name, quote_text

ToSql = Callable[[Node, Surroundings], Expression]


def _raw(node: Call, around: Surroundings, to_sql: ToSql) -> Expression:
    """A cell as printed, tokens for missing included."""
    match node.arguments:
        case (Name(name),):
            return around.cell(name, missing=())
    raise FormulaError("raw([heading]) takes one heading")


def _lookup(node: Call, around: Surroundings, to_sql: ToSql) -> Expression:
    usage = "lookup('file id', 'column wanted', 'column to match', value, ...)"
    count = len(node.arguments)
    if count < 4 or count % 2:
        raise FormulaError(f"lookup() is called as {usage}")
    fixed = [node.arguments[0], node.arguments[1], *node.arguments[2::2]]
    if not all(isinstance(part, Literal) and isinstance(part.value, str) for part in fixed):
        raise FormulaError(f"file and columns are fixed texts: {usage}")
    file, wanted = node.arguments[0].value, node.arguments[1].value
    if file not in around.files:
        hint = nearest_hint(file, around.files) or (
            "Only a file further up can be, and never by a rule that leaves rows out."
        )
        raise FormulaError(f"no file {file!r} can be looked up here. {hint}")
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


def _across(node: Call, around: Surroundings, to_sql: ToSql) -> Expression:
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


def _code(node: Call, around: Surroundings, to_sql: ToSql) -> Expression:
    """The code that a list of the mapping gives for a value; missing where it lists none."""
    operand, listed = _operand_and_list(node, around)
    cases = " ".join(
        f"WHEN {quote_text(printed)} THEN {quote_text(code)}" for printed, code in listed.items()
    )
    return Expression(f"(CASE {as_text(to_sql(operand, around))} {cases} END)", TEXT)


def _replace_codes(node: Call, around: Surroundings, to_sql: ToSql) -> Expression:
    """A text in which everything that a list of the mapping names is replaced by its code."""
    operand, listed = _operand_and_list(node, around)
    sql = as_text(to_sql(operand, around))
    # The longest first: "Mar" must not be found inside "March".
    for printed, code in sorted(listed.items(), key=lambda pair: -len(pair[0])):
        sql = f"replace({sql}, {quote_text(printed)}, {quote_text(code)})"
    return Expression(sql, TEXT)


def _operand_and_list(node: Call, around: Surroundings) -> tuple[Node, Mapping[str, str]]:
    match node.arguments:
        case (operand, Literal(str() as name)):
            if name not in around.lists:
                hint = nearest_hint(name, around.lists)
                raise FormulaError(f"there is no [lists.{name}]." + (f" {hint}" if hint else ""))
            return operand, around.lists[name]
    raise FormulaError(f"{node.function}() is called as {node.function}(x, 'name of a list')")


def _fill_down(node: Call, around: Surroundings, to_sql: ToSql) -> Expression:
    """The nearest value that is there, in this row or above it on the same sheet, excluded rows included."""
    if len(node.arguments) != 1:
        raise FormulaError("fill_down(x) takes one value")
    if around.grouped is not None or any(
        isinstance(part, Call) and part.function in (*AGGREGATES, "fill_down")
        for part in list(walk(node))[1:]
    ):
        raise FormulaError("fill_down() runs over rows already; derive it as a column first")
    value = to_sql(node.arguments[0], around)
    place = ", ".join(f"{around.alias}.{quote_name(name)}" for name in ("file", "sheet"))
    return Expression(
        f"last_value({value.sql} IGNORE NULLS) OVER (PARTITION BY {place} "
        f"ORDER BY {around.alias}.row_id ROWS UNBOUNDED PRECEDING)",
        value.type,
    )


COLUMN_FUNCTIONS: dict[str, Callable[[Call, Surroundings, ToSql], Expression]] = {
    "lookup": _lookup,
    "raw": _raw,
    "code": _code,
    "replace_codes": _replace_codes,
    "fill_down": _fill_down,
    "sum_across": _across,
    "count_across": _across,
}
