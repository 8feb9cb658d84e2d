"""Reads the entries of one file and checks each against the fields declared for it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.law.fields import Field, problem_with
from data.law.problems import Problems

STANDING = {
    "certainty": Field("text", required=True, codes="certainty"),
    "link": Field("link"),
    "note": Field("text"),
}
"""Keys every entry has: whether its text was read, where it stands, what is particular about it."""


@dataclass(frozen=True)
class Entry:
    """One entry: how a message names it, and every declared key, None where it is not stated."""

    label: str
    values: dict

    def __getitem__(self, key: str) -> object:
        return self.values[key]


def read_toml(path: Path, allowed: tuple[str, ...], problems: Problems) -> dict:
    """The file's content; empty, with a problem added, where it is missing or no TOML."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.add(path, None, f"this is no TOML file that can be read ({error})")
        return {}
    for key in content.keys() - set(allowed):
        problems.add(path, None, f"{key!r} is not known here; known are {', '.join(allowed)}")
    return {key: value for key, value in content.items() if key in allowed}


def read_entries(
    path: Path,
    heading: str,
    fields: dict[str, Field],
    problems: Problems,
    also: tuple[str, ...] = (),
) -> tuple[list[Entry], dict]:
    """The sound entries under `[[heading]]`, and the file's other keys named in `also`.

    `[common]` holds what every entry of the file shares unless it states something else.
    """
    content = read_toml(path, (heading, "common", *also), problems)
    common, listed = content.pop("common", {}), content.pop(heading, [])
    if not isinstance(common, dict) or not isinstance(listed, list):
        problems.add(path, None, f"write entries as [[{heading}]] and what they share as [common]")
        return [], content
    entries = []
    for number, stated in enumerate(listed, start=1):
        found = check_entry(path, f"{heading} {number}", stated, common, fields, problems)
        if found is not None:
            entries.append(found)
    return entries, content


def check_entry(
    path: Path,
    label: str,
    stated: object,
    common: dict,
    fields: dict[str, Field],
    problems: Problems,
) -> Entry | None:
    """The entry, or None with every problem added."""
    if not isinstance(stated, dict):
        problems.add(path, label, "this is no table of keys")
        return None
    values = {**common, **stated}
    name = values.get("id") or values.get("jurisdiction")
    label = f"{label} ({name})" if name else label
    messages = [f"{key!r} is not known here" for key in values.keys() - fields.keys()]
    messages += [
        f"{key} is missing" for key, field in fields.items() if field.required and key not in values
    ]
    if values.get("certainty") in ("read", "summary") and not values.get("link"):
        messages.append("link is missing: say where the text that was read stands")
    for key, field in fields.items():
        if key in values and (message := problem_with(values[key], field)):
            messages.append(f"{key}: {message}")
    for message in messages:
        problems.add(path, label, message)
    return None if messages else Entry(label, {key: values.get(key) for key in fields})


def are_in_order(path: Path, entry: Entry, first: str, last: str, problems: Problems) -> bool:
    """False, with a problem added, where a period ends before it begins."""
    begins: date | None = entry[first]
    ends: date | None = entry[last]
    if begins and ends and ends < begins:
        problems.add(path, entry.label, f"{last} {ends} lies before {first} {begins}")
        return False
    return True


def check_new(path: Path, entry: Entry, ids: set[str], problems: Problems) -> None:
    """Adds a problem where the entry's id was used before; `ids` holds those seen so far."""
    if entry["id"] in ids:
        problems.add(path, entry.label, "this id is used twice")
    ids.add(entry["id"])


def lines(values: list[str] | None) -> str | None:
    """Several ids as one text, one a line; None where there are none."""
    return "\n".join(values) if values else None
