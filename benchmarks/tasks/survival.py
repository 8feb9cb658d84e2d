"""Curves with intervals for 50 groups of a million rows, beside the bare GROUP BY and beside other libraries.

The others are never installed with the project: LIFELINES_PYTHON names a Python that has lifelines,
and R with its survival package is used where `Rscript` is found. Both get the same rows, read
before the clock starts, and say themselves how long their fits took; ours counts in the database.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np

from benchmarks.measure import REPEATS, Measurement, median_seconds_of
from metrics.estimators import (
    aalen_johansen,
    kaplan_meier,
    survival_band,
    survival_quantile,
)

ROWS, GROUPS, LONGEST = 1_000_000, 50, 1825
FASTER_THAN_LIFELINES, FASTER_THAN_SURVFIT = 2, 40

MADE = f"""
CREATE TABLE persons AS
SELECT hash(i) % {GROUPS} AS part,
  CAST(least(ceil(-600 * ln((1 + hash(i, 1) % 1000003) / 1000004.0)), {LONGEST}) AS INTEGER) AS days,
  hash(i, 2) % 3 AS status
FROM range({ROWS}) AS made(i)
"""
BARE = "SELECT part, days, status, count(*) FROM persons GROUP BY part, days, status"
DAILY = """
SELECT part, days, sum(CASE WHEN status = 1 THEN 1 ELSE 0 END) AS one,
  sum(CASE WHEN status = 2 THEN 1 ELSE 0 END) AS two, sum(CASE WHEN status = 0 THEN 1 ELSE 0 END) AS open
FROM persons GROUP BY part, days ORDER BY part, days
"""

LIFELINES = """
import sys, time
import pandas
from lifelines import KaplanMeierFitter
rows = pandas.read_csv(sys.argv[1])
taken = []
for _ in range(3):
    started = time.perf_counter()
    for part, mine in rows.groupby("part"):
        fitted = KaplanMeierFitter().fit(mine["days"], mine["status"] > 0)
        fitted.median_survival_time_, fitted.confidence_interval_
    taken.append(time.perf_counter() - started)
print(sorted(taken)[1])
"""
SURVFIT = """
suppressMessages(library(survival))
rows <- read.csv(commandArgs(TRUE)[1])
rows$status <- factor(rows$status)
cat(system.time(survfit(Surv(days, status) ~ part, rows))["elapsed"])
"""


def tables(con) -> dict[int, dict]:
    """The daily table of each group, counted in the database."""
    found = con.execute(DAILY).fetchnumpy()
    parts, begins = np.unique(found["part"], return_index=True)
    ends = [*begins[1:], len(found["part"])]
    return {
        int(part): {name: each[begin:end] for name, each in found.items()}
        for part, begin, end in zip(parts, begins, ends, strict=True)
    }


def all_kaplan_meier(con) -> list:
    """Every day's survival with log-log limits, and the median with its own."""
    found = []
    for table in tables(con).values():
        curve = kaplan_meier(table["days"], table["one"] + table["two"], table["open"])
        found.append((survival_band(curve), survival_quantile(curve)))
    return found


def all_aalen_johansen(con) -> list:
    """Every day's incidence of both causes with its standard error."""
    found = []
    for table in tables(con).values():
        curve = aalen_johansen(table["days"], {"a": table["one"], "b": table["two"]}, table["open"])
        found.append([(curve.incidence[each], curve.standard_errors(each)) for each in ("a", "b")])
    return found


def measure() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        con = duckdb.connect()
        con.execute(MADE)
        steps = [
            lambda: all_kaplan_meier(con),
            lambda: all_aalen_johansen(con),
            lambda: con.execute(BARE).fetchnumpy(),
        ]
        curves, competing, bare = median_seconds_of(steps, REPEATS)
        size = f"{GROUPS} groups of {ROWS:,} rows"
        yield Measurement(f"Kaplan-Meier with limits, {size}", curves, "the bare GROUP BY", bare)
        yield Measurement(
            f"Aalen-Johansen with errors, {size}", competing, "the bare GROUP BY", bare
        )
        rows = Path(folder) / "rows.csv"
        con.execute(f"COPY persons TO '{rows}' (HEADER)")
        con.close()
        script = Path(folder) / "survfit.R"
        script.write_text(SURVFIT)
        others = (
            ("Kaplan-Meier with limits", curves, "lifelines", FASTER_THAN_LIFELINES,
             [os.environ.get("LIFELINES_PYTHON"), "-c", LIFELINES]),
            ("Aalen-Johansen with errors", competing, "R survfit", FASTER_THAN_SURVFIT,
             [shutil.which("Rscript"), str(script)]),
        )  # fmt: skip
        for what, ours, name, times, command in others:
            theirs = _said([*command, str(rows)])
            if theirs:
                yield Measurement(f"{what}, {size}", ours, name, theirs, most=1 / times)


def _said(command: list[str | None]) -> float | None:
    """The seconds that another program prints last; None where it is not there or lacks its library."""
    if command[0] is None:
        return None
    done = subprocess.run(command, capture_output=True, text=True)
    return None if done.returncode else float(done.stdout.split()[-1])
