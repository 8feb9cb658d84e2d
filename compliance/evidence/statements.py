"""What oversight bodies attested, each with its reason in their own words."""

from collections.abc import Iterator

from compliance.evidence.piece import piece
from compliance.inputs import Inputs
from compliance.plain import on_day, records
from data.schema import code_lists

SOURCE = "attestation"
"""Attestations of one grade speak for one source: a later one overtakes an earlier one, whoever coded it."""


def attestations(inputs: Inputs) -> Iterator[dict]:
    """One piece an attestation, with its status as the finding."""
    statuses = code_lists()["attestation_status"].codes
    for row in records(inputs.attestations):
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
            coder=row["coder"],
        )
