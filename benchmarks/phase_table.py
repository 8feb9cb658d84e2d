"""What a command took, one line a phase."""

from dataclasses import dataclass

from benchmarks.measure import GIBIBYTE
from benchmarks.watched import Watched


@dataclass(frozen=True)
class PhaseTable:
    """Several lines of the printout: seconds, processor seconds and most memory of each phase of a command."""

    title: str
    watched: Watched
    keeps_bar: None = None

    def line(self) -> str:
        """The table as text."""
        phases = [*self.watched.phases.items(), ("all of it", self.watched.whole)]
        width = max(len(name) for name, _ in phases)
        lines = [
            f"  {name:<{width}}  {phase.wall:>9.1f} s {phase.processor:>9.1f} s"
            f" {phase.peak / GIBIBYTE:>9.2f} GiB"
            for name, phase in phases
        ]
        heading = f"  {'':<{width}}  {'wall':>11} {'processor':>11} {'at most':>13}"
        return "\n".join([f"{self.title}, phase by phase:", heading, *lines])
