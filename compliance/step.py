"""From published results and what was stated to the tables of compliance of a release."""

import pandas as pd

from compliance.agreement import agreement
from compliance.benchmarks import benchmarks
from compliance.cells import cells
from compliance.changes import changes
from compliance.columns import CHANGE_COLUMNS, REPLY_COLUMNS, STATUTE_COLUMNS
from compliance.composite import composite
from compliance.deciding import states
from compliance.evidence import gather_evidence
from compliance.frame import in_columns
from compliance.inputs import Inputs
from compliance.memory import with_memory
from compliance.methods import methods
from compliance.participating import participations
from compliance.piece import mark_current
from compliance.rules import rules_table
from compliance.summaries import summaries


def comply(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """Every table of compliance by its name in the release."""
    evidence = mark_current(gather_evidence(inputs))
    found = states(cells(inputs, evidence), evidence, inputs.replies)
    changed = pd.DataFrame(columns=list(CHANGE_COLUMNS), dtype=object)
    if inputs.earlier:
        before = inputs.earlier["compliance"], inputs.earlier["compliance_evidence"]
        found = with_memory(found, evidence, *before)
        changed = changes(found, evidence, *before, inputs.earlier["release_id"])
    records = participations(inputs.participations, inputs.law.parties)
    return {
        "compliance": found,
        "compliance_evidence": evidence,
        "compliance_rules": rules_table(),
        "compliance_changes": changed,
        "compliance_summary": summaries(found, inputs.obligations),
        "participations": _here(records, inputs),
        "statutes": in_columns(_here(inputs.law.statutes, inputs), STATUTE_COLUMNS),
        "new_methods": methods(inputs.results, inputs.law.statutes, inputs.jurisdictions),
        "coder_agreement": agreement(inputs.attestations),
        "composite_appendix": composite(found, inputs.obligations),
        "replies": in_columns(_here(inputs.replies, inputs), REPLY_COLUMNS),
        "benchmarks": benchmarks(inputs.benchmarks, inputs.results, inputs.definitions),
    }


def _here(rows: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """The rows about places of this release."""
    return rows[rows["jurisdiction"].isin(inputs.places())]
