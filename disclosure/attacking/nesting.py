"""Lines of sets inside sets: what is left of the outer one is a count of people that no row tells."""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import Cells
from disclosure.attacking.counts import KEY, WHOLE
from disclosure.attacking.lines import Lines

PLACE = [name for name in KEY if name != "set_id"]


def relate_nested(cells: Cells, lines: Lines, nested: pd.DataFrame) -> np.ndarray:
    """Relate each cell to the nearest larger ones that exist; the new cells are what is left over."""
    pairs = pd.concat([_by_sets(cells, nested), _by_rows(cells)]).drop_duplicates()
    pairs = pairs[pairs["inner"] != pairs["outer"]].sort_values(["outer", "inner"])
    inner, outer = pairs["inner"].to_numpy(int), pairs["outer"].to_numpy(int)
    if not len(inner):
        return np.array([], dtype=int)
    rest = cells.add(cells.table.loc[inner])
    number = np.arange(len(rest))
    entries = pd.concat(
        [
            pd.DataFrame({"line": number, "cell": cell, "factor": factor})
            for cell, factor in ((inner, 1.0), (rest, 1.0), (outer, -1.0))
        ]
    )
    lines.add(entries.sort_values(["line", "factor"], kind="stable"), "nested")
    public = cells.table["is_public"].to_numpy(bool)
    cells.lead(rest, np.where(public[inner], outer, inner))
    cells.lead(rest, np.where(public[inner], inner, outer), False)
    return rest


def _by_sets(cells: Cells, nested: pd.DataFrame) -> pd.DataFrame:
    """Pairs of cells of which the set of one lies in that of the other, none between them."""
    closed = _closure(cells, nested)
    people = cells.table[cells.table["is_people"]]
    found = people[KEY].reset_index(names="cell")
    inside = found.merge(closed, left_on="set_id", right_on="inner")
    outside = found.rename(columns={"set_id": "outer", "cell": "outer_cell"})
    pairs = inside.drop(columns=["inner"]).merge(outside, on=[*PLACE, "outer"])
    pairs = pd.DataFrame({"inner": pairs["cell"], "outer": pairs["outer_cell"]})
    over = pairs.rename(columns={"inner": "outer", "outer": "farther"})
    steps = pairs.merge(over, on="outer")
    far = pd.DataFrame({"inner": steps["inner"], "outer": steps["farther"]}).drop_duplicates()
    joined = pairs.merge(far, on=["inner", "outer"], how="left", indicator=True)
    return joined.loc[joined["_merge"] == "left_only", ["inner", "outer"]]


def _closure(cells: Cells, nested: pd.DataFrame) -> pd.DataFrame:
    """Codes of all pairs of sets that lie in one another, however many sets stand between them."""
    around: dict[str, set[str]] = {}
    for inner, outer in zip(nested["inner"], nested["outer"], strict=True):
        around.setdefault(inner.removesuffix(WHOLE), set()).add(outer.removesuffix(WHOLE))
    code = {name: number for number, name in enumerate(cells.names["set_id"])}
    rows = []
    for name, number in code.items():
        reached, waiting = set(), [name]
        while waiting:
            for outer in around.get(waiting.pop(), ()):
                if outer not in reached:
                    reached.add(outer)
                    waiting.append(outer)
        rows += [(number, code[outer]) for outer in sorted(reached) if outer in code]
    pairs = pd.DataFrame(rows, columns=["inner", "outer"], dtype=int)
    return pairs[pairs["inner"] != pairs["outer"]]


def _by_rows(cells: Cells) -> pd.DataFrame:
    """The two counts of a row whose numerator is part of its denominator."""
    counts = cells.counts[cells.counts["is_part"] & cells.counts["is_people"]]
    above = counts[counts["measure"] == "numerator"][["label", "cell"]]
    below = counts[counts["measure"] == "denominator"][["label", "cell"]]
    both = above.merge(below, on="label", suffixes=("_above", "_below"))
    return pd.DataFrame({"inner": both["cell_above"], "outer": both["cell_below"]})
