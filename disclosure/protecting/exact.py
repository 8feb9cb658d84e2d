"""The cheapest protecting choice, by cutting planes (Fischetti and Salazar 2001).

The master proposes, the reader objects with cuts: first in shares, as long as that teaches
anything, then in whole cells. What the master proposes costs at most the optimum; once it costs as
much as the best choice known to protect, that choice is the cheapest.
"""

import time

import numpy as np

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.cleanup import cleaned
from disclosure.protecting.heuristic import hidden_in_turn
from disclosure.protecting.master import SAME_COST, Master
from disclosure.protecting.subproblem import Target

CUTS_A_ROUND = 25
"""Shares are asked for again once there are so many objections."""
WORTH_A_ROUND = 0.002
"""A round that raises the bound by less than this share is the last: whole cells teach more."""


class Search:
    """The search within one component: the best choice so far, and what is known of every choice."""

    def __init__(
        self, attacked: Attacked, exposed: list[Target], rounds: int, nodes: int, deadline: float
    ):
        """`exposed` are the targets that are not reached where only what must be hidden is."""
        self.exposed = list(exposed)
        self.attacked, self.component = attacked, attacked.component
        self.master = Master(attacked.component)
        self.cuts: list[np.ndarray] = []
        self.rounds, self.nodes, self.deadline = rounds, nodes, deadline
        self.shares = self.component.is_given.astype(float)
        self.best: np.ndarray | None = None
        self.best_cost = np.inf

    def ask(self, targets: list[Target]) -> None:
        """Have these targets reached as well, and search anew with all that is known so far."""
        self.attacked.component = self.component = self.component.with_targets(
            [*self.component.targets, *targets]
        )
        self.exposed += targets
        self.best, self.best_cost = None, np.inf

    def run(self) -> bool:
        """Searches within the limits; True where the best choice is proven to be the cheapest."""
        self._relax()
        self._improve(self.component.is_given, self.exposed)
        self.shares = self.master.relaxed()
        while not self._is_proven() and self.nodes > 0 and self._is_on():
            choice = self.master.integral(
                self.best_cost, self.nodes, max(0.1, self.deadline - time.monotonic())
            )
            self.nodes -= choice.nodes
            if choice.hidden is None or choice.bound >= self.best_cost - SAME_COST:
                return choice.bound >= self.best_cost - SAME_COST
            exposed = self._object(choice.hidden)
            if not exposed:
                self._keep(choice.hidden)
                if choice.bound >= self.best_cost - SAME_COST:
                    return True
                continue
            self._improve(choice.hidden, exposed)
            self.shares = self.master.relaxed()
        return self._is_proven()

    def _is_on(self) -> bool:
        return time.monotonic() < self.deadline

    def _is_proven(self) -> bool:
        return self.master.bound >= self.best_cost - SAME_COST

    def _relax(self) -> None:
        """Cheapest shares, until no cut is missed or the rounds are used up."""
        self.shares = self.master.relaxed()
        while self.rounds > 0 and self._is_on():
            self.rounds -= 1
            before = self.master.bound
            if not self._add(self.attacked.missed_cuts(self.shares, CUTS_A_ROUND)):
                return
            self.shares = self.master.relaxed()
            if self.master.bound < before * (1 + WORTH_A_ROUND):
                return

    def _add(self, cuts: list[np.ndarray]) -> int:
        new = [cut for cut in cuts if self.master.add(cut)]
        self.cuts += new
        return len(new)

    def _object(self, hidden: np.ndarray) -> list[Target]:
        """Adds the cuts that a choice of whole cells misses; the targets that it leaves exposed."""
        missed = list(self.attacked.unreached(hidden))
        cuts = [self.attacked.cut(target, prices) for target, prices in missed]
        self._add([cut for cut in cuts if cut is not None])
        return [target for target, _ in missed]

    def _improve(self, hidden: np.ndarray, exposed: list[Target]) -> None:
        """Completes a choice so that it protects, leaves away what is not needed, and keeps it if it is cheaper."""
        complete = hidden_in_turn(self.attacked, hidden, exposed, self.shares)
        self._keep(complete)

    def _keep(self, hidden: np.ndarray) -> None:
        """Keeps a protecting choice, less what it can do without, where it is cheaper than the best."""
        hidden, cuts = cleaned(self.attacked, hidden, self.cuts)
        self._add(cuts)
        cost = self.component.cost[hidden & ~self.component.is_given].sum()
        if self.best is None or cost < self.best_cost - SAME_COST:
            self.best, self.best_cost = hidden, float(cost)
