"""Hidden counts of one or two people: whoever is counted in one of them knows it."""

import pandas as pd

MEASURES = ("numerator", "denominator")
KNOWN_TO_THEMSELVES = 2
"""Two people who know of each other know their number; of three, none can be sure."""


def few_hidden(undisclosed: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Columns label, measure and value of every count of one or two that is hidden in the told results.

    Labels are those of both frames. For an attack by insiders; nothing of it is ever published.
    """
    truth = undisclosed.loc[undisclosed.index.intersection(told.index)]
    found = []
    for measure in MEASURES:
        value = pd.to_numeric(truth[measure])
        is_hidden = told.loc[truth.index, measure].isna()
        few = value[is_hidden & value.between(1, KNOWN_TO_THEMSELVES)]
        found.append(
            pd.DataFrame({"label": few.index, "measure": measure, "value": few.to_numpy()})
        )
    return pd.concat(found, ignore_index=True)
