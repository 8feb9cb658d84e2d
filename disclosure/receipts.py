"""Hides small counts of source rows in receipts and findings: a row an agency sent is a person's."""

import pandas as pd

from disclosure.policy import threshold

PARTS = ("rows_accepted", "rows_quarantined", "rows_excluded", "values_blanked")


def hide_in_receipts(receipts: pd.DataFrame) -> pd.DataFrame:
    """Receipts without small counts; where a part is hidden, so is the total it could be had from."""
    hidden = receipts.copy()
    few = pd.DataFrame({name: _few(receipts[name]) for name in (*PARTS, "rows_received")})
    few["rows_received"] |= few[["rows_accepted", "rows_quarantined", "rows_excluded"]].any(axis=1)
    for name in few:
        hidden[name] = receipts[name].astype("Int64").mask(few[name])
    hidden["blank"] = few.any(axis=1).map({True: "suppressed", False: None}).astype(object)
    return hidden


def hide_in_findings(findings: pd.DataFrame) -> pd.DataFrame:
    """Findings without small counts of rows, nor a single hidden one among those of like severity.

    A message that repeats the hidden count is emptied with it.
    """
    hidden = findings.reset_index(drop=True)
    rows = hidden["rows"].astype("Int64")
    few = _few(rows)
    for _, part in hidden.groupby(["submission_id", "severity"], dropna=False):
        mine = few.loc[part.index]
        if (
            mine.sum() == 1
            and (others := rows.loc[part.index][~mine & (rows.loc[part.index] > 0)]).size
        ):
            few.loc[others.idxmin()] = True
    repeats = pd.Series(
        [
            bool(is_few) and str(count) in str(message).split()
            for is_few, count, message in zip(few, rows, hidden["message"], strict=True)
        ],
        index=hidden.index,
        dtype=bool,
    )
    hidden["message"] = hidden["message"].astype(object).mask(repeats, None)
    hidden["rows"] = rows.mask(few)
    hidden["blank"] = few.map({True: "suppressed", False: None}).astype(object)
    return hidden


def _few(counts: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(counts).fillna(0)
    return (numbers > 0) & (numbers < threshold("minimum_count"))
