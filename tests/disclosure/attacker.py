"""An attacker who knows the published numbers and what they mean, and nothing of the program.

Every count is a variable, shown ones held fast by their bounds; one linear programme a question.
"""

from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.optimize import linprog


def ranges(published: pd.DataFrame, part_of_whole: bool = True) -> pd.DataFrame:
    """For every suppressed row of one block: lowest and highest possible count, by measure."""
    rows = _years_as_breakdown(published.reset_index(drop=True))
    size = len(rows)
    limits = [_limit(v) for name in ("numerator", "denominator") for v in rows[name]]
    equal, at_most = [], []
    for _, same in rows.groupby("horizon_days", dropna=False):
        total = same.index[same["breakdown"] == "total"]
        for breakdown, part in same.groupby("breakdown"):
            if breakdown == "total" or len(total) != 1:
                continue
            for offset in (0, size):
                equal.append(_line(2 * size, part.index + offset, total + offset))
    if part_of_whole:
        at_most += [_line(2 * size, [i], [i + size]) for i in range(size)]
    for _, own in rows.groupby(["breakdown", "category"]):
        over_time = list(own.sort_values("horizon_days").index)
        for short, long in pairwise(over_time):
            at_most.append(_line(2 * size, [short], [long]))
            equal.append(_line(2 * size, [short + size], [long + size]))
    found = []
    for i in rows.index[rows["blank"] == "suppressed"]:
        questions = {
            "numerator": _line(2 * size, [i], []),
            "denominator": _line(2 * size, [i + size], []),
            "rest": _line(2 * size, [i + size], [i]),
        }
        for measure, question in questions.items():
            ends = [sign * _best(sign * question, limits, equal, at_most) for sign in (1, -1)]
            found.append((i, measure, *ends))
    return pd.DataFrame(found, columns=["row", "measure", "lowest", "highest"])


def ranges_of_mix(published: pd.DataFrame) -> pd.DataFrame:
    """For every suppressed member of a mix: lowest and highest possible count, and whole."""
    rows = published.reset_index(drop=True)
    size = len(rows)
    limits = [_limit(v) for name in ("numerator", "denominator") for v in rows[name]]
    longest = (rows["period_end"] - rows["period_start"]).max()
    is_block = (rows["period_end"] - rows["period_start"]) == longest
    equal = []
    for _, same in rows.groupby(
        "period_start" if not is_block.any() else ["period_start", is_block]
    ):
        first = same.index[0] + size
        equal.append(_line(2 * size, same.index, [first]))
        equal += [_line(2 * size, [other + size], [first]) for other in same.index[1:]]
    for _, own in rows.groupby("category"):
        for offset in (0, size):
            years, block = own.index[~is_block[own.index]], own.index[is_block[own.index]]
            equal.append(_line(2 * size, years + offset, block + offset))
    found = []
    for i in rows.index[rows["blank"] == "suppressed"]:
        question = _line(2 * size, [i], [])
        ends = [sign * _best(sign * question, limits, equal, []) for sign in (1, -1)]
        found.append((i, "numerator", *ends))
    return pd.DataFrame(found, columns=["row", "measure", "lowest", "highest"])


def _years_as_breakdown(rows: pd.DataFrame) -> pd.DataFrame:
    """Whatever is told of a shorter time than the longest is a part of it."""
    length = rows["period_end"] - rows["period_start"]
    short = length < length.max()
    year = rows["period_start"].astype(str)
    return rows.assign(
        breakdown=rows["breakdown"].mask(short, "year"), category=rows["category"].mask(short, year)
    )


def _limit(value) -> tuple:
    return (0, 1e6) if pd.isna(value) else (value, value)


def _line(width: int, plus, minus) -> np.ndarray:
    line = np.zeros(width)
    line[list(plus)] = 1.0
    line[list(minus)] -= 1.0
    return line


def _best(question, limits, equal, at_most) -> float:
    answer = linprog(
        question,
        A_eq=np.array(equal) if equal else None,
        b_eq=np.zeros(len(equal)) if equal else None,
        A_ub=np.array(at_most) if at_most else None,
        b_ub=np.zeros(len(at_most)) if at_most else None,
        bounds=limits,
        method="highs",
    )
    assert answer.status == 0, "the published numbers contradict each other"
    return answer.fun
