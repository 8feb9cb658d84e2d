"""From published results and what was stated to the tables of compliance of a release."""

import pandas as pd

from compliance.agreement import agreement
from compliance.benchmarks import benchmarks
from compliance.cells import cells
from compliance.changes import changes
from compliance.columns import CHANGE_COLUMNS, PARTICIPATION_COLUMNS, REPLY_COLUMNS, STATUTE_COLUMNS
from compliance.composite import composite
from compliance.evidence import gather_evidence
from compliance.inputs import Inputs
from compliance.memory import with_memory
from compliance.methods import methods
from compliance.rules import mark_current, rules_table, states
from compliance.summaries import summaries


def comply(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """Every table of compliance by its name in the release."""
    evidence = mark_current(gather_evidence(inputs))
    found = states(cells(inputs), evidence, inputs.replies)
    changed = pd.DataFrame(columns=list(CHANGE_COLUMNS), dtype=object)
    if inputs.earlier:
        before = inputs.earlier["compliance"], inputs.earlier["compliance_evidence"]
        found = with_memory(found, evidence, *before)
        changed = changes(found, evidence, *before, inputs.earlier["release_id"])
    return {
        "compliance": found,
        "compliance_evidence": evidence,
        "compliance_rules": rules_table(),
        "compliance_changes": changed,
        "compliance_summary": summaries(found, inputs.obligations),
        "new_methods": methods(inputs.results, inputs.law.statutes, inputs.jurisdictions),
        "coder_agreement": agreement(inputs.attestations),
        "composite_appendix": composite(found, inputs.obligations),
        "benchmarks": benchmarks(inputs.benchmarks, inputs.results, inputs.definitions),
    }
