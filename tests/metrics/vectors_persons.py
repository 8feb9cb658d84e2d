"""Persons of a set of test vectors, and their curve."""

import numpy as np
import pandas as pd

from metrics.estimators import Spells
from tests.metrics.vectors import beside, read, same

TIE = 1.5e-8
"""R takes times closer than this part of their mean as one (`aeqSurv`)."""


def persons_of(file) -> pd.DataFrame:
    """The persons of a set, one row each: time, status (0 is censored), entry and group where given."""
    persons = read(beside(file, "time", "status")).dropna(subset=["time", "status"])
    columns = [column for column in ("entry", "time") if column in persons]
    times = np.unique(persons[columns])
    first = np.concatenate(([True], np.diff(times) > TIE * np.abs(times).mean()))
    one = dict(zip(times, times[first][np.cumsum(first) - 1], strict=True))
    persons[columns] = persons[columns].map(one.get)
    return persons


def spells(persons: pd.DataFrame) -> Spells:
    """No entry means from the start."""
    entry = persons["entry"] if "entry" in persons else pd.Series(-1, persons.index)
    ends = persons["status"].map(lambda status: str(int(status)) if status else "")
    return Spells.of(entry, persons["time"], ends, np.ones(len(persons)))


def rows_of(curve, times) -> np.ndarray:
    """The places of the times in the table of a curve."""
    rows = np.abs(curve.days[:, None] - np.asarray(times)).argmin(axis=0)
    same(curve.days[rows], times, absolute=1e-7)
    return rows
