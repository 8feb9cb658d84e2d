"""Instances with known answers: linked tables with proven optima, and a public table with its published one."""

import csv
import json
from itertools import product

import numpy as np
import pytest

from benchmarks.jj import FOLDER, instances, read_problem
from disclosure.protecting.solve import solve
from tests.disclosure.protecting.tables_to_protect import (
    crossed,
    directions_missed,
    problem_of,
)

STATED_TO = 0.06
"""The index states optimal costs with one decimal."""
FALL_BACK = 1.10

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no instances at {FOLDER}")


def stated() -> dict[str, float]:
    """Optimal cost by file name, from every index beside the instances."""
    return {
        each["file"]: each["optimum_cost"]
        for index in FOLDER.rglob("*index.json")
        for each in json.loads(index.read_text(encoding="utf-8"))
        if "optimum_cost" in each
    }


@pytest.mark.long
@pytest.mark.parametrize("path", instances(), ids=lambda path: path.stem)
def test_linked_tables_reach_their_optimum(path):
    problem = read_problem(path)
    solution = solve(problem)
    assert solution.is_optimal and not len(solution.failed)
    assert not directions_missed(problem, solution.hidden)
    if path.name in stated():
        assert solution.cost == pytest.approx(stated()[path.name], abs=STATED_TO)


@pytest.mark.long
@pytest.mark.parametrize("path", instances(), ids=lambda path: path.stem)
def test_the_fall_back_is_near_the_optimum(path):
    problem = read_problem(path)
    solution = solve(problem, nodes=0)
    assert not directions_missed(problem, solution.hidden)
    if path.name in stated():
        assert solution.cost <= FALL_BACK * (stated()[path.name] + STATED_TO)


def test_the_public_table_needs_exactly_three_secondary_cells():
    with open(FOLDER / "sdcTable_microdata1.csv", encoding="utf-8") as file:
        records = list(csv.DictReader(file))
    regions = sorted({record["region"] for record in records})
    genders = sorted({record["gender"] for record in records})
    counts = [
        sum(record["region"] == region and record["gender"] == gender for record in records)
        for region, gender in product(regions, genders)
    ]
    values, relations = crossed(np.reshape(counts, (len(regions), len(genders))).astype(float))
    primary = np.arange(len(values)) == regions.index("A") * (len(genders) + 1) + genders.index(
        "female"
    )
    room = primary.astype(float)
    solution = solve(
        problem_of(values, relations, primary=primary, room_below=room, room_above=room)
    )
    assert (solution.hidden & ~primary).sum() == 3 and solution.is_optimal
