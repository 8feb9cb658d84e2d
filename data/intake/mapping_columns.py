"""Reads how one column of a table is filled, and holds it against the declaration of that column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.intake.engine import is_date_format
from data.intake.formula_functions import SEPARATORS
from data.intake.formula_tree import Call, Literal, Node
from data.intake.mapping_model import ColumnMapping
from data.intake.mapping_section import Section, scalar_text
from data.intake.nearest import nearest_hint
from data.schema import PATTERNS, Column, code_lists, submitted_tables

NUMERIC = ("integer", "decimal", "money")


@dataclass(frozen=True)
class Lists:
    """The code maps that a mapping names once for several columns."""

    by_name: dict[str, dict[str, str]]


def read_column(parent: Section, column: Column, lists: Lists) -> ColumnMapping | None:
    """How `column` is filled according to the entry of its name, or None where that is unsound."""
    parent.asked.add(column.name)
    entry = parent.content[column.name]
    if isinstance(entry, str):
        return ColumnMapping(key=parent.place(column.name), heading=entry)
    section = Section(entry, parent.place(column.name), parent.problems)
    if not isinstance(entry, dict):
        return None
    heading, formula = section.text("from"), section.formula("formula")
    value = section.scalar("value")
    origins = [name for name in ("from", "formula", "value") if name in section.content]
    if len(origins) != 1:
        found = " and ".join(origins) or "none of them"
        section.complain(None, f"give exactly one of from, formula and value; found {found}.")
    mapping = ColumnMapping(
        key=section.key,
        heading=heading,
        formula=formula,
        value=value,
        missing=section.texts("missing") or (),
        not_missing=section.texts("not_missing") or (),
        codes=_read_codes(section, lists),
        ignore_case=section.flag("ignore_case"),
        otherwise=section.scalar("otherwise"),
        blank=section.scalar("blank"),
        dates=_read_dates(section, column),
    )
    mapping = _read_number(section, column, mapping)
    if mapping.otherwise is not None and mapping.codes is None:
        section.complain("otherwise", "this key belongs to codes.", "Use blank for missing values.")
    _check_written_values(section, column, mapping)
    section.finish()
    return mapping if len(origins) == 1 else None


def _read_codes(section: Section, lists: Lists) -> dict[str, str] | None:
    codes = section.get("codes", (dict, str))
    if isinstance(codes, str):
        if codes not in lists.by_name:
            section.complain(
                "codes", f"there is no [lists.{codes}].", nearest_hint(codes, lists.by_name)
            )
        return lists.by_name.get(codes)
    return (
        None
        if codes is None
        else read_list(Section(codes, section.place("codes"), section.problems))
    )


def read_list(section: Section) -> dict[str, str]:
    """A code map: what is printed -> our code."""
    found = {}
    for printed, code in section.content.items():
        if isinstance(code, (dict, list)):
            section.complain(printed, "the code that this value becomes must be a text.")
        else:
            found[printed.strip()] = scalar_text(code)
    return found


def _read_dates(section: Section, column: Column) -> tuple[str, ...]:
    formats = section.texts("dates") or ()
    if formats and column.type != "date":
        section.complain("dates", f"{column.name} is no date column; it holds {column.type}.")
    for one in formats:
        if not is_date_format(one):
            section.complain(
                "dates",
                f"{one!r} is no date format.",
                "Write it like %d/%m/%Y or %Y-%m-%d, or excel for day numbers.",
            )
    return formats


def _read_number(section: Section, column: Column, mapping: ColumnMapping) -> ColumnMapping:
    section.flag("number")
    thousands, decimal = section.text("thousands"), section.text("decimal")
    bounds = section.get("at_most", (dict,)) or {}
    for name in ("number", "thousands", "decimal", "at_most"):
        if name in section.content and column.type not in NUMERIC:
            section.complain(name, f"{column.name} is no number column; it holds {column.type}.")
    for name, sign in (("thousands", thousands), ("decimal", decimal)):
        if sign is not None and sign not in SEPARATORS:
            section.complain(
                name, f"{sign!r} cannot separate numbers.", "Use a comma, dot or blank."
            )
    if thousands is not None and thousands == (decimal or "."):
        section.complain(
            "thousands", "thousands and decimals have the same sign.", "Give decimal too."
        )
    return replace(mapping, thousands=thousands, decimal=decimal or ".", at_most=tuple(bounds))


def _check_written_values(section: Section, column: Column, mapping: ColumnMapping) -> None:
    """Every value that the mapping itself writes must be allowed in the column."""
    written = [("otherwise", mapping.otherwise), ("blank", mapping.blank), ("value", mapping.value)]
    written += [(f"codes.{printed}", code) for printed, code in (mapping.codes or {}).items()]
    if mapping.formula is not None and mapping.codes is None:
        written += [("formula", value) for value in _results(mapping.formula.tree)]
    for name, value in written:
        if value and "{" not in value:
            complaint = unfit(column, value)
            if complaint:
                section.complain(name, *complaint, code="unknown_code")


def _results(node: Node) -> Iterator[str]:
    """The texts that a formula can come out as, as far as they stand in it."""
    match node:
        case Literal(str() as text):
            yield text
        case Call("if", (_, *branches)) | Call("coalesce", branches):
            for branch in branches:
                yield from _results(branch)


def unfit(column: Column, value: str) -> tuple[str, str | None] | None:
    """Why a column cannot hold a value, as message and hint; None where it can."""
    if column.references and not column.pattern:
        table, _, key = column.references.partition(".")
        column = submitted_tables()[table].columns[key] if table in submitted_tables() else column
    if column.codes:
        codes = code_lists()[column.codes].codes
        if value not in codes:
            message = f"{value!r} is no code of the list {column.codes}."
            return message, nearest_hint(value, codes)
    elif column.pattern and not re.fullmatch(PATTERNS[column.pattern], value):
        return (
            f"{value!r} does not have the form that {column.name} needs ({column.pattern}).",
            f"The form is {PATTERNS[column.pattern]}.",
        )
    elif column.type in NUMERIC and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        return f"{column.name} holds numbers, and {value!r} is none.", None
    elif column.type == "boolean" and value not in ("true", "false"):
        return f"{column.name} is true or false, not {value!r}.", None
    elif column.type == "date" and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return f"{column.name} is a date like 2024-12-31, and {value!r} is none.", None
    return None
