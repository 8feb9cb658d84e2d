"""Holds every formula and heading of a mapping against the columns that it names."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

from data.intake.engine import is_date_format, is_pattern
from data.intake.formula import Formula, FormulaError, Surroundings
from data.intake.formula_tree import Call, Literal, Name, Node, fill_item, fill_text, walk
from data.intake.formula_types import DATE, NUMBER, TEXT, Expression
from data.intake.mapping_model import FileMapping
from data.intake.mapping_model import Mapping as IntakeMapping
from data.intake.mapping_repeats import items_of, repeat_problems
from data.intake.problems import Problem
from data.intake.quoting import quote_text
from data.intake.read_headings import OWN_COLUMNS

Headings = Mapping[str, Iterable[str]]
"""File id -> the headings that were read from it."""


def placeholders(
    period: tuple[datetime.date, datetime.date] | None = None, as_of: datetime.date | None = None
) -> dict[str, Expression]:
    """What a formula may name besides columns: the row's place and the submission's dates."""
    start, end = period or (None, None)
    dates = {"period_start": start, "period_end": end, "as_of": as_of}
    found = {
        "row": Expression('here."row"', NUMBER),
        "file": Expression('here."file"', TEXT),
        "sheet": Expression('here."sheet"', TEXT),
    }
    for name, day in dates.items():
        sql = f"DATE {quote_text(day.isoformat())}" if day else "NULL::DATE"
        found[name] = Expression(sql, DATE)
    return found


def surroundings(
    mapping: IntakeMapping,
    headings: Headings | None = None,
    named: dict[str, Expression] | None = None,
) -> dict[str, Surroundings]:
    """For each file what its formulas are read against; `headings` None accepts any heading.

    Derived columns are added in order, so a formula sees those above it; files that stand
    further up can be looked up with all their columns. Raises FormulaError through `derived_kinds`.
    """
    found: dict[str, Surroundings] = {}
    for file in mapping.files:
        found[file.specification.id] = _file_surroundings(mapping, file, headings, named, found)
    everything = {
        name: replace(one, alias="there", live='there."@live"') for name, one in found.items()
    }
    return {name: replace(one, files=everything) for name, one in found.items()}


def _file_surroundings(
    mapping: IntakeMapping,
    file: FileMapping,
    headings: Headings | None,
    named: dict[str, Expression] | None,
    earlier: dict[str, Surroundings],
) -> Surroundings:
    known = None if headings is None else tuple(headings[file.specification.id])
    around = Surroundings(
        columns={},
        headings=known,
        missing=tuple(token for token in file.missing if token),
        placeholders=named or placeholders(),
        files={
            name: replace(one, alias="there", live='there."@live"') for name, one in earlier.items()
        },
        lists=mapping.lists,
        live='here."@live"',
    )
    for name, formula in file.derived.items():
        try:
            kind = formula.sql(around).type
        except FormulaError:
            # Reported once by formula_problems; what builds on it is judged as text.
            kind = TEXT
        around = replace(around, columns={**around.columns, name: kind})
    return around


def formula_problems(mapping: IntakeMapping, headings: Headings | None = None) -> list[Problem]:
    """Everything wrong with the formulas and headings of a mapping, each with its key."""
    problems: list[Problem] = []

    def attempt(formula: Formula | None, around: Surroundings, wants_condition: bool, item=None):
        if formula is None:
            return
        try:
            _check_patterns(formula.tree)
            (formula.condition if wants_condition else formula.sql)(around, item)
        except FormulaError as error:
            message = f"{error}" if str(error).endswith(("?", ".")) else f"{error}."
            problem = Problem("formula", message, key=formula.key)
            if problem not in problems:
                problems.append(problem)

    around = surroundings(mapping, headings)
    for file in mapping.files:
        here = around[file.specification.id]
        before = replace(here, columns={}, files=_earlier(mapping, file, around))
        trees: dict[str, Node] = {}
        # The database knows no case in names: a second column would read the first one's cells.
        taken = {one.casefold() for one in (*OWN_COLUMNS, *(here.headings or ()))}
        for name, formula in file.derived.items():
            if name.casefold() in taken:
                message = (
                    f"there is a column {name!r} already (case aside); derive under another name."
                )
                problems.append(Problem("formula", message, key=formula.key))
            taken.add(name.casefold())
            attempt(formula, before, False)
            before = replace(before, columns={**before.columns, name: here.columns[name]})
            trees[name] = formula.expanded(trees).tree
        for exclusion in file.exclusions:
            bare = replace(here, columns={}, files={})
            attempt(exclusion.where.expanded(trees), bare, True)
        for check in file.checks:
            attempt(check.assertion, replace(here, tolerance=check.tolerance), True)
            attempt(check.where, here, True)
    for check in mapping.checks:
        if check.file not in around:
            continue
        here = around[check.file]
        grouped = replace(here, grouped=check.group_by, tolerance=check.tolerance)
        attempt(check.assertion, grouped, True)
        attempt(check.where, here, True)
        for name in check.group_by or ():
            _attempt_heading(name, check.assertion.key, here, problems)
    for table in mapping.tables:
        if table.file not in around:
            continue
        here = around[table.file]
        problems += repeat_problems(table, here.headings)
        for item in items_of(table, here.headings):
            attempt(table.where, here, True, item)
            if table.split:
                name = fill_text(table.split.column, item)
                _attempt_heading(name, f"{table.split.key}.column", here, problems)
            for column in table.columns.values():
                attempt(column.formula, here, False, item)
                if column.heading is not None:
                    _attempt_heading(
                        fill_text(column.heading, item), f"{column.key}.from", here, problems
                    )
    return problems


def _earlier(mapping: IntakeMapping, file: FileMapping, around: dict) -> dict[str, Surroundings]:
    found = {}
    for other in mapping.files:
        if other is file:
            break
        name = other.specification.id
        found[name] = replace(around[name], alias="there", live='there."@live"')
    return found


def _attempt_heading(name: str, key: str, around: Surroundings, problems: list[Problem]) -> None:
    try:
        around.cell(name)
    except FormulaError as error:
        problem = Problem("unknown_heading", str(error), key=key)
        if problem not in problems:
            problems.append(problem)


def _check_patterns(tree: Node) -> None:
    for node in walk(tree):
        if not isinstance(node, Call):
            continue
        fixed = [part.value for part in node.arguments[1:] if isinstance(part, Literal)]
        texts = [value for value in fixed if isinstance(value, str)]
        if node.function in ("matches", "part", "replace") and texts and not is_pattern(texts[0]):
            raise FormulaError(f"{texts[0]!r} is no pattern that can be run (no look-around)")
        if node.function == "date":
            for text in texts:
                if not is_date_format(text):
                    raise FormulaError(f"{text!r} is no date format; write it like %d/%m/%Y")


def names_used(mapping: IntakeMapping, identifier: str) -> list[str]:
    """Every heading of one file that the mapping names, derived names left out."""
    found: dict[str, None] = {}
    derived: set[str] = set()

    def note(formula: Formula | None, own: bool, item: Mapping[str, str]) -> None:
        for node in walk(fill_item(formula.tree, item)) if formula else ():
            if own and isinstance(node, Name):
                found.setdefault(node.name)
            if isinstance(node, Call) and node.function == "lookup" and len(node.arguments) > 2:
                fixed = [node.arguments[1], *node.arguments[2::2]]
                if node.arguments[0] == Literal(identifier):
                    found.update(
                        dict.fromkeys(one.value for one in fixed if isinstance(one, Literal))
                    )

    for file in mapping.files:
        own = file.specification.id == identifier
        derived |= set(file.derived) if own else set()
        rules = [one.where for one in file.exclusions]
        rules += [one for check in file.checks for one in (check.assertion, check.where)]
        for formula in [*file.derived.values(), *rules]:
            note(formula, own, {})
    for check in mapping.checks:
        for formula in (check.assertion, check.where):
            note(formula, check.file == identifier, {})
        found.update(dict.fromkeys(check.group_by or () if check.file == identifier else ()))
    for table in mapping.tables:
        for item in table.repeat or ({},):
            note(table.where, table.file == identifier, item)
            if table.split and table.file == identifier:
                found.setdefault(fill_text(table.split.column, item))
            for column in table.columns.values():
                note(column.formula, table.file == identifier, item)
                if column.heading and table.file == identifier:
                    found.setdefault(fill_text(column.heading, item))
    return [name for name in found if name not in derived]
