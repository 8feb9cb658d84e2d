"""What has changed since the release before: every cell whose state moved, and why.

Told are cells whose state differs or counts differently in shares, and cells whose state was kept
because evidence was taken away. A cell that is new or gone is told unless nothing is lost or won by
it: unless its state is one of `TRIVIAL`.
"""

import pandas as pd

from compliance.columns import CELL_KEY, CHANGE_COLUMNS
from compliance.frame import in_columns
from compliance.piece import Piece, pieces_of_cells
from compliance.reasons import reason
from compliance.rules import WITHDRAWN

TRIVIAL = ("no_evidence", "not_applicable", "not_known")
ASKED = ["state", "rule", "counts_as", "applies", "applies_because"]


def changes(
    now: pd.DataFrame,
    evidence: pd.DataFrame,
    before: pd.DataFrame,
    evidence_before: pd.DataFrame,
    previous_release: str,
) -> pd.DataFrame:
    """One row a change with columns `CHANGE_COLUMNS`, sorted by cell.

    `now` and `before` are states, both evidence tables have `is_current` told.
    """
    key = list(CELL_KEY)
    pair = now[key + ASKED].merge(
        before[key + ASKED], on=key, how="outer", suffixes=("_now", "_before")
    )
    pair = pair.astype(object).where(pair.notna(), None)
    moved = pair[_is_told(pair)].sort_values(key)
    pieces, earlier = pieces_of_cells(evidence), pieces_of_cells(evidence_before)
    rows = []
    for row in moved.to_dict("records"):
        cell = tuple(row[name] for name in key)
        of_now, of_before = pieces.get(cell, []), earlier.get(cell, [])
        rows.append(
            dict(zip(key, cell, strict=True))
            | {
                "state_before": row["state_before"],
                "state_now": row["state_now"],
                "rule_before": row["rule_before"],
                "rule_now": row["rule_now"],
                "reason": reason(_side(row, "now"), _side(row, "before"), of_now, of_before),
                "evidence_added": _lines({e.id for e in of_now} - {e.id for e in of_before}),
                "evidence_removed": _lines(_lost(of_now, of_before)),
                "previous_release": previous_release,
            }
        )
    return in_columns(pd.DataFrame(rows, columns=list(CHANGE_COLUMNS)), CHANGE_COLUMNS)


def _is_told(pair: pd.DataFrame) -> pd.Series:
    is_one_sided = pair["state_before"].isna() | pair["state_now"].isna()
    only = pair["state_now"].fillna(pair["state_before"])
    differs = pair["state_now"].ne(pair["state_before"])
    differs |= pair["counts_as_now"].ne(pair["counts_as_before"])
    differs |= pair["rule_now"].eq(WITHDRAWN) & pair["rule_before"].ne(WITHDRAWN)
    return differs.mask(is_one_sided, ~only.isin(TRIVIAL))


def _side(row: dict, which: str) -> dict | None:
    if row[f"state_{which}"] is None:
        return None
    return {name: row[f"{name}_{which}"] for name in ASKED}


def _lost(pieces: list[Piece], earlier: list[Piece]) -> set[str]:
    there = {each.id for each in pieces}
    counts = {each.id for each in pieces if each.is_current}
    return {
        each.id
        for each in earlier
        if each.id not in there or (each.is_current and each.id not in counts)
    }


def _lines(ids: set[str]) -> str | None:
    return "\n".join(sorted(ids)) or None
