"""Everything that bears on duties: figures, statements, reports and law, one row a piece and cell."""

import pandas as pd

from compliance.columns import EVIDENCE_COLUMNS, EVIDENCE_KEY
from compliance.evidence.cases import judgments, plans
from compliance.evidence.figures import figures
from compliance.evidence.recommendations import recommendations
from compliance.evidence.reports import reports
from compliance.evidence.statements import attestations
from compliance.evidence.statutes import statutes
from compliance.frame import in_columns
from compliance.inputs import Inputs

GATHERED = (
    figures,
    attestations,
    recommendations,
    reports,
    statutes,
    judgments,
    plans,
)


def gather_evidence(inputs: Inputs) -> pd.DataFrame:
    """Every piece with `EVIDENCE_COLUMNS`, in order of its key, whatever order the rows came in.

    Pieces about places that no duty binds, and about duties that no instrument holds, are left out.
    Whether a piece was overtaken by a later one is told by the rules: here each that is not stale
    is current.
    """
    places = inputs.places()
    duties = {each["obligation_id"] for each in inputs.obligations}
    found = [
        piece
        for gather in GATHERED
        for piece in gather(inputs)
        if piece["jurisdiction"] in places and piece["obligation_id"] in duties
    ]
    frame = pd.DataFrame(found, columns=list(EVIDENCE_COLUMNS), dtype=object)
    frame = frame.drop_duplicates("evidence_id").sort_values(list(EVIDENCE_KEY))
    return in_columns(frame, EVIDENCE_COLUMNS)
