"""What is wrong with a declared treaty or law, told with its file and its entry."""

import re
from collections.abc import Iterator
from pathlib import Path

from data.instruments.words import (
    BOUNDS,
    CODES,
    KINDS,
    NUMBERS,
    OPTIONAL,
    REQUIRED,
    SEVERAL_CODES,
    TEXTS,
    TOP,
)
from data.schema import PATTERNS, code_lists


class InstrumentError(ValueError):
    """A file of `data/instruments` or of the further folder is not what it should be."""


def check_instrument(path: Path, declaration: dict) -> None:
    """Raise InstrumentError for all that is wrong with the declaration read from `path`."""
    found = list(_faults_of_file(path.stem, declaration))
    if found:
        raise InstrumentError("\n".join(f"{path}: {fault}" for fault in found))


def check_ids(entries: dict[str, tuple[dict, ...]]) -> None:
    """Raise InstrumentError where two entries, of one instrument or of two, have the same id."""
    owners: dict[str, str] = {}
    for instrument, obligations in entries.items():
        for entry in obligations:
            if entry["id"] in owners:
                raise InstrumentError(
                    f"{instrument}.toml, {entry['id']}: the id is taken by an entry of "
                    f"{owners[entry['id']]}.toml."
                )
            owners[entry["id"]] = instrument


def _faults_of_file(name: str, declaration: dict) -> Iterator[str]:
    if not re.fullmatch(PATTERNS["snake"], name):
        yield "the file's name is to be small letters, digits and underscores."
    yield from _keys(declaration, TOP, ())
    for key in ("title", "short_title"):
        if key in declaration and not _matches(declaration[key], "label"):
            yield f"{key} is to be up to 200 printable characters without <, > and @."
    if "kind" in declaration and declaration["kind"] not in KINDS:
        yield f"kind is {declaration['kind']!r}; it may be {', '.join(KINDS)}."
    if "adopted" in declaration and not _is_whole(declaration["adopted"], 1800, 2200):
        yield "adopted is to be a year."
    entries = declaration.get("obligation", [])
    if not _are_tables(entries) or not entries:
        yield "there is no [[obligation]]."
        return
    for place, entry in enumerate(entries, start=1):
        named = entry.get("id", f"entry {place}")
        for fault in _faults_of_entry(name, entry):
            yield f"{named}: {fault}"


def _faults_of_entry(instrument: str, entry: dict) -> Iterator[str]:
    yield from _keys(entry, REQUIRED, OPTIONAL)
    for key, pattern in TEXTS.items():
        if key in entry and not _matches(entry[key], pattern):
            yield f"{key} is not what the pattern {pattern} asks for: {entry[key]!r}."
    start = instrument.replace("_", "-") + "-"
    if isinstance(entry.get("id"), str) and not entry["id"].startswith(start):
        yield f"an id of this file begins with {start}"
    for key, codes in CODES.items():
        if key in entry:
            yield from _unknown(key, [entry[key]], codes)
    for key, (codes, most) in SEVERAL_CODES.items():
        if key in entry:
            yield from _faults_of_list(key, entry[key], codes, most)
    numbers = entry.get("numbers", [])
    if not _are_tables(numbers):
        yield "numbers is to be a list of tables."
        return
    for number in numbers:
        yield from _faults_of_number(number)


def _faults_of_list(key: str, values: object, codes: str, most: int) -> Iterator[str]:
    if not isinstance(values, list) or not 1 <= len(values) <= most:
        yield f"{key} is to be a list of 1 to {most}."
    elif len({str(value) for value in values}) < len(values):
        yield f"{key} names one twice."
    else:
        yield from _unknown(key, values, codes)


def _faults_of_number(number: dict) -> Iterator[str]:
    subjects = [subject for subject in NUMBERS if subject in number]
    if len(subjects) != 1:
        yield f"a number is about one of {', '.join(NUMBERS)}: {number}."
        return
    subject = subjects[0]
    yield from _keys(number, (subject, "says"), NUMBERS[subject], "of a number: ")
    if "says" in number and not _matches(number["says"], "label"):
        yield "says of a number is to be a sentence of up to 200 characters."
    if subject == "report":
        if number["report"] is not True:
            yield "report of a number is true or left out."
        return
    if subject == "statute":
        yield from _unknown("statute", [number["statute"]], "statute_element")
    elif not _matches(number["metric"], "snake"):
        yield f"metric of a number is to be the name of a metric: {number['metric']!r}."
    limits = [key for key in (*BOUNDS, "each") if key in number]
    if len(limits) != 1:
        yield f"a number has one of at_least, at_most and, for a metric, each: {number}."
    if number.get("each", True) is not True:
        yield "each of a number is true or left out."
    for key in BOUNDS:
        if key in number and not _is_number(number[key]):
            yield f"{key} of a number is to be a number."
    if ("category" in number) != ("breakdown" in number):
        yield "breakdown and category of a number stand together."
    for key in ("breakdown", "category"):
        if key in number and not isinstance(number[key], str):
            yield f"{key} of a number is to be a word."
    if "horizon_days" in number and not _is_whole(number["horizon_days"], 1, 36525):
        yield "horizon_days of a number is to be a whole number of days."


def _keys(
    table: dict, required: tuple[str, ...], optional: tuple[str, ...], of: str = ""
) -> Iterator[str]:
    for key in required:
        if key not in table:
            yield f"{of}{key} is missing."
    for key in table:
        if key not in required and key not in optional:
            known = ", ".join((*required, *optional))
            yield f"{of}{key} is not a key; the keys are {known}."


def _unknown(key: str, values: list, codes: str) -> Iterator[str]:
    known = code_lists()[codes].codes
    for value in values:
        if not isinstance(value, str) or value not in known:
            yield f"{key} holds {value!r}, which the code list {codes} lacks: {', '.join(known)}."


def _matches(value: object, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(PATTERNS[pattern], value) is not None


def _are_tables(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(each, dict) for each in values)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_whole(value: object, lowest: int, highest: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest
