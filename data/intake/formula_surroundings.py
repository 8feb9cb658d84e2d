"""What a formula is read against."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.intake.formula_tokens import FormulaError
from data.intake.formula_types import TEXT, Expression
from data.intake.nearest import nearest_hint
from data.intake.quoting import quote_name, quote_text


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
        if re.search(r"\{[a-z]\w*\}", name):
            return (
                f"nothing fills the braces of {name!r}; give the table repeat or repeat_headings."
            )
        hint = nearest_hint(name, [*self.columns, *(self.headings or ())])
        return f"there is no column {name!r} in the file." + (f" {hint}" if hint else "")
