"""Which targets a reader could narrow too far, given which cells are hidden; each with the cut it tells."""

from collections.abc import Sequence

import numpy as np

from disclosure.protecting.cuts import cut_of
from disclosure.protecting.presolve import Component
from disclosure.protecting.subproblem import REACHED, Reader, Target

WORTH_ADDING = 1e-4
"""A cut missed by less than this moves nothing."""


class Attacked:
    """One component under attack, with every question put to the same reader."""

    def __init__(self, component: Component):
        self.component = component
        self.reader = Reader(component.relations, component.down, component.up)
        self.proofs: dict[Target, np.ndarray] = {}
        """For targets deviations that give them their room, by cells that were hidden when they were found."""
        self.asked_by: dict[int, Target] = {}
        """For cells that the heuristic hid, the target that it hid them for."""
        self._transposed = component.relations.T.tocsr()
        self._next = 0

    def cut(self, target: Target, prices: np.ndarray) -> np.ndarray | None:
        return cut_of(self.component, target, prices, self._transposed)

    def unprotected(
        self, hidden: np.ndarray, targets: Sequence[Target] | None = None
    ) -> list[Target]:
        """Of the targets (all, if not given) those whose room a reader could rule out if these cells were hidden."""
        return [target for target, _ in self.unreached(hidden, targets)]

    def unreached(self, hidden: np.ndarray, targets: Sequence[Target] | None = None):
        """Every target whose room is not reached where these cells are hidden, and the prices that show it."""
        self.reader.allow(hidden.astype(float))
        left = list(self.component.targets if targets is None else targets)
        limits = self.reader.limits(left)
        for target, relation in limits.items():
            yield target, self.reader.prices_of(target, relation)
        left = self._left_together([target for target in left if target not in limits])
        while left:
            target, *left = left
            found = self.reader.reach(target)
            if found.far < target.room - REACHED:
                yield target, found.prices
            else:
                self.proofs[target] = found.deviation
            left = self.prove(left, found.deviation)

    def prove(self, targets: list[Target], deviation: np.ndarray) -> list[Target]:
        """Keeps these deviations as a proof of the targets that they give their room; the targets left."""
        if not targets:
            return []
        reached = are_reached(arrays_of(targets), deviation)
        left = []
        for target, is_reached in zip(targets, reached.tolist(), strict=True):
            if is_reached:
                self.proofs[target] = deviation
            else:
                left.append(target)
        return left

    def _left_together(self, targets: list[Target]) -> list[Target]:
        """The targets that a few programs, each for many targets at once, do not show to be reached."""
        for direction in (1, -1):
            while True:
                ahead = [target for target in targets if target.direction == direction]
                if len(ahead) < FEW:
                    break
                deviation = self.reader.reach_together(ahead)
                left = self.prove(targets, deviation)
                is_worth_while = len(targets) - len(left) >= len(ahead) / 4
                targets = left
                if not is_worth_while:
                    break
        return targets

    def missed_cuts(self, shares: np.ndarray, most: int):
        """Cuts that these shares of hiding miss; the targets take turns until there are so many."""
        component = self.component
        targets = component.targets
        arrays = arrays_of(targets)
        free_shares = np.where(component.is_given, 0.0, shares)
        is_reached = np.zeros(len(targets), dtype=bool)
        room, limits, cuts = None, {}, []
        for offset in range(len(targets)):
            at = (self._next + offset) % len(targets)
            if is_reached[at]:
                continue
            target = targets[at]
            if target.room != room:
                room = target.room
                self.reader.allow(shares, np.where(component.is_given, np.inf, room))
                limits = self.reader.limits([each for each in targets if each.room == room])
            if target in limits:
                prices = self.reader.prices_of(target, limits[target])
            else:
                found = self.reader.reach(target)
                prices = found.prices if found.far < room - REACHED else None
                # Under a smaller room, cells give less: these deviations prove nothing there.
                is_reached |= are_reached(arrays, found.deviation) & (arrays[2] >= room - REACHED)
            if prices is not None:
                cut = self.cut(target, prices)
                if cut is not None and cut @ free_shares < 1 - WORTH_ADDING:
                    cuts.append(cut)
                    if len(cuts) == most:
                        self._next = at + 1
                        break
        return cuts


FEW = 4
"""So few targets are asked one by one."""


def arrays_of(targets) -> tuple[np.ndarray, ...]:
    """Cells, directions, what is at least needed of the rooms, and known cells of the targets."""
    cells, directions, rooms, known = zip(*targets, strict=True)
    return np.array(cells), np.array(directions), np.array(rooms) - REACHED, np.array(known)


def are_reached(arrays: tuple[np.ndarray, ...], deviation: np.ndarray) -> np.ndarray:
    """Which targets these deviations give their room: who knows a cell holds none of it possible."""
    cells, directions, rooms, known = arrays
    return (directions * deviation[cells] >= rooms) & ((known < 0) | (deviation[known] == 0))
