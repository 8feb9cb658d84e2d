"""Protects the number who entered, which is the same at every horizon: shown at one, it is shown at all."""

from disclosure.block import Block, Row
from disclosure.policy import threshold


def close_entrants(block: Block) -> bool:
    """Hide categories at every horizon until those that entered cannot be had from the total."""
    if len(block.horizons) < 2:
        return False
    changed = False
    for breakdown in sorted(set(block.breakdowns) - set(threshold("nested_breakdowns"))):
        names = sorted({row.category for row in block.rows if row.breakdown == breakdown})
        over_time = {name: block.over_time(breakdown, name) for name in names}
        while _tells_entrants(block, over_time):
            candidates = [
                own for own in over_time.values() if not _is_gone(own) and own[0].size > 0
            ]
            if not candidates:
                break
            for row in min(candidates, key=_cost):
                block.hide(row)
            changed = True
    return changed


def _tells_entrants(block: Block, over_time: dict[str, list[Row]]) -> bool:
    totals = [row for row in block.over_time("total", "total") if not row.hidden]
    entered = {row.counts["denominator"] for row in totals if "denominator" in row.counts}
    gone = [own for own in over_time.values() if _is_gone(own)]
    if len(entered) != 1 or not gone:
        # Without one known number of entrants there is nothing to subtract from.
        return False
    shown = sum(
        next(row.counts["denominator"] for row in own if _shows(row))
        for own in over_time.values()
        if not _is_gone(own)
    )
    left = entered.pop() - shown
    least = threshold("minimum_count") + len(gone) - 1
    return left > 0 and (len(gone) < threshold("hidden_together") or left < least)


def _is_gone(own: list[Row]) -> bool:
    return not any(_shows(row) for row in own)


def _shows(row: Row) -> bool:
    return not row.hidden and "denominator" in row.counts


def _cost(own: list[Row]) -> tuple:
    """Prefer what is mostly hidden already, then what is small."""
    return sum(_shows(row) for row in own), own[0].size, own[0].category
