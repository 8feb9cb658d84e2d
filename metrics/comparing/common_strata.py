"""The strata that places have in common, from strata which each place may tell in its own way."""

import math
from collections.abc import Iterator

from metrics.comparing.safe_strata import REST, Label, within
from metrics.comparing.stratified import Strata
from metrics.definition import CROSSED

Names = list[set[str]]
"""For each column of the case mix, the members that stand by themselves."""


def common_strata(by_place: dict[int, Strata]) -> dict[int, Strata]:
    """The strata of the places that tell certain members of the case mix by themselves, and no others.

    Which members these are is chosen so that many places and many strata are left: place by place,
    from the one that tells most, all that each further place does not tell joins the rest.
    """
    cells = {
        place: {tuple(name.split(CROSSED)): counts for name, counts in strata.items()}
        for place, strata in by_place.items()
    }
    told = {place: _names(each) for place, each in cells.items()}
    best: dict[int, Strata] = {}
    most = 0.0
    for names in _candidates(told):
        found = {
            place: _joined(cells[place], names)
            for place, own in told.items()
            if len(own) == len(names)
            and all(few <= many for few, many in zip(names, own, strict=True))
        }
        strata = len({name for each in found.values() for name in each})
        said = (len(found) - 1) * math.log(strata) if found else 0
        if said > most:
            best, most = found, said
    return best


def _names(strata: dict[Label, tuple[float, float]]) -> Names:
    return [{*column} - {REST} for column in zip(*strata, strict=True)]


def _candidates(told: dict[int, Names]) -> Iterator[Names]:
    order = sorted(
        told, key=lambda place: (-math.prod(len(each) + 1 for each in told[place]), place)
    )
    for number, place in enumerate(order):
        names = told[place]
        yield names
        for other in order[number + 1 :]:
            if len(told[other]) == len(names):
                names = [one & two for one, two in zip(names, told[other], strict=True)]
                yield names


def _joined(strata: dict[Label, tuple[float, float]], names: Names) -> Strata:
    found: Strata = {}
    for label, (part, whole) in strata.items():
        name = CROSSED.join(within(label, names))
        before = found.get(name, (0.0, 0.0))
        found[name] = (before[0] + part, before[1] + whole)
    return found
