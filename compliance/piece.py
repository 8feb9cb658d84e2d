"""One piece of evidence as the rules see it, and which pieces of a cell count today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from compliance.columns import CELL_KEY
from compliance.frame import as_days

FIGURES = ("figure", "official_figure")
COMPLETING = ("statute", "recommendation")
"""Kinds of which each piece stands beside the others: every valid statute holds, and a recommendation stays open until it is carried out."""
STANDING = (*FIGURES, *COMPLETING)
"""Kinds that no newer piece overtakes."""
JUDGED = ("met", "partly_met", "not_met", "disputed", "not_applicable")
"""Findings of somebody who judged the duty."""
NUMBERS = ("meets", "in_part", "misses")
"""Findings of a number that the instrument itself sets."""
FALLING_SHORT = ("misses", "in_part")
"""Numbers of the instrument that are not reached, or not always."""
BORNE_OUT = frozenset("AB")
"""Grades that do not rest on one side's word: an independent body, or a State document others bear out."""
TELLING = (*JUDGED, *NUMBERS, "happens", "nothing_seen")
"""Every finding but `cannot_tell`."""


@dataclass(frozen=True)
class Piece:
    """What one row of evidence says; fields as in `EVIDENCE_COLUMNS`, with `id` for evidence_id."""

    id: str
    kind: str
    finding: str
    grade: str | None = None
    dated_on: date | None = None
    is_stale: bool = False
    source: str | None = None
    coder: str | None = None
    title: str | None = None
    strength: str | None = None
    number_asked: float | None = None
    number_found: float | None = None
    done_on: date | None = None
    is_current: bool = False
    """As told in the evidence; the rules ask `current` instead."""

    @property
    def day(self) -> date:
        """The day it is dated; what has no date comes before everything."""
        return self.dated_on or date.min

    @property
    def is_telling(self) -> bool:
        """Whether it says anything at all."""
        return self.finding in TELLING

    @property
    def is_judgement(self) -> bool:
        """Whether somebody judged the duty."""
        return self.finding in JUDGED

    @property
    def is_carried_out(self) -> bool:
        """Whether it is a recommendation that was carried out, or is said to be, which judges no more than that."""
        is_done = self.finding == "happens" or self.done_on is not None
        return self.kind == "recommendation" and is_done


def current(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces of one cell that count today, newest first, whatever order they came in.

    Stale ones do not count. Of what the same source said in the same way (kind and grade), only the
    latest day counts: two people who coded that day's statement both do. Kinds in `STANDING` are
    not overtaken.
    """
    pieces = tuple(pieces)
    latest: dict[tuple, date] = {}
    for each in pieces:
        latest[_voice(each)] = max(each.day, latest.get(_voice(each), date.min))
    return in_order(
        each
        for each in pieces
        if not each.is_stale and (each.kind in STANDING or each.day == latest[_voice(each)])
    )


def in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Newest first, and the same order however they came in."""
    return tuple(sorted(pieces, key=lambda each: (-each.day.toordinal(), each.id)))


def pieces_of_cells(evidence: pd.DataFrame) -> dict[tuple[str, str, str], list[Piece]]:
    """The pieces of each cell (jurisdiction, obligation_id, aspect) that has any."""
    if "is_current" not in evidence:
        evidence = evidence.assign(is_current=False)
    rows = pd.DataFrame(index=evidence.index)
    for name in Piece.__dataclass_fields__:
        column = evidence["evidence_id" if name == "id" else name]
        if name in ("dated_on", "done_on"):
            column = as_days(column).dt.date
        column = column.astype(object)
        rows[name] = column.where(column.notna() & (column != ""), None)
    for name in ("is_stale", "is_current"):
        rows[name] = [
            is_so is not pd.NA and bool(is_so) for is_so in evidence[name].astype("boolean")
        ]
    cells: dict[tuple[str, str, str], list[Piece]] = {}
    keys = zip(*(evidence[name] for name in CELL_KEY), strict=True)
    for key, row in zip(keys, rows.itertuples(index=False, name=None), strict=True):
        cells.setdefault(key, []).append(Piece(*row))
    return cells


def mark_current(evidence: pd.DataFrame) -> pd.DataFrame:
    """The same rows with `is_current` told."""
    counts = {
        (*cell, each.id)
        for cell, pieces in pieces_of_cells(evidence).items()
        for each in current(pieces)
    }
    keys = zip(*(evidence[name] for name in (*CELL_KEY, "evidence_id")), strict=True)
    told = pd.array([key in counts for key in keys], dtype="boolean")
    return evidence.assign(is_current=told)


def _voice(piece: Piece) -> tuple:
    return piece.kind, piece.source, piece.grade
