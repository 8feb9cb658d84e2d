"""Shows again what need not be hidden: one secondary cell after the other, the dearest first.

Each target keeps deviations that prove it protected. Showing a cell spoils only the proofs that
let it deviate; where a new one is found for each of these the cell is shown for good, where not,
the prices give a cut that spares asking the same of other cells.
"""

import numpy as np

from disclosure.protecting.attacked import Attacked, are_reached, arrays_of
from disclosure.protecting.subproblem import REACHED, Target


class Proofs:
    """For each target deviations that give it its room, by hidden cells alone.

    What the search came across on its way serves again, as far as it uses no cell that is not hidden.
    """

    def __init__(self, attacked: Attacked, hidden: np.ndarray):
        self.attacked = attacked
        targets = attacked.component.targets
        self._place = {target: place for place, target in enumerate(targets)}
        self.uses = np.zeros((len(targets), len(hidden)), dtype=bool)
        self.is_proven = np.zeros(len(targets), dtype=bool)
        self._arrays = arrays_of(targets)
        for place, target in enumerate(targets):
            proof = attacked.proofs.get(target)
            if proof is not None and not np.any(proof[~hidden]):
                self.uses[place] = proof != 0
                self.is_proven[place] = True

    def take(self, deviation: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        """Keeps these deviations for those of the wanted targets that they prove; which these are."""
        proven = wanted & are_reached(self._arrays, deviation)
        self.uses[proven] = deviation != 0
        targets = self.attacked.component.targets
        self.attacked.proofs |= dict.fromkeys(
            (targets[at] for at in np.flatnonzero(proven)), deviation
        )
        return proven

    def find(self, wanted: np.ndarray, first: Target | None = None) -> np.ndarray | None:
        """Proves the wanted targets, this one `first`; at the first that has no proof, the cut that tells why, or 0."""
        wanted = wanted.copy()
        places = np.flatnonzero(wanted)
        if (one := self._place.get(first, -1)) >= 0:
            places = np.concatenate([places[places == one], places[places != one]])
        for at in places:
            if not wanted[at]:
                continue
            target = self.attacked.component.targets[at]
            found = self.attacked.reader.reach(target)
            if found.far < target.room - REACHED:
                cut = self.attacked.cut(target, found.prices)
                return np.zeros(len(found.deviation)) if cut is None else cut
            wanted &= ~self.take(found.deviation, wanted)
        return None


def cleaned(
    attacked: Attacked, hidden: np.ndarray, cuts: list[np.ndarray]
) -> tuple[np.ndarray, list[np.ndarray]]:
    """`hidden`, which protects every target, less the secondary cells that it can do without.

    With it the cuts that show why others are needed, so far as the cuts given do not.
    """
    component = attacked.component
    hidden = hidden.copy()
    attacked.reader.allow(hidden.astype(float))
    proofs = Proofs(attacked, hidden)
    if proofs.find(~proofs.is_proven) is not None:
        # Never trust a choice that only rounding makes protect.
        hidden = component.is_given | np.isfinite(component.cost)
        attacked.reader.allow(hidden.astype(float))
        proofs.find(np.ones(len(component.targets), dtype=bool))
    known = np.array(cuts).reshape(len(cuts), len(hidden))
    sums = known @ hidden
    learnt: list[np.ndarray] = []
    secondary = np.flatnonzero(hidden & ~component.is_given)
    for cell in secondary[np.argsort(-component.cost[secondary], kind="stable")].tolist():
        if np.any(sums - known[:, cell] < 1 - 1e-6):
            continue
        attacked.reader.show(cell)
        # Most cells cannot be shown, and mostly for the sake of the target that they were hidden for.
        cut = proofs.find(proofs.uses[:, cell].copy(), attacked.asked_by.get(cell))
        if cut is None:
            hidden[cell] = False
            sums = sums - known[:, cell]
        else:
            attacked.reader.hide(cell)
            learnt.append(cut)
            known = np.vstack([known, cut])
            sums = np.append(sums, cut @ hidden if cut.any() else np.inf)
    return hidden, [cut for cut in learnt if cut.any()]
