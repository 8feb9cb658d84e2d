"""How cells hang together: every line says that some cells add up to another one."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd


@dataclass
class Lines:
    """Entries of the relations: `factor` of `cell` in `line`, whose entries add up to zero.

    `family` has the kind of relation of each line: breakdown, crossed, period or nested.
    """

    line: list[np.ndarray] = field(default_factory=list)
    cell: list[np.ndarray] = field(default_factory=list)
    factor: list[np.ndarray] = field(default_factory=list)
    family: list[str] = field(default_factory=list)

    def add(self, entries: pd.DataFrame, family: str) -> None:
        """Lines numbered by `line`, which is made anew; columns line, cell, factor."""
        if entries.empty:
            return
        number, names = pd.factorize(entries["line"])
        self.line.append(number + len(self.family))
        self.cell.append(entries["cell"].to_numpy(int))
        self.factor.append(entries["factor"].to_numpy(float))
        self.family += [family] * len(names)

    def entries(self) -> pd.DataFrame:
        """All entries, cells that stand twice in a line put together, in order of line and cell."""
        if not self.line:
            return pd.DataFrame({"line": [], "cell": [], "factor": []}).astype(
                {"line": int, "cell": int, "factor": float}
            )
        everything = pd.DataFrame(
            {
                "line": np.concatenate(self.line),
                "cell": np.concatenate(self.cell),
                "factor": np.concatenate(self.factor),
            }
        )
        together = everything.groupby(["line", "cell"], as_index=False)["factor"].sum()
        return together[together["factor"] != 0].reset_index(drop=True)
