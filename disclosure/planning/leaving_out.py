"""Takes back tables that an attacker could still open: they are told no more, and the plan says so."""

import pandas as pd

from disclosure.planning.columns import PLAN_KEY

LEFT_OUT = "left_out"
REASON = "Left out, since hidden counts could be worked out from it together with other tables."


def leave_out(choices: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The plan with the tables of these rows left out; the offer they had is one more that was passed over."""
    changed = choices.copy()
    gone = _keys(choices).isin(set(_keys(rows))) & choices["offer"].ne(LEFT_OUT)
    passed = changed["passed_over"].fillna("").str.cat(changed["offer"], sep="\n").str.strip()
    changed["passed_over"] = changed["passed_over"].mask(gone, passed)
    changed["offer"] = changed["offer"].mask(gone, LEFT_OUT)
    changed["told"] = changed["told"].mask(gone, "left out")
    changed["reason"] = changed["reason"].mask(gone, REASON)
    return changed


def _keys(frame: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(frame[list(PLAN_KEY)].astype(object).fillna(""))
