"""Functions over several rows: over a group in a group check, over the rows that share `per` elsewhere."""

from collections.abc import Callable
from dataclasses import replace

from data.intake.formula_tokens import FormulaError
from data.intake.formula_tree import Call, Node, walk
from data.intake.formula_types import NUMBER, TRUTH, Expression, as_number, as_text, as_truth

AGGREGATES = ("sum", "count", "count_distinct", "min", "max", "position")
"""`position(per ...)` numbers the rows that share a value, from 1 in the order of the file."""


def aggregate_sql(node: Call, around, to_sql: Callable[[Node, object], Expression]) -> Expression:
    """The SQL of an aggregate. Raises FormulaError for one that has the wrong arguments or no rows to run over."""
    name = node.function
    grouped = around.grouped is not None
    _check_shape(node, grouped)
    inside = replace(around, grouped=None)
    conditions = [] if grouped or around.live == "TRUE" else [around.live]
    if node.condition is not None:
        conditions.append(as_truth(to_sql(node.condition, inside)))
    over = ""
    if not grouped:
        keys = ", ".join(to_sql(key, inside).sql for key in node.per)
        over = f" OVER (PARTITION BY {keys})"
        if name == "position":
            live = f", {around.live}" if around.live != "TRUE" else ""
            return Expression(
                f"CAST(row_number() OVER (PARTITION BY {keys}{live} ORDER BY {around.alias}.row_id) AS DOUBLE)",
                NUMBER,
            )
    value = to_sql(node.arguments[0], inside) if node.arguments else None
    if name == "count" and value is not None and value.type == TRUTH:
        # A condition is never absent: counting it means counting where it holds.
        conditions.append(value.sql)
    only = f" FILTER (WHERE {' AND '.join(conditions)})" if conditions else ""
    if name == "sum":
        return Expression(f"(sum({as_number(value)}){only}{over})", NUMBER)
    if name == "count":
        counted = value.sql if value else "*"
        return Expression(f"CAST(count({counted}){only}{over} AS DOUBLE)", NUMBER)
    if name == "count_distinct":
        sql = f"CAST(count(DISTINCT {as_text(value)}){only}{over} AS DOUBLE)"
        return Expression(sql, NUMBER)
    return Expression(f"({name}({value.sql}){only}{over})", value.type)


def _check_shape(node: Call, grouped: bool) -> None:
    name, count = node.function, len(node.arguments)
    over_rows = (*AGGREGATES, "fill_down")
    if any(isinstance(part, Call) and part.function in over_rows for part in list(walk(node))[1:]):
        raise FormulaError(f"{name}() runs over rows already; derive the inner figure first")
    if grouped and (node.per or name == "position"):
        raise FormulaError("a group check already runs over its groups; leave `per` out")
    if not grouped and not node.per:
        raise FormulaError(f"{name}() needs the rows to run over, as in {name}(... per [case id])")
    if name == "position" and (count or node.condition is not None):
        raise FormulaError("position(per [case id], ...) takes nothing else")
    if name == "count" and count <= 1:
        return
    if name not in ("count", "position") and count == 1:
        return
    if name != "position":
        raise FormulaError(f"{name}() takes {'at most ' if name == 'count' else ''}one value")
