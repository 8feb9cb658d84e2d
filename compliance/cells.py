"""The cells: each place, duty and aspect of which a state is said."""

import pandas as pd

from compliance.applying import applicability
from compliance.changes import TRIVIAL
from compliance.columns import CELL_KEY
from compliance.inputs import Inputs
from compliance.participating import participations
from compliance.rules import WITHDRAWN

COLUMNS = [*CELL_KEY, "force", "applies", "applies_because"]


def cells(inputs: Inputs, evidence: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row a cell, with force of the duty and whether it binds the place.

    A duty has the aspects that its instrument's entry names. With `evidence`, a place has those of
    its own evidence too: a statement on an aspect that nobody thought of must not go unseen. Nor
    does such a cell go with its statement: it stays as long as the release before said something of it.
    """
    duties = pd.DataFrame(
        [
            (each["obligation_id"], each["force"], aspect)
            for each in inputs.obligations
            for aspect in each["aspects"]
        ],
        columns=["obligation_id", "force", "aspect"],
    )
    records = participations(inputs.participations, inputs.law.parties)
    binding = applicability(inputs.obligations, records, inputs.jurisdictions, inputs.data_date)
    found = binding.merge(duties, on="obligation_id")
    force = {each["obligation_id"]: each["force"] for each in inputs.obligations}
    for more in (evidence, _told_before(inputs)):
        if more is not None and len(more):
            stated = more[list(CELL_KEY)].drop_duplicates().merge(binding)
            stated["force"] = stated["obligation_id"].map(force)
            found = pd.concat([found, stated]).drop_duplicates(list(CELL_KEY))
    return found[COLUMNS].sort_values(list(CELL_KEY), ignore_index=True)


def _told_before(inputs: Inputs) -> pd.DataFrame | None:
    """Cells of which the release before told more than that there is nothing to tell."""
    if not inputs.earlier:
        return None
    before = inputs.earlier["compliance"]
    return before[~before["state"].isin(TRIVIAL) | before["rule"].eq(WITHDRAWN)]
