"""Lines over categories: a breakdown adds up to its total, a crossed one to the members of each side."""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import Cells
from disclosure.attacking.counts import CROSSED_BY, KEY, TOTAL
from disclosure.attacking.lines import Lines

WHERE = [name for name in KEY if name not in ("breakdown", "category")]


def relate_breakdowns(cells: Cells, lines: Lines) -> None:
    """The categories of every breakdown add up to the total of the same set, place and period.

    Where no row tells that total there is one all the same: years may add up to it. One metric may
    tell a breakdown by finer categories than another: each table adds up for itself.
    """
    total = cells.code("breakdown", TOTAL)
    if total < 0:
        cells.names["breakdown"] = np.append(cells.names["breakdown"], TOTAL)
        total = len(cells.names["breakdown"]) - 1
    every = cells.code("category", TOTAL)
    if every < 0:
        cells.names["category"] = np.append(cells.names["category"], TOTAL)
        every = len(cells.names["category"]) - 1
    parts = cells.table[cells.table["breakdown"] != total]
    wholes = parts[WHERE].assign(breakdown=total, category=every)
    before = len(cells.table)
    whole = cells.ensure(wholes)
    made = whole >= before
    cells.lead(whole[made], parts.index.to_numpy()[made])
    whole_of = pd.Series(whole, index=parts.index)
    told = _distinct_tables(cells.counts[cells.counts["breakdown"] != total])
    _sum(
        lines,
        told[["table"]],
        told["cell"].to_numpy(),
        whole_of[told["cell"]].to_numpy(),
        "breakdown",
    )


def _distinct_tables(counts: pd.DataFrame) -> pd.DataFrame:
    """Columns table, a number, and cell: every breakdown as any metric tells it, once."""
    told_by = ["metric_id", "measure", "horizon", *WHERE, "breakdown"]
    number = counts.groupby(told_by, sort=True).ngroup()
    told = pd.DataFrame({"table": number, "cell": counts["cell"]}).drop_duplicates()
    members = told.groupby("table")["cell"].agg(lambda cells: tuple(sorted(cells)))
    once = members[~members.duplicated()].index
    return told[told["table"].isin(once)].sort_values(["table", "cell"], ignore_index=True)


def relate_crossed(cells: Cells, lines: Lines) -> None:
    """A breakdown "a · b" adds up, over b, to each member of a, and the other way round."""
    names = cells.names["breakdown"].astype(str)
    for code in np.flatnonzero([CROSSED_BY in name for name in names]):
        parts = cells.table[cells.table["breakdown"] == code]
        words = cells.names["category"].astype(str)
        codes = {word: number for number, word in enumerate(words)}
        split = [word.split(CROSSED_BY) for word in words]
        for side, single in enumerate(names[code].split(CROSSED_BY)):
            members = [word[side] if side < len(word) else "" for word in split]
            member_codes = np.array([codes.get(member, -1) for member in members])
            wholes = parts[WHERE].assign(
                breakdown=cells.code("breakdown", single),
                category=member_codes[parts["category"].to_numpy()],
            )
            whole = cells.find(wholes)
            known = whole >= 0
            keys = wholes[known].assign(crossed=code)
            _sum(lines, keys, parts.index.to_numpy()[known], whole[known], "crossed")


def _sum(
    lines: Lines, keys: pd.DataFrame, parts: np.ndarray, wholes: np.ndarray, family: str
) -> None:
    number = keys.groupby(list(keys.columns), sort=True).ngroup().to_numpy()
    first = pd.DataFrame({"line": number, "cell": wholes}).drop_duplicates("line")
    entries = pd.concat(
        [
            pd.DataFrame({"line": number, "cell": parts, "factor": 1.0}),
            first.assign(factor=-1.0),
        ]
    )
    lines.add(entries.sort_values(["line", "cell"], kind="stable"), family)
