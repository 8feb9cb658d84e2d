"""Who is bound by which instrument, from when until when: one file an instrument, its name the file's name.

An entry names one place (`jurisdiction`) or several that joined on the same day (`jurisdictions`).
`fictional.toml` is the one file whose entries name their `instruments`. `[rest]` closes a list: every
State that the file does not name is no party. Territories of the code list are left out of it, since
a list of States does not decide for them.

An entry `in_force` that names obligations says from when these bind (an amendment); they are then not
bound by an entry that names none.
"""

from collections import Counter
from pathlib import Path

from data.instruments import instruments
from data.law.entries import (
    STANDING,
    Entry,
    are_in_order,
    check_entry,
    lines,
    read_entries,
    read_toml,
)
from data.law.fields import Field, problem_with
from data.law.problems import Problems
from data.schema import code_lists

FICTIONAL_FILE = "fictional"

FIELDS = {
    "jurisdiction": Field("place"),
    "jurisdictions": Field("places"),
    "event": Field("text", required=True, codes="participation_event"),
    "from_on": Field("day"),
    "until_on": Field("day"),
    "obligation_ids": Field("obligations"),
    **STANDING,
}
FIELDS_OF_FICTIONAL = FIELDS | {"instruments": Field("instruments", required=True)}
FIELDS_OF_REST = {
    "event": Field("text", required=True, codes=("not_party",)),
    "except": Field("places"),
    **STANDING,
}


def read_parties(folder: Path, problems: Problems) -> list[dict]:
    """Rows of PARTICIPATION_COLUMNS, sorted."""
    rows = []
    for path in sorted((folder / "parties").glob("*.toml")):
        rows += _read_file(path, problems)
    _check_said_once(rows, folder / "parties", problems)
    return sorted(rows, key=lambda row: tuple(str(value or "") for value in row.values()))


def _read_file(path: Path, problems: Problems) -> list[dict]:
    is_fictional = path.stem == FICTIONAL_FILE
    if not is_fictional and path.stem not in instruments():
        problems.add(path, None, "the file is named after no instrument of data/instruments")
        return []
    fields = FIELDS_OF_FICTIONAL if is_fictional else FIELDS
    entries, others = read_entries(path, "party", fields, problems, also=("rest",))
    rows = [row for entry in entries for row in _rows(path, entry, problems)]
    if "rest" in others:
        rows += _rest(path, others["rest"], {row["jurisdiction"] for row in rows}, problems)
    return rows


def _rows(path: Path, entry: Entry, problems: Problems) -> list[dict]:
    if (entry["jurisdiction"] is None) == (entry["jurisdictions"] is None):
        problems.add(path, entry.label, "name either a jurisdiction or jurisdictions")
        return []
    if not are_in_order(path, entry, "from_on", "until_on", problems):
        return []
    named = entry["obligation_ids"]
    if entry["event"] == "reservation" and not named:
        problems.add(path, entry.label, "a reservation names the obligations it is about")
    bound_by = entry.values.get("instruments") or [path.stem]
    own = {one["id"] for name in bound_by for one in instruments()[name].obligations}
    for stray in set(named or []) - own:
        problems.add(path, entry.label, f"{stray!r} is no obligation of {', '.join(bound_by)}")
    return [
        _row(place, instrument, entry)
        for place in entry["jurisdictions"] or [entry["jurisdiction"]]
        for instrument in bound_by
    ]


def _row(place: str, instrument: str, entry: Entry) -> dict:
    return {
        "jurisdiction": place,
        "instrument": instrument,
        "event": entry["event"],
        "obligation_ids": lines(entry.values.get("obligation_ids")),
        "from_on": entry.values.get("from_on"),
        "until_on": entry.values.get("until_on"),
        "source": "curated",
        "certainty": entry["certainty"],
        "link": entry["link"],
        "note": entry["note"],
    }


def _rest(path: Path, stated: object, named: set[str], problems: Problems) -> list[dict]:
    entry = check_entry(path, "rest", stated, {}, FIELDS_OF_REST, problems)
    if entry is None:
        return []
    left_out = named | set(entry["except"] or ()) | read_territories(path.parent.parent, problems)
    return [
        _row(place, path.stem, entry)
        for place in code_lists()["country"].codes
        if place not in left_out
    ]


def read_territories(folder: Path, problems: Problems) -> set[str]:
    """Entries of the code list `country` that are no States of their own."""
    path = folder / "territories.toml"
    codes = read_toml(path, ("territories",), problems).get("territories")
    message = problem_with(codes, Field("places"))
    if message:
        problems.add(path, "territories", message)
    return set() if message else set(codes)


def _check_said_once(rows: list[dict], folder: Path, problems: Problems) -> None:
    keys = ("jurisdiction", "instrument", "event", "from_on", "obligation_ids")
    counted = Counter(tuple(row[key] for key in keys) for row in rows)
    for (place, instrument, event, *_), times in counted.items():
        if times > 1:
            problems.add(folder / f"{instrument}.toml", place, f"{event} is said {times} times")
