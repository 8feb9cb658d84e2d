"""The state of every cell, with the rule that decided, the reason as sentences and the evidence it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from compliance.columns import CELL_KEY, STATE_COLUMNS
from compliance.frame import in_columns
from compliance.piece import FIGURES, JUDGED, Piece, current, in_order, pieces_of_cells
from compliance.rules import deciding_rule
from compliance.situation import situation, weigh
from compliance.wording import contradictions, sentences

TOLD = tuple(
    name
    for name in STATE_COLUMNS
    if name not in (*CELL_KEY, "applies", "applies_because", "replies")
)
"""Columns that a decision fills, in the order of the table."""


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
    return _decided((force, applies, applies_because), pieces, current(pieces))


def _decided(asked: tuple, pieces: tuple[Piece, ...], now: tuple[Piece, ...]) -> Decision:
    force, applies, applies_because = asked
    judgements, aside = weigh(now)
    rule = deciding_rule(situation(force, applies, pieces, now, judgements))
    if applies != "yes":
        return Decision(rule.state, rule.name, applies_because or rule.says, rule.counts_as)
    rests_on = _deciding_pieces(rule.state, pieces, tuple(e for e in now if e not in aside))
    said = [sentences(rests_on), rule.therefore, contradictions(aside, judgements)]
    because = " ".join(filter(None, said))
    ids = tuple(each.id for each in rests_on)
    return Decision(rule.state, rule.name, because, rule.counts_as, ids)


def states(cells: pd.DataFrame, evidence: pd.DataFrame, replies: pd.DataFrame) -> pd.DataFrame:
    """One row a cell with columns `STATE_COLUMNS`.

    `cells` have jurisdiction, obligation_id, aspect, force, applies, applies_because; `evidence`
    `EVIDENCE_COLUMNS`; `replies` at least the three columns that name a cell.
    """
    found = pieces_of_cells(evidence)
    empty: dict[tuple, tuple] = {}
    rows = []
    for cell, asked in _asked(cells):
        if cell in found:
            rows.append(_row(asked, tuple(found[cell])))
            continue
        # Most cells have no evidence, and all of these that apply alike stand alike.
        if asked not in empty:
            empty[asked] = _row(asked, ())
        rows.append(empty[asked])
    told = pd.DataFrame(rows, index=cells.index, columns=TOLD)
    counted = replies.groupby(list(CELL_KEY)).size() if len(replies) else pd.Series(dtype=int)
    keys = pd.MultiIndex.from_frame(cells[list(CELL_KEY)])
    answered = counted.reindex(keys).fillna(0).astype(int).to_numpy() if len(counted) else 0
    whole = pd.concat([cells.drop(columns="force"), told], axis=1).assign(replies=answered)
    return in_columns(whole, STATE_COLUMNS)


def _deciding_pieces(
    state: str, pieces: tuple[Piece, ...], now: tuple[Piece, ...]
) -> tuple[Piece, ...]:
    """Current pieces that say something; where none does, stale ones that did, or whatever there is."""
    if state == "stale":
        return in_order(each for each in pieces if each.is_stale and each.is_telling)
    return tuple(each for each in now if each.is_telling) or now or in_order(pieces)


def _asked(cells: pd.DataFrame) -> Iterable[tuple[tuple, tuple]]:
    """Each cell with its force, whether it applies, and why."""
    columns = [cells[name].astype(object) for name in CELL_KEY]
    reasons = cells["applies_because"].astype(object)
    reasons = reasons.where(reasons.notna(), None)
    asked = cells["force"].astype(object), cells["applies"].astype(object), reasons
    return zip(zip(*columns, strict=True), zip(*asked, strict=True), strict=True)


def _row(asked: tuple, pieces: tuple[Piece, ...]) -> tuple:
    now = current(pieces)
    decision = _decided(asked, pieces, now)
    days = [each.dated_on for each in pieces if each.dated_on]
    grades = [each.grade for each in now if each.grade and each.finding in JUDGED]
    figures = sum(each.kind in FIGURES for each in now)
    return (
        decision.state,
        decision.rule,
        decision.because,
        decision.counts_as,
        min(grades, default=None),
        figures,
        len(now) - figures,
        max(days, default=None),
        min(days, default=None),
        "\n".join(decision.rests_on) or None,
    )
