"""What oversight bodies attested, each with its reason in their own words."""

from collections.abc import Iterator

from compliance.evidence.piece import piece
from compliance.inputs import Inputs
from compliance.plain import on_day, records
from data.schema import code_lists

SOURCE = "attestation"
"""Attestations of one grade speak for one source: a later one overtakes an earlier one, whoever coded it."""

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
FURTHER = "further"
"""How any coder after the tenth is told."""


def attestations(inputs: Inputs) -> Iterator[dict]:
    """One piece an attestation, with its status as the finding."""
    statuses = code_lists()["attestation_status"].codes
    rows = records(inputs.attestations)
    coders = _ordinals(rows)
    for row in rows:
        yield piece(
            (row["attestation_id"],),
            inputs.data_date,
            jurisdiction=row["jurisdiction"],
            obligation_id=row["obligation_id"],
            aspect=row["aspect"],
            kind="attestation",
            finding=row["status"],
            grade=row["grade"],
            dated_on=row["stated_on"],
            title=f"Attestation of {on_day(row['stated_on'])}: {statuses[row['status']].label}",
            reason=row["reason"],
            link=row["evidence_url"],
            source=SOURCE,
            coder=coders[_voice(row)][row["coder"]],
        )


def _ordinals(rows: list[dict]) -> dict[tuple, dict[str, str]]:
    """Cell and grade -> coder -> first, second and so on, in the order in which they first coded it.

    Pseudonyms are not published: across cells they would show who judges what, and how.
    """
    begun: dict[tuple, dict] = {}
    for row in rows:
        days = begun.setdefault(_voice(row), {})
        days[row["coder"]] = min(row["stated_on"], days.get(row["coder"], row["stated_on"]))
    return {
        voice: {
            coder: ORDINALS[place] if place < len(ORDINALS) else FURTHER
            for place, coder in enumerate(sorted(days, key=lambda each: (days[each], each)))
        }
        for voice, days in begun.items()
    }


def _voice(row: dict) -> tuple:
    return row["jurisdiction"], row["obligation_id"], row["aspect"], row["grade"]
