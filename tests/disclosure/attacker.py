"""An attacker who knows the published numbers and what they mean, and nothing of the program.

Every count is a variable, shown ones held fast by their bounds; one linear programme a question.
"""

from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.optimize import linprog

HORIZON = "horizon_days"
SPAN = ["period_start", "period_end"]
A_YEAR = pd.Timedelta(days=366)
SMALL_GROUP = 30
LEAST, ROOM = 10, 10
"""The smallest count that may be told, and how wide the range of a hidden one must be."""


def unsafe(found: pd.DataFrame) -> pd.DataFrame:
    """Hidden counts that are known to be few, known too closely while they may be few, or known exactly."""
    low, high = found["lowest"].round(5), found["highest"].round(5)
    is_few = high < LEAST
    is_close = (low < LEAST) & (high - low < ROOM)
    is_known = high - low < 1
    return found[(high > 0) & (is_few | is_close | is_known)]


def ranges(published: pd.DataFrame) -> pd.DataFrame:
    """For every hidden count of one place: row, measure, lowest and highest possible value."""
    rows = _years_as_breakdown(published.reset_index(drop=True))
    size = len(rows)
    equal, at_most = [], [_line(2 * size, [i], [i + size]) for i in range(size)]
    for _, same in rows.groupby([*SPAN, HORIZON], dropna=False):
        total = same.index[same["breakdown"] == "total"]
        for breakdown, part in same.groupby("breakdown"):
            if breakdown == "total" or len(total) != 1:
                continue
            for offset in (0, size):
                equal.append(_line(2 * size, part.index + offset, total + offset))
    for _, own in rows.groupby([*SPAN, "breakdown", "category"]):
        over_time = list(own.sort_values(HORIZON).index)
        for short, long in pairwise(over_time):
            at_most.append(_line(2 * size, [short], [long]))
            equal.append(_line(2 * size, [short + size], [long + size]))
    questions = []
    for i in rows.index[rows["blank"] == "suppressed"]:
        sides = [(i, "numerator", [i], []), (i, "denominator", [i + size], [])]
        questions += [*sides, (i, "rest", [i + size], [i])]
    return _answers(rows, questions, equal, at_most)


def ranges_of_mix(published: pd.DataFrame) -> pd.DataFrame:
    """For every hidden member of a mix: row, measure, lowest and highest possible count."""
    rows = published.reset_index(drop=True)
    size = len(rows)
    is_block = rows["period_end"] - rows["period_start"] > A_YEAR
    equal = []
    for _, same in rows.groupby(SPAN):
        first = same.index[0] + size
        equal.append(_line(2 * size, same.index, [first]))
        equal += [_line(2 * size, [other + size], [first]) for other in same.index[1:]]
    for _, own in rows.groupby("category"):
        years, block = own.index[~is_block[own.index]], own.index[is_block[own.index]]
        for offset in (0, size):
            if len(block) and len(years):
                equal.append(_line(2 * size, years + offset, block + offset))
    hidden = rows.index[rows["blank"] == "suppressed"]
    return _answers(rows, [(i, "numerator", [i], []) for i in hidden], equal, [])


def _answers(rows: pd.DataFrame, questions: list, equal: list, at_most: list) -> pd.DataFrame:
    """Both ends of every question that no shown number answers.

    Nobody is told as nobody: what is hidden is of somebody, unless that cannot be. Of a group of fewer
    than thirty it may be of nobody all the same, since a group without any is hidden as well.
    """
    size, found = len(rows), []
    if not questions:
        return pd.DataFrame(found, columns=["row", "measure", "lowest", "highest"])
    for somebody in (1, 0):
        small = rows["breakdown"].ne("total") & ~(rows["denominator"] >= SMALL_GROUP)
        above = [
            _limit(v, 0 if s else somebody) for v, s in zip(rows["numerator"], small, strict=True)
        ]
        limits = above + [_limit(v, somebody) for v in rows["denominator"]]
        if _best(np.zeros(2 * size), limits, equal, at_most) is not None:
            break
    for label, measure, plus, minus in questions:
        if all(limits[each][0] == limits[each][1] for each in (*plus, *minus)):
            continue
        question = _line(2 * size, plus, minus)
        ends = [sign * _best(sign * question, limits, equal, at_most) for sign in (1, -1)]
        found.append((label, measure, *ends))
    return pd.DataFrame(found, columns=["row", "measure", "lowest", "highest"])


def _years_as_breakdown(rows: pd.DataFrame) -> pd.DataFrame:
    """A year inside a longer time that is told is a part of it."""
    start, end = rows["period_start"], rows["period_end"]
    is_long = end - start > A_YEAR
    if not is_long.any():
        return rows
    year = start.astype(str)
    first, last = start[is_long].min(), end[is_long].max()
    return rows.assign(
        breakdown=rows["breakdown"].where(is_long, "year"),
        category=rows["category"].where(is_long, year),
        period_start=first,
        period_end=last,
    )


def _limit(value, somebody: int) -> tuple:
    return (somebody, 1e6) if pd.isna(value) else (value, value)


def _line(width: int, plus, minus) -> np.ndarray:
    line = np.zeros(width)
    line[list(plus)] = 1.0
    line[list(minus)] -= 1.0
    return line


def _best(question, limits, equal, at_most) -> float | None:
    """The least value of the question; None where the published numbers contradict each other."""
    answer = linprog(
        question,
        A_eq=np.array(equal) if equal else None,
        b_eq=np.zeros(len(equal)) if equal else None,
        A_ub=np.array(at_most) if at_most else None,
        b_ub=np.zeros(len(at_most)) if at_most else None,
        bounds=limits,
        method="highs",
    )
    return answer.fun if answer.status == 0 else None
