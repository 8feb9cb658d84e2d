"""Which sums of money give away an amount that one person got.

A sum of many may still be the amounts of two: then each of the two knows what the other got (Hundepool
and others 2012, Statistical Disclosure Control, chapter 4: dominance and p% rule). No rule looks at
amounts that are not known: a sum of which nobody said who got most of it is not told.
"""

import pandas as pd

from disclosure.policy import threshold

MONEY = "money"


def dominated(rows: pd.DataFrame) -> pd.Series:
    """True for each sum of money that tells an amount; of the index of `rows`.

    Reads unit_counted, numerator and, where they are there, `largest` and `second_largest`: the two
    largest amounts in the numerator. Without these columns nothing is judged, since whoever made
    the rows knows no amounts.
    """
    if "largest" not in rows:
        return pd.Series(False, index=rows.index)
    total, first = (pd.to_numeric(rows[name]) for name in ("numerator", "largest"))
    second = pd.to_numeric(rows["second_largest"]).fillna(0.0)
    is_sum = rows["unit_counted"].eq(MONEY) & (total > 0)
    is_of_two = first + second >= threshold("dominance_two") * total
    # What the second largest cannot explain to themselves, against what they want to know.
    is_told = total - first - second < threshold("dominance_rest") * first
    return is_sum & (first.isna() | is_of_two | is_told)
