"""Instances of secondary suppression in JJ form: cells with known bounds and wanted room, then relations.

A cell is a line `id value weight status lower upper room_below room_above sliding`; status u is a
primary, z must stay published. A relation is a line `right_side count : id (coefficient) ...`.
"""

import os
import re
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from disclosure.protecting.problem import Problem

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(os.environ.get("ANSWERABLE_SHARED") or ROOT.parent / "shared") / "sdc"


def instances() -> list[Path]:
    """Every instance in the shared folder and below it."""
    return sorted(FOLDER.rglob("*.jj"))


def read_problem(path: Path) -> Problem:
    """The instance of a file, at cost sqrt(value + 1), which the stated optimal costs are counted in."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = int(lines[1])
    cells = [line.split() for line in lines[2 : 2 + count]]
    values, _, lower, upper, below, above = (
        np.array([float(cell[column]) for cell in cells]) for column in (1, 2, 4, 5, 6, 7)
    )
    status = np.array([cell[3] for cell in cells])
    cost = np.where(status == "z", np.inf, np.sqrt(values + 1))
    return Problem(
        values, lower, upper, _relations(lines[3 + count :], count), cost, status == "u",
        below, above, np.zeros(count, dtype=bool),
    )  # fmt: skip


def _relations(lines: list[str], count: int) -> csr_matrix:
    rows, columns, entries = [], [], []
    for row, line in enumerate(line for line in lines if line.strip()):
        right_side, terms = line.split(":", 1)
        assert float(right_side.split()[0]) == 0
        for column, entry in re.findall(r"(\d+)\s*\(\s*([-+.\d]+)\s*\)", terms):
            rows.append(row)
            columns.append(int(column))
            entries.append(float(entry))
    return csr_matrix((entries, (rows, columns)), shape=(max(rows, default=-1) + 1, count))
