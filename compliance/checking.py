"""Derives the states of a finished release once more: they must follow from its own evidence by the rules."""

from collections.abc import Mapping

import pandas as pd

from compliance.columns import CELL_KEY, SUMMARY_KEY
from compliance.deciding import states
from compliance.rules import WITHDRAWN
from compliance.summaries import COUNTED, summaries

STAYING = ["state", "counts_as", "applies"]
DECIDED = ["state", "rule", "counts_as", "because", "evidence_ids"]


def unfounded(tables: Mapping[str, pd.DataFrame], obligations: list[dict]) -> list[str]:
    """Every way in which tables of compliance do not follow from one another, one sentence each.

    `tables` are those of a release, `obligations` its rows with `themes` as a sequence. A state
    that stays from the release before follows from that one, and is left out: see `unkept`.
    """
    told = tables["compliance"].sort_values(list(CELL_KEY), ignore_index=True)
    force = {each["obligation_id"]: each["force"] for each in obligations}
    if unknown := sorted(set(told["obligation_id"]) - set(force)):
        return [f"States are told of duties that the release does not hold: {', '.join(unknown)}."]
    cells = told[[*CELL_KEY, "applies", "applies_because"]].assign(
        force=told["obligation_id"].map(force)
    )
    derived = states(cells, tables["compliance_evidence"], tables["replies"])
    differs = pd.Series(False, index=told.index)
    for name in DECIDED:
        differs |= ~(told[name].eq(derived[name]) | (told[name].isna() & derived[name].isna()))
    wrong = told[differs & told["rule"].ne(WITHDRAWN)]
    found = []
    if len(wrong):
        found.append(
            f"{len(wrong)} states do not follow from their evidence by the rules, among them "
            f"{' '.join(wrong[list(CELL_KEY)].iloc[0])}."
        )
    return found + _sums(tables, told, obligations)


def unkept(told: pd.DataFrame, before: pd.DataFrame | None) -> list[str]:
    """What is wrong with states that stay from the release before, one sentence each.

    Both are tables `compliance`; `before` is None where there is no release before that holds one.
    """
    stays = told[told["rule"] == WITHDRAWN]
    if before is None:
        return [f"{len(stays)} states are said to stay, from no release before."] * bool(len(stays))
    beside = stays.merge(before, on=list(CELL_KEY), how="left", suffixes=("", "_before"))
    differs = pd.Series(False, index=beside.index)
    for name in STAYING:
        differs |= beside[name].ne(beside[f"{name}_before"])
    if not differs.any():
        return []
    first = " ".join(beside.loc[differs, list(CELL_KEY)].iloc[0])
    return [
        f"{differs.sum()} states that are said to stay are not those of the release before, among "
        f"them {first}."
    ]


def _sums(tables: Mapping, told: pd.DataFrame, obligations: list[dict]) -> list[str]:
    columns = [*SUMMARY_KEY, "applicable", *COUNTED]
    stated, derived = (
        rows[columns].sort_values(list(SUMMARY_KEY), ignore_index=True).astype(str)
        for rows in (tables["compliance_summary"], summaries(told, obligations))
    )
    if stated.equals(derived):
        return []
    return ["The table compliance_summary does not count the states that are told."]
