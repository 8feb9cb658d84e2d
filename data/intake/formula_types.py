"""The kinds of value a formula knows, and how one is read as another."""

from dataclasses import dataclass

from data.intake.formula_tokens import FormulaError
from data.intake.quoting import quote_text

TEXT, NUMBER, DATE, TRUTH, MISSING = "text", "number", "date", "truth", "missing"

SQL_TYPE = {TEXT: "VARCHAR", NUMBER: "DOUBLE", DATE: "DATE", TRUTH: "BOOLEAN", MISSING: "VARCHAR"}

NUMBER_PATTERN = r"[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,2})?"
"""What counts as a number in plain notation; `nan` and `inf`, which DuckDB would read, do not."""

ISO_FORMATS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S.%f")
"""Tried where a mapping names no date format; Excel and Parquet dates arrive in these."""


@dataclass(frozen=True)
class Expression:
    """A piece of SQL and the kind of value it gives."""

    sql: str
    type: str


def as_number(value: Expression, what: str = "a number") -> str:
    """SQL of the value as DOUBLE; text that is no plain number is missing."""
    if value.type in (NUMBER, MISSING):
        return value.sql if value.type == NUMBER else "NULL::DOUBLE"
    if value.type == TEXT:
        return read_number(value.sql)
    raise FormulaError(f"{what} is needed, but there is a {value.type}")


def as_text(value: Expression) -> str:
    """SQL of the value as VARCHAR; whole numbers without a decimal point, dates as YYYY-MM-DD."""
    if value.type == NUMBER:
        x = value.sql
        whole = f"CAST(TRY_CAST({x} AS BIGINT) AS VARCHAR)"
        return f"(CASE WHEN {x} = trunc({x}) AND abs({x}) < 1e15 THEN {whole} ELSE CAST({x} AS VARCHAR) END)"
    if value.type in (DATE, TRUTH):
        return f"CAST({value.sql} AS VARCHAR)"
    return value.sql if value.type == TEXT else "NULL::VARCHAR"


def as_date(value: Expression) -> str:
    """SQL of the value as DATE; text is read in the ISO forms."""
    if value.type == DATE:
        return value.sql
    if value.type == TEXT:
        return read_date(value.sql, ISO_FORMATS)
    if value.type == MISSING:
        return "NULL::DATE"
    raise FormulaError(f"a date is needed, but there is a {value.type}")


def as_truth(value: Expression) -> str:
    """SQL of a condition."""
    if value.type == TRUTH:
        return value.sql
    if value.type == MISSING:
        return "NULL::BOOLEAN"
    raise FormulaError(f"a condition (true or false) is needed, but there is a {value.type}")


def read_number(sql: str, thousands: str | None = None, decimal: str = ".") -> str:
    """SQL that reads text as a number.

    With a thousands sign, groups must be of two or three digits and the last of three (12,345 or
    12,34,567), so that a decimal comma is never taken for a thousands comma.
    """
    plain = sql
    pattern = NUMBER_PATTERN
    if decimal != ".":
        pattern = pattern.replace("[.]", f"[{decimal}]")
    if thousands:
        sign = f"[{thousands}]"
        grouped = f"[0-9]{{1,3}}({sign}[0-9]{{2,3}})*{sign}[0-9]{{3}}([{decimal}][0-9]*)?"
        pattern = f"{pattern}|[+-]?{grouped}"
        plain = f"replace({plain}, {quote_text(thousands)}, '')"
    if decimal != ".":
        plain = f"replace({plain}, {quote_text(decimal)}, '.')"
    return (
        f"(CASE WHEN regexp_full_match({sql}, {quote_text(pattern)}) "
        f"THEN TRY_CAST({plain} AS DOUBLE) END)"
    )


def read_date(sql: str, formats: tuple[str, ...]) -> str:
    """SQL that reads text as a date in the first format that fits; `excel` is a day count from 1899-12-30."""
    tried = []
    for one in formats:
        if one == "excel":
            days = f"TRY_CAST(floor({read_number(sql)}) AS INTEGER)"
            tried.append(
                f"(CASE WHEN {days} BETWEEN 1 AND 2958465 THEN DATE '1899-12-30' + {days} END)"
            )
        else:
            day = f"CAST(try_strptime({sql}, {quote_text(one)}) AS DATE)"
            # The database takes the 23 of 01.02.23 for the year 23; %Y is a year of four digits.
            tried.append(
                f"(CASE WHEN regexp_matches({sql}, '[0-9]{{4}}') THEN {day} END)"
                if "%Y" in one
                else day
            )
    return tried[0] if len(tried) == 1 else f"coalesce({', '.join(tried)})"
