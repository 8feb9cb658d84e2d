"""How one court spoils its report: outcomes hidden, dates impossible, codes that nobody declared."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.demo.dice import Dice, day_number
from data.demo.truths import Misreporting


def spoil(tables: dict[str, pa.Table], faults: Misreporting, dice: Dice) -> dict[str, pa.Table]:
    """The court's tables as it sends them."""
    return tables | {
        "events": _spoil_events(tables["events"], faults, dice),
        "charges": _spoil_charges(tables["charges"], faults, dice),
    }


def _spoil_events(events: pa.Table, faults: Misreporting, dice: Dice) -> pa.Table:
    size = events.num_rows
    outcome = events["outcome"].to_numpy()
    hidden = np.isin(outcome, faults.hidden_outcomes)
    # One decision per proceeding: the court that hides an outcome hides it for its charges too.
    is_charge = pc.equal(events["subject_kind"], "charge").to_numpy(zero_copy_only=False)
    hidden_now = hidden & ~is_charge & dice.chance(faults.hidden_share, size)
    dropped = hidden & is_charge
    outcome = np.where(hidden_now, "unknown", outcome)
    impossible = dice.chance(faults.impossible_date_share, size)
    days = np.where(
        impossible,
        day_number(faults.impossible_date),
        events["occurred_on"].cast(pa.int32()).to_numpy(),
    )
    spoiled = _replace(events, "outcome", pa.array(outcome, from_pandas=True, type=pa.string()))
    spoiled = _replace(spoiled, "occurred_on", pa.array(days, type=pa.int32()).cast(pa.date32()))
    return spoiled.filter(pa.array(~dropped))


def _spoil_charges(charges: pa.Table, faults: Misreporting, dice: Dice) -> pa.Table:
    wrong = dice.chance(faults.wrong_code_share, charges.num_rows)
    offence = np.where(wrong, faults.wrong_code, charges["offence"].to_numpy())
    return _replace(charges, "offence", pa.array(offence, type=pa.string()))


def _replace(rows: pa.Table, column: str, values: pa.Array) -> pa.Table:
    return rows.set_column(rows.schema.get_field_index(column), column, values)
