"""Statutes by place and what they cover: one row a statute and element, elements not stated as `not_known`.

A statute holds from its first to its last day of validity, so an amended law is two entries. A
number (years, days) is what the law itself says. Imprisonment for life is written "life" and told as
99 years, since a figure has to be comparable with the 5 or 10 years that an instrument asks for.
"""

from pathlib import Path

from data.law.entries import STANDING, Entry, are_in_order, check_new, read_entries
from data.law.fields import Field, is_place
from data.law.problems import Problems
from data.schema import code_lists

LIFE_YEARS = 99.0
LIFE_NOTE = "Imprisonment for life is told as 99 years."

FIELDS = {
    "id": Field("id", required=True),
    "title": Field("text", required=True),
    "provision": Field("text", required=True),
    "valid_from": Field("day", required=True),
    "valid_until": Field("day"),
    "covers": Field("table", required=True),
    **STANDING,
}


def read_statutes(folder: Path, problems: Problems) -> list[dict]:
    """Rows of STATUTE_COLUMNS, by place, statute and element."""
    rows, ids = [], set()
    for path in sorted((folder / "statutes").glob("*.toml")):
        if not is_place(path.stem):
            problems.add(path, None, "the file is named after no place")
            continue
        entries, _ = read_entries(path, "statute", FIELDS, problems)
        for entry in entries:
            check_new(path, entry, ids, problems)
            if _is_sound(path, entry, problems):
                rows += [_row(path.stem, entry, element) for element in _elements()]
    return rows


def is_number(element: str) -> bool:
    """Whether the element is a number of years or days rather than covered or not."""
    return element.endswith(("_years", "_days"))


def _elements() -> list[str]:
    return list(code_lists()["statute_element"].codes)


def _is_sound(path: Path, entry: Entry, problems: Problems) -> bool:
    messages = []
    if not entry["id"].startswith(path.stem + "-"):
        messages.append(f"the id begins with {path.stem}-")
    for element, value in entry["covers"].items():
        if element not in _elements():
            messages.append(f"covers: {element!r} is no element of a statute")
        elif not _is_allowed(element, value):
            messages.append(f"covers: {element} cannot be {value!r}")
    for message in messages:
        problems.add(path, entry.label, message)
    return are_in_order(path, entry, "valid_from", "valid_until", problems) and not messages


def _is_allowed(element: str, value: object) -> bool:
    if not is_number(element):
        return value in list(code_lists()["covered"].codes)
    if isinstance(value, str):
        return value in ("no", "not_known") or (value == "life" and element.endswith("_years"))
    return type(value) in (int, float) and 0 < value < 1000


def _row(place: str, entry: Entry, element: str) -> dict:
    stated = entry["covers"].get(element, "not_known")
    is_for_life = stated == "life"
    number = LIFE_YEARS if is_for_life else stated if not isinstance(stated, str) else None
    return {
        "jurisdiction": place,
        "statute_id": entry["id"],
        "title": entry["title"],
        "provision": entry["provision"],
        "element": element,
        "covered": "yes" if number is not None else stated,
        "number": number,
        "valid_from": entry["valid_from"],
        "valid_until": entry["valid_until"],
        "certainty": entry["certainty"],
        "link": entry["link"],
        "note": " ".join(filter(None, (entry["note"], LIFE_NOTE if is_for_life else None))) or None,
    }
