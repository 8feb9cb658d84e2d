"""The place itself and its agencies, as rows of the reference tables."""

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, day_number
from data.demo.rows import table
from data.demo.truths import START, Place, Truths

KINDS = {
    "LINK": ("statistics", "Linkage unit of {}"),
    "POLICE": ("police", "Police of {}"),
    "COURT": ("court", "Criminal court of {}"),
    "SUPPORT": ("support", "Survivor support of {}"),
    "OVERSIGHT": ("oversight", "Rapporteur of {}"),
    "LABOUR": ("labour_inspection", "Labour inspectorate of {}"),
    "BORDER": ("immigration", "Border service of {}"),
}
"""Last part of the agency's identifier -> kind and name. Police data come through the linkage unit."""

OF_FIGURES_ONLY = ("LABOUR", "BORDER")
"""Bodies that send no cases: the rapporteur collects their yearly figures."""

STATED_RECALL = 0.92
"""Share of true repeats that the fictional linkage units say they recognise."""


def reference_tables(place: Place, truths: Truths) -> dict[str, pa.Table]:
    """Rows of `jurisdictions` and `agencies`."""
    apart = place.code == truths.unlinked.jurisdiction
    return {
        "jurisdictions": table(
            "jurisdictions", jurisdiction=[place.code], name=place.name, kind="fictional"
        ),
        "agencies": table(
            "agencies",
            jurisdiction=place.code,
            agency_id=[f"{place.code}-{suffix}" for suffix in KINDS],
            name=[name.format(place.name) for _, name in KINDS.values()],
            kind=[kind for kind, _ in KINDS.values()],
            linkage_unit=[
                f"{place.code}-UNIT-{2 if apart and suffix == 'SUPPORT' else 1}" for suffix in KINDS
            ],
            # Where one body links by itself, nobody can say how many repeats are missed between them.
            linkage_recall=pa.array([None if apart else STATED_RECALL] * len(KINDS), pa.float64()),
            reports_from=np.array(
                [NEVER if suffix in OF_FIGURES_ONLY else day_number(START) for suffix in KINDS]
            ),
        ),
    }
