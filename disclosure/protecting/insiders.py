"""What somebody inside a small hidden cell, who knows its value, can find out of the other small ones.

Conditions of this kind are many (each insider beside each cell) and most are kept by whatever
protects from everybody else. So they are not asked for beforehand: a choice is looked at, and what
it does not keep becomes a target of the next.
"""

import numpy as np

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.subproblem import NEGLIGIBLE, REACHED, Target

Pair = tuple[int, int]
"""An insider's cell, and another one that must stay hidden from them."""


class Insiders:
    """The insiders of one component; `beyond_help` are cells that no hiding keeps from one of them."""

    def __init__(self, attacked: Attacked):
        self.attacked, component = attacked, attacked.component
        self.knowing = np.flatnonzero(component.insiders)
        self.secret = np.flatnonzero(component.hidden_from_insiders)
        self.room = component.room_inside
        self.beyond_help: set[int] = set()
        self._down = np.minimum(component.down[self.secret], self.room)
        self._settled: set[Pair] = set()

    def exposed(self, hidden: np.ndarray) -> list[Target]:
        """New targets, which this choice does not reach: what an insider could find out of it, and need not."""
        if self.room <= 0:
            return []
        pairs = sorted(self._pairs(hidden) - self._settled)
        if not pairs:
            return []
        component, reader = self.attacked.component, self.attacked.reader
        reader.allow((component.is_given | np.isfinite(component.cost)).astype(float))
        targets = []
        for insider, cell in pairs:
            self._settled.add((insider, cell))
            down = self._reach(cell, -1, self.room, insider)
            up = self._reach(cell, 1, self.room, insider)
            if down + up < self.room - REACHED:
                self.beyond_help.add(cell)
                continue
            # Anything may be larger, and so give way to less; room above has to be found.
            for direction, room in ((-1, down), (1, self.room - down)):
                if room > REACHED:
                    targets.append(Target(cell, direction, room, insider))
        return targets

    def _reach(self, cell: int, direction: int, room: float, insider: int) -> float:
        return max(0.0, self.attacked.reader.reach(Target(cell, direction, room, insider)).far)

    def _pairs(self, hidden: np.ndarray) -> set[Pair]:
        """The pairs of which the insider leaves the other cell less room than there must be."""
        self.attacked.reader.allow(hidden.astype(float))
        proofs = {id(proof): proof for proof in self.attacked.proofs.values()}
        self._proofs = [proof for proof in proofs.values() if not np.any(proof[~hidden])]
        pairs: set[Pair] = set()
        for direction, room in ((-1, self._down), (1, self.room - self._down)):
            pairs |= self._without(direction, room)
        return pairs

    def _without(self, direction: int, room: np.ndarray) -> set[Pair]:
        """The pairs without this room in this direction."""
        reader = self.attacked.reader
        needed = room > NEGLIGIBLE
        has_room = np.tile(~needed, (len(self.knowing), 1))
        has_room |= self.knowing[:, None] == self.secret[None, :]
        # What proves that a target is protected often proves as much of what insiders ask.
        for deviation in self._proofs:
            enough = direction * deviation[self.secret] >= room - REACHED
            has_room |= np.outer(deviation[self.knowing] == 0, enough)

        def look(target: Target) -> bool:
            found = reader.reach(target)
            if found.far < target.room - REACHED:
                return False
            enough = direction * found.deviation[self.secret] >= room - REACHED
            has_room[:] |= np.outer(found.deviation[self.knowing] == 0, enough)
            return True

        # Deviations that leave an insider's cell as it is prove the same for that insider.
        for place in np.flatnonzero(needed):
            if not has_room[:, place].all():
                look(Target(int(self.secret[place]), direction, float(room[place])))
        asked = {
            Target(
                int(self.secret[place]), direction, float(room[place]), int(self.knowing[one])
            ): (one, place)
            for one, place in np.argwhere(~has_room)
        }
        missing = reader.limits(list(asked)).keys()
        missing = set(missing) | {
            target
            for target, at in asked.items()
            if target not in missing and not has_room[at] and not look(target)
        }
        return {(target.known, target.cell) for target in missing}
