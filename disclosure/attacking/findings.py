"""What the attacker hands back: which rows point to people, and in which families; never a value."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

SAID = {
    "small count": "a count of few people is shown",
    "number beside a hidden count": "a hidden count stands beside a number that tells it",
    "share that is missing": "the share that is missing tells a count of few people",
    "bounds close together": "bounds lie so close together that they tell a count of few people",
    "left without a category": "categories leave few people without one",
    "line": "a hidden count can be had by adding and subtracting",
    "interval": "a hidden count can be bounded too closely from several sums together",
    "integer": "a hidden count can be bounded too closely since counts are whole numbers",
    "contradiction": "published numbers contradict each other, so hidden counts cannot be shown to be safe",
    "singleton": "whoever knows one hidden person learns another hidden count",
    "research": "the research tables bound a hidden count too closely",
    "difference": "the change since an earlier release is a count of few people",
    "shown before": "a hidden count was published in an earlier release",
    "not in results": "a count stands in no row of the results",
}
"""Attack -> what it found, as readers of a refusal see it."""


@dataclass(frozen=True)
class Findings:
    """`labels` of unsafe rows of `results`, in order; `families` of (metric, breakdown, attack) -> sentence;
    `cells`, the unsafe cells by the columns of the universe and the attack; and `contradictions` between
    published numbers, which tell nothing of people but mean that something is counted in two ways.
    """

    labels: tuple
    families: dict[tuple[str, str, str], str]
    cells: pd.DataFrame
    contradictions: tuple[str, ...] = ()

    @property
    def is_safe(self) -> bool:
        return not self.families

    def text(self) -> str:
        """One line a family."""
        return "\n".join(self.families.values())


def families_of(found: list[tuple[str, str, str]]) -> dict[tuple[str, str, str], str]:
    """A sentence for each family, with the number of cells in it and nothing else."""
    counted = Counter(found)
    return {
        (metric, breakdown, attack): f"{metric}, {breakdown}: {SAID[attack]} ({number} cells)."
        for (metric, breakdown, attack), number in sorted(counted.items())
    }
