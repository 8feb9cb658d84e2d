"""No state becomes better because something was taken away: it keeps that of the release before.

A state becomes better where more is claimed (partly, then one side's claim, then met), and also where
a shortfall gives way to silence, or an undecided cell leaves the count. To become `stale` by age alone
is none of these: all the evidence is still there to be read.

A state that was kept stays until a piece comes in that says something; where a judgement was taken
away, or a shortfall was kept, that must be a judgement, a number of the instrument, or that a
recommendation was carried out, since figures come in with every release. One side's word does not
answer a judgement that was borne out, no more than it would have undone it.
Where the duty itself was declared anew, or a record came in that it does not bind the place, nothing
is kept.
"""

import pandas as pd

from compliance.columns import CELL_KEY, STATE_COLUMNS
from compliance.frame import in_columns
from compliance.piece import BORNE_OUT, JUDGED, NUMBERS, TELLING
from compliance.rules import WITHDRAWN

KEPT = "Evidence was taken away or has grown old, and none came in that answers it, so the earlier state stays:"
CLAIMS = {"evidenced": 2, "attested": 2, "partly": 1}
"""State -> how much it claims; one more where it counts as met. Everything else claims nothing."""
SHORTFALLS = {"gap_found": 0, "not_taken_up": 0, "partly": 1}
"""State -> how openly a shortfall stands there, from the plainest up; two more where it is one side's word."""
SILENCES = {"open": 4, "out": 5, "met": 6}
"""For the other states, what they count as takes its place in the same order."""


def with_memory(
    states: pd.DataFrame,
    evidence: pd.DataFrame,
    earlier_states: pd.DataFrame,
    earlier_evidence: pd.DataFrame,
) -> pd.DataFrame:
    """The states, each kept from the release before where it became better by loss alone; columns `STATE_COLUMNS`.

    `earlier_states` and `earlier_evidence` are the tables of the release before; `evidence` and
    `earlier_evidence` have `is_current` told.
    """
    key = list(CELL_KEY)
    kept = states.astype(object).reset_index(drop=True)
    beside = kept[key].merge(earlier_states.astype(object), on=key, how="left")
    suspects = kept.index[beside["state"].notna() & _became_better(kept, beside)]
    pieces = Pieces(evidence), Pieces(earlier_evidence)
    now, before = (frame.loc[suspects].to_dict("records") for frame in (kept, beside))
    stays = {
        label: _as_before(here, then, pieces[0])
        for label, here, then in zip(suspects, now, before, strict=True)
        if _by_loss_alone(here, then, *pieces)
    }
    if stays:
        changed = pd.DataFrame.from_dict(stays, orient="index", dtype=object)
        kept.loc[changed.index, changed.columns] = changed
    return in_columns(kept, STATE_COLUMNS)


class Pieces:
    """Ids of pieces by cell: all, those that are current, those of these that say something, all that decide, and those of these that are borne out."""

    def __init__(self, evidence: pd.DataFrame):
        is_current = evidence["is_current"].astype("boolean").fillna(False)
        self._all = self._by_cell(evidence)
        self._current = self._by_cell(evidence[is_current])
        self._telling = self._by_cell(evidence[is_current & evidence["finding"].isin(TELLING)])
        is_judged = evidence["finding"].isin(JUDGED)
        answers = evidence["finding"].isin(NUMBERS)
        answers |= evidence["kind"].eq("recommendation") & evidence["finding"].eq("happens")
        self._deciding = self._by_cell(evidence[is_judged | answers])
        is_borne_out = is_judged & evidence["grade"].isin(BORNE_OUT) | answers
        self._borne_out = self._by_cell(evidence[is_borne_out])

    def all(self, cell: tuple) -> set[str]:
        return self._all.get(cell, set())

    def current(self, cell: tuple) -> set[str]:
        return self._current.get(cell, set())

    def telling(self, cell: tuple) -> set[str]:
        return self._telling.get(cell, set())

    def deciding(self, cell: tuple) -> set[str]:
        return self._deciding.get(cell, set())

    def borne_out(self, cell: tuple) -> set[str]:
        return self._borne_out.get(cell, set())

    @staticmethod
    def _by_cell(evidence: pd.DataFrame) -> dict[tuple, set[str]]:
        found: dict[tuple, set[str]] = {}
        named = evidence[[*CELL_KEY, "evidence_id"]]
        for *cell, piece in named.itertuples(index=False, name=None):
            found.setdefault(tuple(cell), set()).add(piece)
        return found


def claim(state: str, counts_as: str) -> int:
    """How much a state claims: 0 nothing, 1 partly, 2 one side's or an unjudged claim, 3 met."""
    return CLAIMS.get(state, 0) + (counts_as == "met")


def silence(state: str, counts_as: str) -> int:
    """How far a state is from showing a shortfall: 0 shows it plainly, 6 says there is none."""
    if state in SHORTFALLS:
        return SHORTFALLS[state] + (2 if counts_as == "open" else 0)
    return SILENCES[counts_as]


def _became_better(states: pd.DataFrame, before: pd.DataFrame) -> pd.Series:
    found = [
        isinstance(then, str)
        and (claim(*now) > claim(then, counted) or silence(*now) > silence(then, counted))
        for now, then, counted in zip(
            zip(states["state"], states["counts_as"], strict=True),
            before["state"],
            before["counts_as"],
            strict=True,
        )
    ]
    return pd.Series(found, index=states.index, dtype=bool)


def _by_loss_alone(now: dict, before: dict, evidence: Pieces, earlier: Pieces) -> bool:
    cell = tuple(now[name] for name in CELL_KEY)
    if now["applies"] != before["applies"]:
        # That nothing is recorded any more is a loss; any other answer is a record that came in.
        return now["applies"] == "not_known" and before["applies"] == "yes"
    came_in = evidence.telling(cell) - earlier.all(cell)
    gone = earlier.all(cell) - evidence.all(cell)
    is_kept = before["rule"] == WITHDRAWN and before["state"] in SHORTFALLS
    was_borne_out = gone & earlier.borne_out(cell) or (is_kept and before["counts_as"] == "short")
    if came_in & (evidence.borne_out(cell) if was_borne_out else evidence.deciding(cell)):
        return False
    if came_in and not is_kept and not gone & earlier.deciding(cell):
        return False
    lost = earlier.current(cell) - evidence.current(cell)
    if now["state"] == "stale" and before["rule"] != WITHDRAWN and not gone:
        return False
    return bool(lost or gone) or before["rule"] == WITHDRAWN


def _as_before(now: dict, before: dict, evidence: Pieces) -> dict:
    cell = tuple(now[name] for name in CELL_KEY)
    there = evidence.all(cell)
    rests_on = [each for each in _lines(before["evidence_ids"]) if each in there]
    is_kept_again = before["rule"] == WITHDRAWN
    because = before["because"] if is_kept_again else f"{KEPT} {before['because']}"
    return {
        "applies": before["applies"],
        "applies_because": before["applies_because"],
        "state": before["state"],
        "rule": WITHDRAWN,
        "because": because,
        "counts_as": before["counts_as"],
        "evidence_ids": "\n".join(rests_on) or None,
    }


def _lines(text: object) -> list[str]:
    return text.split("\n") if isinstance(text, str) and text else []
