"""For which items a part of a mapping repeats its rows."""

import re
from collections.abc import Iterable, Iterator

from data.intake.mapping_model import TableMapping
from data.intake.nearest import nearest_hint
from data.intake.problems import Problem


def items_of(table: TableMapping, headings: Iterable[str] | None) -> Iterator[dict[str, str]]:
    """The members a table part repeats its rows for; one empty member where it does not repeat."""
    if table.repeat_headings is None:
        yield from table.repeat or ({},)
        return
    pattern = re.compile(table.repeat_headings)
    if headings is None:
        yield {"item": "", "heading": "", **dict.fromkeys(pattern.groupindex, "")}
        return
    for heading in headings:
        if match := pattern.fullmatch(heading):
            first = match.group(1) if pattern.groups else match.group()
            named = {key: value or "" for key, value in match.groupdict().items()}
            yield {"item": first or "", "heading": heading, **named}


def repeat_problems(table: TableMapping, headings: tuple[str, ...] | None) -> list[Problem]:
    """What is wrong where no heading matches `repeat_headings`: the part would make no rows, in silence."""
    if not headings or any(True for _ in items_of(table, headings)):
        return []
    pattern = table.repeat_headings or ""
    message = f"no heading of the file matches {pattern!r} from end to end."
    key, hint = f"{table.key}.repeat_headings", nearest_hint(pattern, headings)
    return [Problem("unknown_heading", message, key=key, hint=hint)]
