"""One table of a mapping's TOML, read key by key; everything wrong with it is collected, not raised."""

import datetime
import re
from collections.abc import Iterable

from data.intake.formula import Formula, FormulaError, read_formula
from data.intake.nearest import nearest_hint
from data.intake.problems import Problem

_KINDS = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table of keys",
    datetime.date: "a date",
}


class Section:
    """A table of the TOML file and its place (`table[2].columns.sex`), shared problems beside it."""

    def __init__(self, content: object, key: str, problems: list[Problem]):
        self.key = key
        self.problems = problems
        self.content = content if isinstance(content, dict) else {}
        self.asked: set[str] = set()
        if not isinstance(content, dict):
            self.complain(None, f"expected a table of keys, found {describe_kind(content)}.")

    def place(self, name: str | None) -> str:
        return ".".join(part for part in (self.key, name) if part)

    def complain(
        self, name: str | None, message: str, hint: str | None = None, code: str = "mapping"
    ) -> None:
        """Note a problem at one key of this section."""
        self.problems.append(Problem(code, message, key=self.place(name), hint=hint))

    def get(
        self, name: str, kinds: tuple[type, ...], required: bool = False, hint: str | None = None
    ):
        """The value of a key if it is there and of one of the kinds, else None."""
        self.asked.add(name)
        if name not in self.content:
            if required:
                self.complain(name, "this key is missing.")
            return None
        value = self.content[name]
        # TOML's true is an int to Python, and a moment is a date.
        fits = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
        if not fits or isinstance(value, datetime.datetime):
            wanted = " or ".join(_KINDS[kind] for kind in kinds)
            self.complain(name, f"expected {wanted}, found {describe_kind(value)}.", hint)
            return None
        return value

    def text(self, name: str, required: bool = False) -> str | None:
        return self.get(name, (str,), required)

    def flag(self, name: str) -> bool:
        return bool(self.get(name, (bool,)))

    def scalar(self, name: str, required: bool = False) -> str | None:
        """A value written as a text, number, date or truth, as text."""
        value = self.get(name, (str, bool, int, float, datetime.date), required)
        return None if value is None else scalar_text(value)

    def choice(self, name: str, choices: Iterable[str], required: bool = False) -> str | None:
        value = self.text(name, required)
        if value is not None and value not in choices:
            self.complain(
                name, f"{value!r} is not one of the choices.", nearest_hint(value, choices)
            )
            return None
        return value

    def texts(self, name: str) -> tuple[str, ...] | None:
        """A list of texts; one text alone counts as a list of one."""
        value = self.get(name, (list, str), hint='Write it in quotes, as in ["-99"].')
        if value is None:
            return None
        items = [value] if isinstance(value, str) else value
        if not all(isinstance(item, str) for item in items):
            self.complain(name, "every entry of this list must be a text in quotes.")
            return None
        return tuple(items)

    def numbers(self, name: str) -> tuple[int, ...] | None:
        """A list of row numbers; one number alone counts as a list of one."""
        value = self.get(name, (list, int))
        if value is None:
            return None
        value = [value] if isinstance(value, int) else value
        if not all(isinstance(item, int) and item is not True and item > 0 for item in value):
            self.complain(name, "every entry of this list must be a row number from 1.")
            return None
        return tuple(value)

    def formula(self, name: str, required: bool = False) -> Formula | None:
        text = self.text(name, required)
        if text is None:
            return None
        try:
            return read_formula(text, self.place(name))
        except FormulaError as error:
            self.complain(name, f"{error}.", code="formula")
            return None

    def sections(self, name: str) -> list["Section"]:
        """The tables of a list of tables ([[name]])."""
        unnumbered = re.sub(r"\[\d+\]", "", self.place(name))
        hint = f"Write [[{unnumbered}]], in two brackets."
        entries = self.get(name, (list,), hint=hint) or []
        return [
            Section(entry, f"{self.place(name)}[{number}]", self.problems)
            for number, entry in enumerate(entries, start=1)
        ]

    def section(self, name: str) -> "Section":
        self.asked.add(name)
        return Section(self.content.get(name, {}), self.place(name), self.problems)

    def finish(self) -> None:
        """Complain about every key that nobody asked for."""
        for name in self.content:
            if name not in self.asked:
                self.complain(name, "this key is not known here.", nearest_hint(name, self.asked))


def describe_kind(value: object) -> str:
    """What kind of TOML value this is, in words."""
    if isinstance(value, datetime.datetime):
        return "a moment"
    return _KINDS.get(type(value), type(value).__name__)


def scalar_text(value: object) -> str:
    """A TOML value as the text it would be in a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
