"""The state of every cell, with the rule that decided, the reason as sentences and the evidence it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from compliance.columns import CELL_KEY, STATE_COLUMNS
from compliance.frame import in_columns
from compliance.piece import FIGURES, JUDGED, Piece, current, in_order, pieces_of_cells
from compliance.rules import deciding_rule
from compliance.situation import situation
from compliance.wording import sentences


@dataclass(frozen=True)
class Decision:
    """What was decided on one cell; `rests_on` are ids of pieces, newest first."""

    state: str
    rule: str
    because: str
    counts_as: str
    rests_on: tuple[str, ...] = ()


def decide(
    force: str, applies: str, pieces: Iterable[Piece], applies_because: str | None = None
) -> Decision:
    """The decision on one cell. ValueError for an unknown force or word for whether it applies."""
    pieces = tuple(pieces)
    rule = deciding_rule(situation(force, applies, pieces))
    if applies != "yes":
        return Decision(rule.state, rule.name, applies_because or rule.says, rule.counts_as)
    rests_on = _deciding_pieces(rule.state, pieces)
    because = " ".join(filter(None, [sentences(rests_on), rule.therefore]))
    ids = tuple(each.id for each in rests_on)
    return Decision(rule.state, rule.name, because, rule.counts_as, ids)


def states(cells: pd.DataFrame, evidence: pd.DataFrame, replies: pd.DataFrame) -> pd.DataFrame:
    """One row a cell with columns `STATE_COLUMNS`.

    `cells` have jurisdiction, obligation_id, aspect, force, applies, applies_because; `evidence`
    `EVIDENCE_COLUMNS`; `replies` at least the three columns that name a cell.
    """
    found = pieces_of_cells(evidence)
    empty: dict[tuple, dict] = {}
    rows = []
    asked = cells[[*CELL_KEY, "force", "applies", "applies_because"]]
    for *cell, force, applies, applies_because in asked.itertuples(index=False, name=None):
        applies_because = applies_because if isinstance(applies_because, str) else None
        pieces = found.get(tuple(cell), ())
        situated = force, applies, applies_because
        if pieces:
            rows.append(_told(decide(*situated[:2], pieces, applies_because), pieces))
        else:
            # Most cells have none, and all of them that apply alike stand alike.
            if situated not in empty:
                empty[situated] = _told(decide(*situated[:2], (), applies_because), ())
            rows.append(empty[situated])
    told = pd.DataFrame(
        rows, index=cells.index, columns=list(_told(decide("shall", "yes", ()), ()))
    )
    counted = replies.groupby(list(CELL_KEY)).size() if len(replies) else pd.Series(dtype=int)
    keys = pd.MultiIndex.from_frame(cells[list(CELL_KEY)])
    answered = counted.reindex(keys).fillna(0).astype(int).to_numpy() if len(counted) else 0
    whole = pd.concat([cells.drop(columns="force"), told], axis=1).assign(replies=answered)
    return in_columns(whole, STATE_COLUMNS)


def _deciding_pieces(state: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Current pieces that say something; where none does, stale ones that did, or whatever there is."""
    if state == "stale":
        return in_order(each for each in pieces if each.is_stale and each.is_telling)
    now = current(pieces)
    return tuple(each for each in now if each.is_telling) or now or in_order(pieces)


def _told(decision: Decision, pieces: Iterable[Piece]) -> dict:
    now = current(pieces)
    days = [each.dated_on for each in pieces if each.dated_on]
    grades = [each.grade for each in now if each.grade and each.finding in JUDGED]
    figures = sum(each.kind in FIGURES for each in now)
    return {
        "state": decision.state,
        "rule": decision.rule,
        "because": decision.because,
        "counts_as": decision.counts_as,
        "best_grade": min(grades, default=None),
        "figures": figures,
        "statements": len(now) - figures,
        "newest": max(days, default=None),
        "oldest": min(days, default=None),
        "evidence_ids": "\n".join(decision.rests_on) or None,
    }
