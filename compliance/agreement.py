"""How far two people who coded the same evidence judged alike, beyond what chance would bring."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from compliance.columns import AGREEMENT_COLUMNS
from compliance.frame import as_days, in_columns
from metrics.estimators.agreement import weighted_kappa
from metrics.status import INSUFFICIENT_BELOW, status_of_amount

EVIDENCE = ["jurisdiction", "obligation_id", "aspect", "grade", "stated_on"]
"""What two attestations share that were read from the same evidence."""
JUDGED = ("met", "partly_met", "not_met")
"""Statuses in order. Disputed and not applicable have no place in it: they count as alike or not, and have no distance."""


def agreement(attestations: pd.DataFrame) -> pd.DataFrame:
    """One row a place and aspect that has pairs, for all aspects, and for all places together; columns `AGREEMENT_COLUMNS`.

    `attestations` are rows as submitted. Fewer than ten pairs are counted, and nothing is estimated
    from them.
    """
    pairs = _pairs(attestations)
    rows = [
        {"jurisdiction": place, "aspect": aspect} | _agreed(found)
        for place, of_place in _parts(pairs, "jurisdiction", None)
        for aspect, found in _parts(of_place, "aspect", "all")
    ]
    return in_columns(pd.DataFrame(rows, columns=list(AGREEMENT_COLUMNS)), AGREEMENT_COLUMNS)


def _pairs(attestations: pd.DataFrame) -> pd.DataFrame:
    """Jurisdiction and aspect of each pair, and what the two coders found.

    Who is first goes by pseudonym, so that the order of submission changes nothing; a third reading
    is left away, and so is a second one by the same person.
    """
    read = attestations.assign(stated_on=as_days(attestations["stated_on"]))
    read = read.sort_values([*EVIDENCE, "coder", "attestation_id"])
    read = read.drop_duplicates([*EVIDENCE, "coder"])
    grouped = read.groupby(EVIDENCE, observed=True)["status"]
    read = read.assign(one=read["status"], other=grouped.shift(-1))
    return read[(grouped.cumcount() == 0) & read["other"].notna()]


def _parts(pairs: pd.DataFrame, column: str, together: str | None) -> Iterator:
    """The pairs of each member of a column in order, then all of them; nothing where there are none."""
    if len(pairs):
        yield from pairs.groupby(column, observed=True)
        yield together, pairs


def _agreed(pairs: pd.DataFrame) -> dict:
    """Counts, agreement, kappa with its interval, and status, of one place and aspect."""
    table = np.array(
        [
            [((pairs["one"] == one) & (pairs["other"] == other)).sum() for other in JUDGED]
            for one in JUDGED
        ]
    )
    same, judged = int((pairs["one"] == pairs["other"]).sum()), int(table.sum())
    found = {"pairs": len(pairs), "same": same, "status": "insufficient"}
    if len(pairs) >= INSUFFICIENT_BELOW:
        found["agreement"] = same / len(pairs)
    kappa = weighted_kappa(table)
    # Whose every judgement is the same leaves nothing to agree on beyond it.
    says_one_thing = min((table.sum(axis) > 0).sum() for axis in (0, 1)) < 2
    if judged < INSUFFICIENT_BELOW or kappa.value is None or says_one_thing:
        return found
    return found | {
        "kappa": kappa.value,
        "lower": kappa.lower,
        "upper": kappa.upper,
        "interval_method": kappa.method,
        "status": status_of_amount(judged, kappa.lower, kappa.upper, kappa.value),
    }
