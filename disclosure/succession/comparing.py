"""What a reader of the release before knows about the counts of the next one."""

import pandas as pd

from disclosure.succession.changes import COUNTS, changes


def compare(rows: pd.DataFrame, previous: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """For every row, of its index, what was told before of its counts; all columns boolean.

    `rows` are undisclosed results, `previous` the published ones of the release before. Of each of
    numerator and denominator: `<count>_known` (told before and unchanged: hiding it protects
    nobody), `<count>_few` (its new value may not be told, since the difference is of few people),
    `<count>_hidden_before`; and `hidden_before` where either is. The rules are those of the package.
    """
    found = changes(rows, previous, kinds)
    told = pd.DataFrame(index=rows.index)
    compared = found["is_same_meaning"] & ~found["is_grown"].astype(bool)
    sensitive = compared & found["counts_people"] & found["was_suppressed"]
    for name in COUNTS:
        before = found[f"{name}_before"]
        told[f"{name}_known"] = compared & found[f"{name}_change"].eq(0)
        told[f"{name}_few"] = found[f"{name}_few"]
        told[f"{name}_hidden_before"] = sensitive & before.isna() & rows[name].notna()
    told["hidden_before"] = told[[f"{name}_hidden_before" for name in COUNTS]].any(axis=1)
    return told.astype(bool)
