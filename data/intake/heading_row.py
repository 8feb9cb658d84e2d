"""Whether the heading row of a file can be one: it holds at least one column that the mapping names.

Where it holds none, the row is most likely a row of data. Then its cells are values, and no
message may repeat them; so this is asked before anything else looks at the headings.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Lookup

from data.intake.formula import Formula
from data.intake.formula_tree import Call, Literal, Name, walk
from data.intake.mapping_model import FileMapping, Mapping
from data.intake.problems import IntakeError, Problem

ANY = ".*"


def check_heading_rows(mapping: Mapping, headings: Lookup[str, Iterable[str]]) -> None:
    """Raise IntakeError for each file whose headings are none of those the mapping names."""
    problems = []
    for file in mapping.files:
        present = list(headings[file.specification.id])
        # `[{item}]` alone could be any heading; its items are looked for instead.
        patterns = {pattern for pattern in _named(mapping, file) if pattern != ANY}
        named = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
        near = [heading for heading in present if _is_near(heading, patterns)]
        if (
            present
            and named
            and not near
            and not any(p.fullmatch(h) for p in named for h in present)
        ):
            rows = " and ".join(str(row) for row in file.specification.header_rows)
            problems.append(
                Problem(
                    "no_known_heading",
                    f"row {rows or 1} holds none of the columns that are expected, so it is not the heading row of such a file.",
                    file=file.specification.name,
                    hint="Say in the mapping where the headings stand (header_rows), or give them (headings);"
                    " in our own layout the first row names columns of the table.",
                )
            )
    if problems:
        raise IntakeError(problems)


def _is_near(heading: str, patterns: Iterable[str]) -> bool:
    """Whether a heading looks like a slip in writing one of the names, which then is explained as such."""
    names = [re.sub(r"\\(.)", r"\1", pattern).casefold() for pattern in patterns]
    return bool(difflib.get_close_matches(heading.casefold(), names, n=1, cutoff=0.75))


def _named(mapping: Mapping, file: FileMapping) -> Iterator[str]:
    """Patterns of the headings that the mapping names for this file; `{item}` stands for anything."""
    own = [table for table in mapping.tables if table.file == file.specification.id]
    checks = [check for check in mapping.checks if check.file == file.specification.id]
    yield from (_pattern(name) for name in file.specification.fill_down)
    for table in own:
        if table.repeat_headings:
            yield table.repeat_headings
        yield from (re.escape(item["item"]) for item in table.repeat if "item" in item)
        yield from (_pattern(one.heading) for one in table.columns.values() if one.heading)
        if table.split:
            yield _pattern(table.split.column)
    for check in (*file.checks, *checks):
        yield from (_pattern(name) for name in check.group_by or ())
    formulas = [
        *(exclusion.where for exclusion in file.exclusions),
        *file.derived.values(),
        *(check.assertion for check in (*file.checks, *checks)),
        *(check.where for check in (*file.checks, *checks)),
        *(table.where for table in own),
        *(one.formula for table in own for one in table.columns.values()),
    ]
    for formula in formulas:
        if formula is not None:
            yield from _in_formula(formula)


def _in_formula(formula: Formula) -> Iterator[str]:
    for node in walk(formula.tree):
        if isinstance(node, Name):
            yield _pattern(node.name)
        # sum_across('pattern') and its like name headings by pattern.
        elif isinstance(node, Call) and node.function.endswith("_across"):
            yield from (
                part.value
                for part in node.arguments
                if isinstance(part, Literal) and isinstance(part.value, str)
            )


def _pattern(name: str) -> str:
    parts = re.split(r"\{\w+\}", name)
    return ANY.join(re.escape(part) for part in parts)
