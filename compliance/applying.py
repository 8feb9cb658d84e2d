"""Which duties bind which place on a day, each with the record that says so as a sentence."""

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from compliance.inputs import BOUND
from compliance.plain import lines, on_day, records
from data.law import territories

COLUMNS = ["jurisdiction", "obligation_id", "applies", "applies_because"]
Answer = tuple[str, str]


def applicability(
    obligations: Iterable[Mapping],
    participations: pd.DataFrame,
    jurisdictions: pd.DataFrame,
    day: date,
) -> pd.DataFrame:
    """One row a place and duty: applies is yes, no or not_known.

    `participations` have `PARTICIPATION_COLUMNS`. A part of a State that has no record of an
    instrument takes those of the State; a group of States has no rows, since nothing binds it.
    """
    held: dict[tuple[str, str], list[dict]] = {}
    for record in records(participations):
        held.setdefault((record["jurisdiction"], record["instrument"]), []).append(record)
    places = {each["jurisdiction"]: each for each in records(jurisdictions)}
    rows = []
    for place in sorted(name for name, each in places.items() if each["kind"] in BOUND):
        for duty in obligations:
            owner, found = _records_of(place, duty["instrument"], places, held)
            applies, because = _answer(place, duty, found, day)
            if owner != place:
                because = f"As part of {owner}: {because[0].lower()}{because[1:]}"
            rows.append((place, duty["obligation_id"], applies, because))
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _records_of(place: str, instrument: str, places: dict, held: dict) -> tuple[str, list[dict]]:
    """Who the records are about, and the records: of the place or the nearest one that it is a part of."""
    owner, seen = place, set()
    while owner and owner not in seen:
        if found := held.get((owner, instrument)):
            return owner, found
        seen.add(owner)
        owner = places.get(owner, {}).get("parent")
    return place, []


def _answer(place: str, duty: Mapping, found: list[dict], day: date) -> Answer:
    if duty["force"] == "unilateral":
        return _judged_by_one(place)
    if not found:
        if duty["force"] == "recommended":
            return "yes", "Guidance, which any State may follow."
        return "not_known", "No record says whether it is in force here."
    if released := _released(duty["obligation_id"], found, day):
        return "no", released
    spans = _spans(duty["obligation_id"], found)
    begun = [each for each in spans if _covers(each, day)]
    if not begun:
        return _not_in_force(found, spans, day)
    latest = max(begun, key=_begins)
    ended = [each for each in _of("denounced", found, "not_party") if _covers(each, day)]
    for end in ended:
        # Whoever left may have joined again since.
        if _begins(end) >= _begins(latest):
            return "no", _left(end)
    return "yes", f"In force{_since(latest)}."


def _judged_by_one(place: str) -> Answer:
    """A law of one State needs nobody's agreement; yet it speaks of States, and not of each territory."""
    if place in territories():
        return (
            "not_known",
            "A law of one State, which judges States by it; no record says whether this territory is judged apart.",
        )
    return "yes", "A law of one State, which judges all States by it, whether they agreed or not."


def _released(obligation_id: str, found: list[dict], day: date) -> str | None:
    """Why this one duty does not bind although others of the instrument may."""
    for event, says in (("opt_out", "Opted out"), ("reservation", "Reserved")):
        for each in sorted(_of(event, found), key=_begins):
            named = lines(each["obligation_ids"])
            # A reservation frees from what it names; one that names nothing frees from nothing.
            is_about = obligation_id in named or (event == "opt_out" and not named)
            if is_about and _covers(each, day):
                return f"{says}{_since(each)}."
    return None


def _spans(obligation_id: str, found: list[dict]) -> list[dict]:
    """When the duty was in force: where records name it (an amendment made it), these only."""
    spans = _of("in_force", found)
    naming = [each for each in spans if obligation_id in lines(each["obligation_ids"])]
    return naming or [each for each in spans if not each["obligation_ids"]]


def _not_in_force(found: list[dict], spans: list[dict], day: date) -> Answer:
    for event in ("denounced", "not_party"):
        for each in _of(event, found):
            if _covers(each, day):
                return "no", _left(each)
    ended = [each["until_on"] for each in spans if each["until_on"] and each["until_on"] < day]
    if ended:
        return "no", f"Was in force until {on_day(max(ended))}."
    ahead = [each["from_on"] for each in spans if each["from_on"] and each["from_on"] > day]
    if ahead:
        return "no", f"Not in force before {on_day(min(ahead))}."
    signed = [each for each in _of("signed", found) if _covers(each, day)]
    if signed:
        return "no", f"Signed{_since(signed[0], 'on')}, but not in force."
    return "not_known", "No record says whether it is in force here on this day."


def _left(record: dict) -> str:
    if record["event"] == "not_party":
        return f"Not a party{_since(record)}."
    return f"Denounced{_since(record, 'with effect from')}."


def _of(event: str, found: list[dict], *others: str) -> list[dict]:
    return [each for each in found if each["event"] in (event, *others)]


def _covers(record: dict, day: date) -> bool:
    begins_by = record["from_on"] is None or record["from_on"] <= day
    return begins_by and (record["until_on"] is None or record["until_on"] >= day)


def _begins(record: dict) -> date:
    return record["from_on"] or date.min


def _since(record: dict, word: str = "since") -> str:
    return f" {word} {on_day(record['from_on'])}" if record["from_on"] else ""
