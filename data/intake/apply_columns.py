"""The SQL that fills one column of one table from a source row: read, recode, convert, judge."""

import datetime
from dataclasses import dataclass, replace

from data.intake.formula import Surroundings
from data.intake.formula_tree import fill_text
from data.intake.formula_types import (
    DATE,
    ISO_FORMATS,
    NUMBER,
    TEXT,
    TRUTH,
    Expression,
    as_date,
    as_number,
    as_text,
    read_date,
    read_number,
)
from data.intake.mapping_model import ColumnMapping
from data.intake.quoting import quote_text
from data.schema import Column

TRUE_WORDS = ("true", "yes", "y", "1", "t")
FALSE_WORDS = ("false", "no", "n", "0", "f")

RULES = {
    "unknown_code": ("fail", "A value is not in the mapping's codes for this column."),
    "unreadable_date": ("fail", "A value is no date in any of the formats declared."),
    "unreadable_number": ("fail", "A value is no number of the kind this column holds."),
    "unreadable_truth": ("fail", "A value is neither true nor false."),
    "date_impossible": (
        "blanked",
        "A date lies outside the bounds of the mapping; it was blanked.",
    ),
}
"""What can be wrong with a value while mapping: rule -> severity and sentence."""

NUMBER_OF_RULE = {rule: number for number, rule in enumerate(RULES, start=1)}


@dataclass(frozen=True)
class Bounds:
    """The first and last day that a date about a case can have."""

    earliest: datetime.date
    latest: datetime.date | None


@dataclass(frozen=True)
class Filling:
    """Four pieces of SQL, each in terms of the one before (`read_n`, `coded_n`, `typed_n`); None where it changes nothing.

    `problem` gives the number of the rule that a value breaks, or NULL; it is None where none can be broken.
    """

    name: str
    read: str
    coded: str | None
    typed: str | None
    final: str
    problem: str | None
    precision: str | None = None


def fill_column(
    column: Column,
    mapping: ColumnMapping,
    number: int,
    around: Surroundings,
    item: dict[str, str],
    bounds: Bounds | None,
) -> Filling:
    """How `column` is filled; `bounds` None leaves dates unbounded."""
    source = _read(mapping, around, item)
    read = f"read_{number}"
    recodes = mapping.codes is not None or mapping.blank is not None
    kind = TEXT if recodes or mapping.at_most else source.type
    problems = []
    if mapping.codes is not None and mapping.otherwise is None:
        known = _coded(Expression(read, kind), mapping, item, unlisted="NULL", blank=None)
        problems.append(
            f"WHEN {read} IS NOT NULL AND {known} IS NULL AND NOT {_listed_blank(read, mapping)} THEN {NUMBER_OF_RULE['unknown_code']}"
        )
    recoded = _coded(Expression(read, kind), mapping, item)
    coded = read if recoded == read else f"coded_{number}"
    convert, rule = _typed(column, mapping, Expression(coded, kind))
    typed = coded if convert == coded else f"typed_{number}"
    if rule:
        problems.append(f"WHEN {coded} IS NOT NULL AND {typed} IS NULL THEN {NUMBER_OF_RULE[rule]}")
    final = typed
    if column.type == "date" and bounds:
        outside = f"{typed} < DATE {quote_text(bounds.earliest.isoformat())}"
        if bounds.latest:
            outside += f" OR {typed} > DATE {quote_text(bounds.latest.isoformat())}"
        problems.append(f"WHEN {outside} THEN {NUMBER_OF_RULE['date_impossible']}")
        final = f"CASE WHEN {outside} THEN NULL ELSE {typed} END"
    return Filling(
        name=column.name,
        read=as_text(source) if kind == TEXT else source.sql,
        coded=None if coded == read else recoded,
        typed=None if typed == coded else convert,
        final=f"CAST({final} AS {column.sql_type})",
        problem=f"CASE {' '.join(problems)} END" if problems else None,
        precision=_precision(mapping, coded, kind) if column.type == "date" else None,
    )


def _read(mapping: ColumnMapping, around: Surroundings, item: dict[str, str]) -> Expression:
    out = {token.lower() for token in mapping.not_missing}
    tokens = [token for token in around.missing if token.lower() not in out]
    here = replace(around, missing=(*tokens, *(token for token in mapping.missing if token)))
    if mapping.heading is not None:
        return here.cell(fill_text(mapping.heading, item))
    if mapping.formula is not None:
        return mapping.formula.sql(here, item)
    value = fill_text(mapping.value or "", item)
    return Expression(quote_text(value) if value else "NULL::VARCHAR", TEXT)


def _coded(
    value: Expression,
    mapping: ColumnMapping,
    item: dict[str, str],
    unlisted: str | None = None,
    blank: str | None = "",
) -> str:
    """SQL of the value after the codes; NULL stands for no value."""
    if mapping.at_most:
        listed = ", ".join(quote_text(token) for token in mapping.at_most)
        value = Expression(f"CASE WHEN {value.sql} NOT IN ({listed}) THEN {value.sql} END", TEXT)
    if mapping.codes is None and mapping.blank is None:
        return value.sql
    filler = mapping.blank if mapping.blank is not None else mapping.otherwise
    empty = "NULL" if blank is None else _text(filler, item)
    if mapping.codes is None:
        return f"coalesce({value.sql}, {empty})"
    if unlisted is None:
        unlisted = _text(mapping.otherwise, item)
    fold = (lambda text: text.casefold()) if mapping.ignore_case else (lambda text: text)
    operand = f"lower({value.sql})" if mapping.ignore_case else value.sql
    branches = " ".join(
        f"WHEN {quote_text(fold(fill_text(printed, item)))} THEN {_text(code, item)}"
        for printed, code in mapping.codes.items()
    )
    known = f"CASE {operand} {branches} ELSE {unlisted} END" if branches else unlisted
    return f"CASE WHEN {value.sql} IS NULL THEN {empty} ELSE {known} END"


def _listed_blank(read: str, mapping: ColumnMapping) -> str:
    """SQL: whether the printed value is listed and becomes no value on purpose."""
    emptied = [printed for printed, code in (mapping.codes or {}).items() if not code]
    if not emptied:
        return "FALSE"
    operand = f"lower({read})" if mapping.ignore_case else read
    fold = str.casefold if mapping.ignore_case else str
    return f"{operand} IN ({', '.join(quote_text(fold(printed)) for printed in emptied)})"


def _text(code: str | None, item: dict[str, str]) -> str:
    filled = fill_text(code or "", item)
    return quote_text(filled) if filled else "NULL"


def _typed(column: Column, mapping: ColumnMapping, value: Expression) -> tuple[str, str | None]:
    """SQL of the value in the column's type, and the rule that a value breaks which cannot be read."""
    match column.type:
        case "date" if value.type == TEXT:
            return read_date(value.sql, mapping.dates or ISO_FORMATS), "unreadable_date"
        case "date":
            return as_date(value), None
        case "integer" | "decimal" | "money":
            if value.type == TRUTH:
                value = Expression(f"CAST({value.sql} AS INTEGER)", NUMBER)
            if value.type == TEXT:
                plain = read_number(value.sql, mapping.thousands, mapping.decimal)
            else:
                plain = as_number(value)
            # A sum past the largest number is infinite; no figure is.
            finite = f"CASE WHEN isfinite({plain}) THEN {plain} END"
            if column.type == "integer":
                finite = f"CASE WHEN {plain} = trunc({plain}) THEN TRY_CAST({plain} AS BIGINT) END"
            if column.type == "money":
                finite = f"TRY_CAST({plain} AS {column.sql_type})"
            return finite, "unreadable_number"
        case "boolean" if value.type == TEXT:
            return _truth(value.sql), "unreadable_truth"
        case "boolean":
            return (
                (value.sql, None)
                if value.type == TRUTH
                else (_truth(as_text(value)), "unreadable_truth")
            )
        case _:
            return as_text(value), None


def _truth(sql: str) -> str:
    yes = ", ".join(quote_text(word) for word in TRUE_WORDS)
    no = ", ".join(quote_text(word) for word in FALSE_WORDS)
    return f"CASE WHEN lower({sql}) IN ({yes}) THEN TRUE WHEN lower({sql}) IN ({no}) THEN FALSE END"


def _precision(mapping: ColumnMapping, coded: str, kind: str) -> str:
    """SQL of how exact the date is, by the first format that fits it."""
    if kind == DATE:
        return "'day'"
    cases = []
    for one in mapping.dates or ISO_FORMATS:
        fits = f"{read_date(coded, (one,))} IS NOT NULL"
        cases.append(f"WHEN {fits} THEN '{precision_of(one)}'")
    return (
        f"CASE {' '.join(cases)} END"
        if len({case.split("'")[-2] for case in cases}) > 1
        else f"'{precision_of((mapping.dates or ISO_FORMATS)[0])}'"
    )


def precision_of(date_format: str) -> str:
    """How exact a date in this format is: day, month or year."""
    if date_format == "excel" or any(
        sign in date_format for sign in ("%d", "%-d", "%j", "%x", "%c")
    ):
        return "day"
    months = ("%m", "%-m", "%b", "%B")
    return "month" if any(sign in date_format for sign in months) else "year"
