"""What a command took, one line a phase."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.measure import GIBIBYTE
from benchmarks.watched import Watched


@dataclass(frozen=True)
class PhaseTable:
    """Several lines of the printout: seconds, processor seconds and most memory of each phase of a command.

    `counts` says how many there were of what it worked on.
    """

    title: str
    watched: Watched
    counts: Mapping[str, int] = field(default_factory=dict)
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
        title = ", ".join(
            [self.title, *(f"{count:,} {name}" for name, count in self.counts.items())]
        )
        return "\n".join([f"{title}, phase by phase:", heading, *lines])
