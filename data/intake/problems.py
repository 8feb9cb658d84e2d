"""What intake says when it cannot go on: sentences with a place, never a cell's value."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a submission or a mapping, and where.

    `code` is stable and made for programs; `message` is a sentence for people. `file` is the
    name as received, `row` the number that a spreadsheet program shows, `column` a heading,
    `key` a place in a mapping (`table[2].columns.sex.from`), `hint` what to do about it.
    """

    code: str
    message: str
    file: str | None = None
    row: int | None = None
    column: str | None = None
    key: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        places = [
            self.file,
            self.key,
            f"row {self.row}" if self.row is not None else None,
            f"column {self.column!r}" if self.column is not None else None,
        ]
        place = ", ".join(part for part in places if part)
        sentence = f"{place}: {self.message}" if place else self.message
        return f"{sentence} {self.hint}" if self.hint else sentence


class IntakeError(Exception):
    """A submission or a mapping that cannot be used; `problems` lists everything found, not the first only."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def text(self) -> str:
        """Everything that is wrong, one line each, as a command prints it."""
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        lines = [f"  - {problem}" for problem in self.problems]
        return "\n".join([f"{count}; nothing was read further and nothing changed.", *lines])


@dataclass(frozen=True)
class Finding:
    """Something worth knowing about a source row or file that did not stop intake.

    `severity` is "fail" (the row is quarantined), "review" (a person should look) or
    "blanked" (one value was emptied). `row_id` is None for what concerns a whole file.
    """

    rule: str
    severity: str
    message: str
    row_id: int | None = None
    file_id: str | None = None
    table: str | None = None
    column: str | None = None
