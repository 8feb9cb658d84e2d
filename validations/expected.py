"""What the schema lets one expect of a table's columns: one named expectation each, with its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from data.schema import PATTERNS, Column, Table, code_lists


@dataclass(frozen=True)
class Expected:
    """One expectation of a suite: a Great Expectations class by name, with its arguments.

    `id` is readable and unique (`codes:victims.sex`); `columns` are all it reads. Breaking one
    sets the row aside.
    """

    id: str
    table: str
    column: str
    because: str
    remedy: str
    expectation: str
    arguments: dict = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    severity: str = "fail"

    @property
    def spans_rows(self) -> bool:
        """True where rows must be compared with each other, so that the table cannot be read in parts."""
        return self.expectation.endswith("Unique")

    @property
    def is_settled_by_counting(self) -> bool:
        """True where counting rows, values or keys says as much as looking at each of them."""
        return self.spans_rows or self.expectation == "ExpectColumnValuesToNotBeNull"


def expected_of(table: Table, earliest: date, latest: date) -> list[Expected]:
    """Every expectation of a table. Case dates lie between `earliest` and `latest`, both included."""
    found = [_unique_key(table)]
    for column in table.columns.values():
        found += _of_column(table, column)
        if column.type == "date" and table.kind == "case":
            found.append(_dated(table, column, earliest, latest))
    return found


def _of_column(table: Table, column: Column) -> Iterator[Expected]:
    if column.required:
        yield _make(
            table, column, "required", "ExpectColumnValuesToNotBeNull", {},
            f"Every row of {table.name} needs {column.name}. {column.meaning}",
            "Fill the cell. Where the column has a code list, the code for unknown is an answer.",
        )  # fmt: skip
    if column.codes:
        codes = code_lists()[column.codes]
        yield _make(
            table, column, "codes", "ExpectColumnValuesToBeInSet", {"value_set": list(codes.codes)},
            f"{column.name} in {table.name} takes only the codes of the list {codes.name}. {codes.meaning}",
            f"Use a code of the list {codes.name}, or map the source's own code to one (codes = ... in the mapping).",
        )  # fmt: skip
    if column.pattern:
        yield _make(
            table, column, "pattern", "ExpectColumnValuesToMatchRegex",
            # \A and \Z, because $ also matches before a line break at the end.
            {"regex": rf"\A(?:{PATTERNS[column.pattern]})\Z"},
            *_form(table, column),
        )  # fmt: skip
    if column.minimum is not None or column.maximum is not None:
        yield _make(
            table, column, "range", "ExpectColumnValuesToBeBetween",
            {"min_value": column.minimum, "max_value": column.maximum},
            f"{column.name} in {table.name} must be {_bounds(column)}.",
            "Correct the number; a code such as -1 or 999 for missing values belongs into the mapping's missing list.",
        )  # fmt: skip


def _dated(table: Table, column: Column, earliest: date, latest: date) -> Expected:
    arguments = {"min_value": datetime.combine(earliest, time())}
    sentence = f"{column.name} in {table.name} must not lie before {earliest.isoformat()}"
    if not column.may_lie_ahead:
        arguments["max_value"] = datetime.combine(latest, time())
        sentence += f" or after {latest.isoformat()}, the last day the submission can speak of"
    return _make(
        table, column, "date", "ExpectColumnValuesToBeBetween", arguments, sentence + ".",
        "Correct the date, or widen earliest and latest in the mapping where such dates are right.",
    )  # fmt: skip


def _unique_key(table: Table) -> Expected:
    names = ", ".join(table.key)
    single = len(table.key) == 1
    return Expected(
        id=f"unique:{table.name}",
        table=table.name,
        column=table.key[-1],
        because=f"{names} together name one row of {table.name}; rows that share them cannot all be right, and none may win silently.",
        remedy="Remove copies. Where several source rows describe one thing, set merge = true in the mapping.",
        expectation="ExpectColumnValuesToBeUnique" if single else "ExpectCompoundColumnsToBeUnique",
        # A key with an empty part is still a key: two such rows are one row sent twice.
        arguments={"column": table.key[0]}
        if single
        else {"column_list": list(table.key), "ignore_row_if": "never"},
        columns=table.key,
    )


def _make(
    table: Table, column: Column, kind: str, expectation: str, arguments: dict, because: str, remedy: str
) -> Expected:  # fmt: skip
    return Expected(
        id=f"{kind}:{table.name}.{column.name}",
        table=table.name,
        column=column.name,
        because=because,
        remedy=remedy,
        expectation=expectation,
        arguments={"column": column.name, **arguments},
        columns=(column.name,),
    )


def _bounds(column: Column) -> str:
    if column.maximum is None:
        return f"{column.minimum} or more"
    if column.minimum is None:
        return f"{column.maximum} or less"
    return f"between {column.minimum} and {column.maximum}"


def _form(table: Table, column: Column) -> tuple[str, str]:
    """Why a pattern holds, and what to do."""
    if column.pattern == "text":
        return (
            f"{column.name} in {table.name} takes up to 1,500 printable characters and line breaks, and no '@'; it is published in full.",
            "Shorten it, and take out addresses and signs that cannot be seen.",
        )
    return (
        f"{column.name} in {table.name} must have the form of {_article(column.pattern)}; this keeps names and remarks out.",
        "Send an identifier issued for this purpose; never a name, a number of a document, or a sentence.",
    )


def _article(pattern: str) -> str:
    return f"an {pattern}" if pattern[0] in "aeiou" else f"a {pattern}"
