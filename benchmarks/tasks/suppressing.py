"""The cheapest further cells to hide in linked tables, beside tau-Argus' exact solver; many small tables and a large one; the fall-back's cost.

tau-Argus is never installed with the project: ANSWERABLE_PYTAUARGUS names a Python that has it
(`python -m venv there && there/bin/pip install pytauargus`, then there/bin/python). It solves the
same files in a process of its own and says itself how long that took; files, costs included, are
read before our clock starts and after its own does, which is small beside the solving.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.jj import FOLDER, instances, read_problem
from benchmarks.measure import Measurement, NotMeasured, seconds_of
from disclosure.protecting.problem import Problem
from disclosure.protecting.solve import solve

TIMES_FASTER, MOST_COST = 2, 1.10
SMALL, SMALL_SECONDS = 300, 9
MEMBERS, LARGE_SECONDS = 21, 60
PYTAUARGUS = "ANSWERABLE_PYTAUARGUS"
MINUTES = 5

FULL_JJ = """
import sys, time
from pytauargus import HiTaSCtrl
started = time.perf_counter()
code = HiTaSCtrl().full_jj(in_file_jj=sys.argv[1], out_file=sys.argv[2], max_time=int(sys.argv[3]))
print(code, time.perf_counter() - started)
"""


def small_tables(count: int) -> list[Problem]:
    """Tables of two dimensions as one place has them: most small, about a fifth of the cells primary."""
    source = np.random.default_rng(1)
    return [
        _table(source, *source.integers(2, 9, 2), source.choice([15, 30, 60])) for _ in range(count)
    ]


def _table(source, rows: int, columns: int, mean: int) -> Problem:
    inner = source.negative_binomial(2, 2 / (2 + mean), (rows, columns)).astype(float)
    whole = np.zeros((rows + 1, columns + 1))
    whole[:rows, :columns], whole[rows, :columns] = inner, inner.sum(axis=0)
    whole[:, columns] = whole[:, :columns].sum(axis=1)
    number = np.arange(whole.size).reshape(whole.shape)
    relations = np.zeros((rows + columns + 2, whole.size))
    for relation, line in zip(relations, [*number, *number.T], strict=True):
        relation[line[:-1]], relation[line[-1]] = 1, -1
    return _problem(whole.ravel(), csr_matrix(relations))


def _problem(values: np.ndarray, relations: csr_matrix) -> Problem:
    """Small counts are primary, and zeros are told."""
    primary = (values > 0) & (values < 10)
    return Problem(
        values, np.minimum(values, 1.0), np.where(values > 0, np.inf, 0.0), relations,
        np.where(values > 0, np.sqrt(values + 1), np.inf), primary,
        np.where(primary, np.minimum(values - 1, 3), 0.0),
        np.where(primary, np.maximum(10 - values, 3), 0.0),
        np.zeros(len(values), dtype=bool),
    )  # fmt: skip


def large_table() -> Problem:
    """A table of three dimensions, as many cells as may hang together; few of them primary, all over it."""
    source = np.random.default_rng(1)
    falls = 1 / np.sqrt(np.arange(1, MEMBERS + 1))
    means = falls[:, None, None] * falls[:, None] * falls
    whole = source.poisson(means / means.mean() * 40).astype(float)
    for axis in range(3):
        whole = np.concatenate([whole, whole.sum(axis=axis, keepdims=True)], axis=axis)
    number = np.arange(whole.size).reshape(whole.shape)
    lines = [np.moveaxis(number, axis, -1).reshape(-1, MEMBERS + 1) for axis in range(3)]
    cells = np.concatenate(lines)
    entries = np.tile([*[1.0] * MEMBERS, -1.0], len(cells))
    relations = np.repeat(np.arange(len(cells)), MEMBERS + 1), cells.ravel()
    return _problem(whole.ravel(), csr_matrix((entries, relations)))


def measure() -> Iterator[Measurement]:
    tables = small_tables(SMALL)
    taken = seconds_of(lambda: [solve(table) for table in tables])
    yield Measurement(f"{SMALL} small tables", taken, most=SMALL_SECONDS)
    large = large_table()
    taken = seconds_of(lambda: solve(large, nodes=0, rounds=0))
    title = f"{len(large.values):,} linked cells, {large.primary.sum()} primary, by the fall-back"
    yield Measurement(title, taken, most=LARGE_SECONDS)
    found = instances()
    if not found:
        raise NotMeasured(f"there are no instances at {FOLDER}")
    for path in found:
        yield from _linked(path)
    if not os.environ.get(PYTAUARGUS):
        raise NotMeasured(f"beside tau-Argus: {PYTAUARGUS} names no Python that has pytauargus")


def _linked(path: Path) -> Iterator[Measurement]:
    problem, answers = read_problem(path), {}
    exact = seconds_of(lambda: answers.update(exact=solve(problem)))
    quick = seconds_of(lambda: answers.update(quick=solve(problem, nodes=0)))
    ratio = answers["quick"].cost / answers["exact"].cost
    proven = "optimum" if answers["exact"].is_optimal else "best found"
    theirs = _tau_argus(path)
    yield Measurement(
        f"{path.stem}, {proven} {answers['exact'].cost:.1f}", exact, "tau-Argus FullJJ", theirs,
        most=1 / TIMES_FASTER if theirs else None,
    )  # fmt: skip
    verdict = "ok" if ratio <= MOST_COST else "OVER"
    yield Measurement(
        f"{path.stem}, fall-back at {ratio:.3f} of the optimal cost [{verdict}, at most {MOST_COST:.2f}]",
        quick,
    )


def _tau_argus(path: Path) -> float | None:
    """Seconds that tau-Argus takes to the proven optimum; None where it is not there or does not get so far."""
    python = os.environ.get(PYTAUARGUS)
    if not python:
        return None
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [python, "-c", FULL_JJ, str(path), str(Path(folder) / "out"), str(MINUTES)],
            cwd=folder, capture_output=True, text=True,
        )  # fmt: skip
    words = done.stdout.split()
    return None if done.returncode or len(words) < 2 else float(words[-1])
