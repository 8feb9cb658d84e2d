"""Formulas of a mapping: one small language for conditions and values.

`read_formula` reads the text, `Formula.sql` turns it into DuckDB SQL against the columns of a file.
The language is documented for data stewards in docs/mapping.md.
"""

from dataclasses import dataclass

from data.intake.formula_parser import parse
from data.intake.formula_sql import to_sql
from data.intake.formula_surroundings import Surroundings
from data.intake.formula_tokens import FormulaError
from data.intake.formula_tree import Node, expand_names, fill_item
from data.intake.formula_types import TRUTH, Expression, as_truth

__all__ = ["Formula", "FormulaError", "Surroundings", "read_formula"]


@dataclass(frozen=True)
class Formula:
    """A formula that has been read, and the place in the mapping where it stands."""

    tree: Node
    key: str

    def sql(self, around: Surroundings, item: dict[str, str] | None = None) -> Expression:
        """Its SQL and the kind of its value. Raises FormulaError where it makes no sense."""
        return to_sql(fill_item(self.tree, item) if item else self.tree, around)

    def condition(self, around: Surroundings, item: dict[str, str] | None = None) -> str:
        """Its SQL as a condition. Raises FormulaError where it is a value instead."""
        value = self.sql(around, item)
        if value.type != TRUTH:
            raise FormulaError(
                f"a condition is needed here (true or false), but this is a {value.type}"
            )
        return as_truth(value)

    def expanded(self, meanings: dict[str, Node]) -> "Formula":
        """The formula with derived names replaced by their own formulas."""
        return Formula(expand_names(self.tree, meanings), self.key)


def read_formula(text: str, key: str = "") -> Formula:
    """Read a formula. Raises FormulaError with a sentence and the place where reading stopped."""
    return Formula(parse(text), key)
