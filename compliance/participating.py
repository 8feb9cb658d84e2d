"""Which records say what binds a place: those submitted or, where none was, those curated."""

import numpy as np
import pandas as pd

from compliance.columns import PARTICIPATION_COLUMNS
from compliance.frame import in_columns

SAME_RECORD = ["jurisdiction", "instrument", "event", "from_on", "until_on", "evidence_url"]
OF_PLACE = ["jurisdiction", "instrument"]


def participations(submitted: pd.DataFrame, curated: pd.DataFrame) -> pd.DataFrame:
    """The records that count, with `PARTICIPATION_COLUMNS`.

    Who submits what binds a place to an instrument replaces all that was curated of the two: mixing
    them could leave a reservation standing that the submission knows to be withdrawn. Who submits
    only what single duties are left out replaces that alone: it does not unsay that the rest binds.
    """
    stated = _as_records(submitted)
    is_whole = ~_leaves_out_single_duties(stated)
    kept = curated[
        ~_are_of(curated, stated[is_whole])
        & ~(_are_of(curated, stated) & _leaves_out_single_duties(curated))
    ]
    both = [
        in_columns(rows, PARTICIPATION_COLUMNS) for rows in (stated, kept.assign(source="curated"))
    ]
    # An empty frame has no types to join.
    filled = [rows for rows in both if len(rows)] or both[:1]
    order = [*OF_PLACE, "event", "from_on", "obligation_ids"]
    return pd.concat(filled).sort_values(
        order, key=lambda column: column.astype(str), ignore_index=True
    )


def _are_of(records: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Whether each record is of a place and instrument of which the others tell."""
    return pd.MultiIndex.from_frame(records[OF_PLACE]).isin(
        pd.MultiIndex.from_frame(others[OF_PLACE])
    )


def _leaves_out_single_duties(records: pd.DataFrame) -> pd.Series:
    return records["event"].isin(["reservation", "opt_out"]) & records["obligation_ids"].notna()


def _as_records(submitted: pd.DataFrame) -> pd.DataFrame:
    """Rows that name one obligation each become one record; a row that names none stands for all."""
    names_one = submitted["obligation_id"].notna()
    whole = submitted[~names_one].assign(obligation_ids=None)
    groups = submitted[names_one].groupby(SAME_RECORD, dropna=False, as_index=False)
    named = groups["obligation_id"].agg(lambda ids: "\n".join(sorted(set(ids))))
    named = named.rename(columns={"obligation_id": "obligation_ids"})
    stated = pd.concat([each for each in (whole, named) if len(each)] or [whole])
    # Nobody here has read what a submission rests on.
    return stated.rename(columns={"evidence_url": "link"}).assign(
        source="submitted", certainty="unchecked"
    )
