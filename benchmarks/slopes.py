"""How the cost of phases grew between two sizes, beside how people, results and problems did."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks.watched import Watched

PEOPLE = "people"
SHORTEST = 1.0
"""Processor seconds of a phase, below which its growth says nothing."""
NO_GROWTH = 0.05
"""Logarithm of a growth that is none."""


@dataclass(frozen=True)
class Slopes:
    """Several lines of the printout: for each phase, how many times the processor seconds grew, and with what.

    The exponent is the slope of seconds over a count with both in logarithms: 1 where they grow
    alike, 0 where the phase does not notice.
    """

    title: str
    watched: tuple[Watched, Watched]
    counts: tuple[Mapping[str, int], Mapping[str, int]]
    keeps_bar: None = None

    def line(self) -> str:
        """The table as text."""
        grew = {name: after / self.counts[0][name] for name, after in self.counts[1].items()}
        lines = [
            f"{self.title}: "
            + ", ".join(f"{name} grow {times:.2f} times" for name, times in grew.items())
        ]
        before, after = (each.phases | {"all of it": each.whole} for each in self.watched)
        for name in after:
            if name in before and min(before[name].processor, after[name].processor) >= SHORTEST:
                lines.append(_line(name, before[name].processor, after[name].processor, grew))
        return "\n".join(lines)


def name_driver(times: float, grew: Mapping[str, float]) -> str:
    """What the seconds grew with: people or cells, whichever grew more nearly as many times; nothing where they did not.

    Cells are all counts but people, of which the nearest one stands for all.
    """
    if abs(np.log(times)) < NO_GROWTH:
        return "with nothing"
    distance = {name: abs(np.log(times / each)) for name, each in grew.items()}
    return "with people" if min(distance, key=distance.get) == PEOPLE else "with cells"


def _line(name: str, before: float, after: float, grew: Mapping[str, float]) -> str:
    times = after / before
    slopes = ", ".join(
        f"{np.log(times) / np.log(each):.2f} over {count}"
        for count, each in grew.items()
        if abs(np.log(each)) > NO_GROWTH
    )
    return (
        f"  {name}: {before:.1f} to {after:.1f} s, {times:.2f} times, {name_driver(times, grew)};"
        f" slope {slopes}"
    )
