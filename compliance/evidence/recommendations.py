"""Recommendations of those who monitor: what they still ask for, and what was carried out.

That what was asked for was done shows that something happens. It is no judgement of the whole duty:
who asks for one thing has not found the rest in order.
"""

from collections.abc import Iterator, Mapping

from compliance.evidence.piece import first_aspect, piece
from compliance.inputs import Inputs
from compliance.plain import on_day, records
from data.schema import code_lists

FINDING = {
    "urges": "not_met",
    "requires": "not_met",
    "recommends": "partly_met",
    "considers": "partly_met",
    "other": "partly_met",
    "invites": "cannot_tell",
}
"""Strength word -> what an open recommendation says of the duty: an invitation finds no fault."""

GRADE = {
    "monitoring_body": "A",
    "court": "A",
    "audit": "A",
    "rapporteur": "A",
    "parliament": "B",
    "other": "C",
}
UNPROVEN = "C"
"""Grade of having carried something out where nothing is shown for it: the State's own claim."""

OPEN, DONE, SAID_DONE = "open", "carried out", "said to be carried out"


def recommendations(inputs: Inputs) -> Iterator[dict]:
    """One piece a recommendation that names a duty: open since it was made, or dated by the day it was carried out."""
    duties = {each["obligation_id"]: each for each in inputs.obligations}
    for row in records(inputs.recommendations):
        if duty := duties.get(row["obligation_id"]):
            yield _piece(row, duty, inputs)


def _piece(row: Mapping, duty: Mapping, inputs: Inputs) -> dict:
    done_on = row["implemented_on"]
    is_done = done_on is not None and done_on <= inputs.data_date
    follow_up = OPEN if not is_done else DONE if row["evidence_url"] else SAID_DONE
    strength = row["strength"] or "other"
    return piece(
        (row["recommendation_id"],),
        inputs.data_date,
        jurisdiction=row["jurisdiction"],
        obligation_id=row["obligation_id"],
        aspect=first_aspect(duty, row["aspect"]),
        kind="recommendation",
        finding=_finding(strength, follow_up),
        grade=UNPROVEN if follow_up == SAID_DONE else GRADE[row["source"]],
        dated_on=done_on if is_done else row["made_on"],
        title=f"Recommendation of {on_day(row['made_on'])}, {follow_up}: {_label('recommendation_source', row['source'])}",
        reason=_reason(row, strength, follow_up),
        link=row["evidence_url"],
        # One source may ask for several things at once: none overtakes another.
        source=f"{row['source']} {row['recommendation_id']}",
        strength=strength,
        due_on=row["due_on"],
        done_on=done_on if is_done else None,
    )


def _finding(strength: str, follow_up: str) -> str:
    if follow_up == OPEN:
        return FINDING[strength]
    return "happens" if follow_up == DONE else "cannot_tell"


def _reason(row: Mapping, strength: str, follow_up: str) -> str:
    word = _label("recommendation_strength", strength)
    if follow_up == OPEN:
        return f"{word}. Not carried out."
    done_on = on_day(row["implemented_on"])
    if follow_up == DONE:
        return f"{word}. Carried out on {done_on}. Nobody judged whether the whole duty is met."
    return f"{word}. Said to be carried out on {done_on}, with nothing to show it."


def _label(codes: str, code: str) -> str:
    return code_lists()[codes].codes[code].label
