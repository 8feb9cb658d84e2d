"""What the statutes in force cover of each duty, and whether their numbers reach those of the instrument.

A statute that is told from memory finds no fault and reaches no number: it only says what is said to be covered.
One that was read in a summary finds no fault either, since what a summary leaves out may be there.
"""

from collections.abc import Iterator, Mapping

from compliance.evidence.piece import is_kept, limit, numbers, piece
from compliance.inputs import Inputs
from compliance.plain import records
from data.law import LIFE_YEARS
from data.schema import code_lists

GRADE_READ, GRADE_UNREAD = "B", "C"
STRONGEST_FIRST = ("yes", "partly", "no")
FINDS_NO_FAULT = {
    "unchecked": "From memory, which decides nothing.",
    "summary": "Read in a summary only, which finds no fault.",
}
"""Certainty -> what is said where a statute seems to fall short, and its text was not read."""
FAULTS = ("partly_met", "not_met", "in_part", "misses")


def statutes(inputs: Inputs) -> Iterator[dict]:
    """One piece a place and duty over all its statutes in force on the data date, and one a number.

    An element counts as covered where any of them covers it; a number counts in each statute that
    sets one, since each offence has its own. A statute in force is never stale: it is dated by the
    day from which the newest of them holds.
    """
    in_force: dict[str, list[dict]] = {}
    for row in records(inputs.law.statutes):
        if _is_valid(row, inputs.data_date):
            in_force.setdefault(row["jurisdiction"], []).append(row)
    for place, rows in in_force.items():
        for duty in inputs.obligations:
            elements = _asked_elements(duty, inputs)
            # A statute of which nobody read the point is no evidence of anything.
            read = [row for row in rows if row["element"] in elements]
            if read := [row for row in read if row["covered"] in STRONGEST_FIRST]:
                yield _coverage(place, duty, elements, read, inputs)
            for asked in numbers(duty, "statute"):
                told = [row for row in rows if row["element"] == asked["statute"]]
                told = [row for row in told if row["number"] is not None]
                if told:
                    yield _number(place, duty, asked, told, inputs)


def covered(elements: list[str], rows: list[Mapping]) -> dict[str, str]:
    """Element -> yes, partly, no or not_known, by the statute that covers it best."""
    found = {}
    for element in elements:
        said = {row["covered"] for row in rows if row["element"] == element}
        found[element] = next((each for each in STRONGEST_FIRST if each in said), "not_known")
    return found


def finding(coverage: Mapping[str, str]) -> str:
    """Met where every element is covered, not met where none is; what nobody read can turn both."""
    said = set(coverage.values())
    if said == {"yes"}:
        return "met"
    if said == {"no"}:
        return "not_met"
    return "partly_met" if said & {"no", "partly"} else "cannot_tell"


def _asked_elements(duty: Mapping, inputs: Inputs) -> list[str]:
    """The elements that show the duty and were asked of anybody by the data date, without its numbers."""
    counted = {each["statute"] for each in numbers(duty, "statute")}
    return [
        name
        for name, element in inputs.law.elements.items()
        if duty["obligation_id"] in element["obligations"]
        and name not in counted
        and (element["from_on"] is None or element["from_on"] <= inputs.data_date)
    ]


def _coverage(
    place: str, duty: Mapping, elements: list[str], rows: list[dict], inputs: Inputs
) -> dict:
    coverage = covered(elements, rows)
    return _piece(
        place, duty, rows, inputs, ("coverage", *sorted(coverage.items())),
        finding=finding(coverage),
        reason=_told(coverage),
    )  # fmt: skip


def _told(coverage: Mapping[str, str]) -> str:
    """What is covered, what is not, and what nobody read, element by element."""
    labels = code_lists()["covered"].codes
    names = code_lists()["statute_element"].codes
    said = [
        f"{labels[answer].label}: {'; '.join(names[each].label for each in elements)}."
        for answer in labels
        if (elements := [name for name in names if coverage.get(name) == answer])
    ]
    return " ".join(said)


def _number(place: str, duty: Mapping, asked: Mapping, rows: list[dict], inputs: Inputs) -> dict:
    told = [row["number"] for row in rows]
    kept = [is_kept(asked, number) for number in told]
    found = min(told) if "at_least" in asked else max(told)
    return _piece(
        place, duty, rows, inputs, (asked["statute"], limit(asked), found),
        finding="meets" if all(kept) else "in_part" if any(kept) else "misses",
        reason=f"{asked['says']} The statutes say {_in_words(found)}.",
        number_asked=limit(asked),
        number_found=float(found),
    )  # fmt: skip


def _piece(place: str, duty: Mapping, rows: list[dict], inputs: Inputs, of: tuple, **said) -> dict:
    by_id = {row["statute_id"]: row for row in rows}
    named = [by_id[name] for name in sorted(by_id)]
    certainties = {row["certainty"] for row in named}
    begun = [row["valid_from"] for row in named if row["valid_from"]]
    certainty = _weakest(certainties)
    is_silent = said["finding"] in FAULTS and certainty != "read"
    if is_silent or (certainty == "unchecked" and said["finding"] != "met"):
        reason = f"{said['reason']} {FINDS_NO_FAULT[certainty]}"
        said |= {"finding": "cannot_tell", "reason": reason}
    return piece(
        (*sorted(by_id), *of),
        inputs.data_date,
        stands=True,
        jurisdiction=place,
        obligation_id=duty["obligation_id"],
        aspect="law",
        kind="statute",
        grade=GRADE_READ if certainties == {"read"} else GRADE_UNREAD,
        dated_on=max(begun, default=None),
        title="; ".join(dict.fromkeys(_cited(row) for row in named)),
        link=next((row["link"] for row in named if row["link"]), None),
        source="statutes",
        certainty=certainty,
        **said,
    )


def _weakest(certainties: set[str]) -> str:
    return next((each for each in ("unchecked", "summary") if each in certainties), "read")


def _in_words(number: float) -> str:
    return "life" if number == LIFE_YEARS else f"{number:g}"


def _cited(row: Mapping) -> str:
    return f"{row['title']}, {row['provision']}" if row["provision"] else row["title"]


def _is_valid(row: Mapping, day) -> bool:
    begins_by = row["valid_from"] is None or row["valid_from"] <= day
    return begins_by and (row["valid_until"] is None or row["valid_until"] >= day)
