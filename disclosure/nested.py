"""Protects counts that lie inside one another: stages of a case, and longer horizons."""

from itertools import pairwise

from disclosure.block import Block, Row
from disclosure.policy import threshold
from disclosure.primary import is_small


def close_stages(block: Block) -> bool:
    """Hide a stage whose distance from the stage before is a small count; True when one was hidden."""
    changed = False
    for horizon in block.horizons:
        for breakdown in sorted(set(block.breakdowns) & set(threshold("nested_breakdowns"))):
            # The total repeats one of the stages, so it stands in the same chain.
            chain = block.table(horizon, breakdown) + block.table(horizon, "total")
            chain.sort(key=lambda row: -row.counts.get("numerator", -1.0))
            changed |= _close_chain(block, chain)
    return changed


def close_horizons(block: Block) -> bool:
    """Hide the longer of two horizons between which few people were added; True when one was hidden."""
    changed = False
    for breakdown in ["total", *block.breakdowns]:
        for category in sorted({r.category for r in block.rows if r.breakdown == breakdown}):
            changed |= _close_chain(block, block.over_time(breakdown, category))
        changed |= _close_additions(block, breakdown)
    return changed


def _close_chain(block: Block, chain: list[Row]) -> bool:
    changed = False
    while later := _first_near(chain):
        block.hide(later)
        changed = True
    return changed


def _first_near(chain: list[Row]) -> Row | None:
    for measure in ("numerator", "denominator"):
        shown = [row for row in chain if not row.hidden and measure in row.counts]
        for earlier, later in pairwise(shown):
            if is_small(earlier.counts[measure] - later.counts[measure]):
                return later
    return None


def _close_additions(block: Block, breakdown: str) -> bool:
    """What a breakdown added between two horizons must not add up to a small count of hidden ones."""
    changed = False
    for short, long in pairwise(block.horizons):
        before = {row.category: row for row in block.table(short, breakdown)}
        after = block.table(long, breakdown)
        while _hidden_addition_is_small(block, short, long, before, after):
            candidates = [row for row in after if not row.hidden and row.size > 0]
            if not candidates:
                break
            block.hide(min(candidates, key=lambda row: (row.size, row.category)))
            changed = True
    return changed


def _hidden_addition_is_small(block, short, long, before: dict[str, Row], after: list[Row]) -> bool:
    totals = (block.total(short), block.total(long))
    if any(row is None or row.hidden or "numerator" not in row.counts for row in totals):
        return False
    left = totals[1].counts["numerator"] - totals[0].counts["numerator"]
    for row in after:
        pair = (before.get(row.category), row)
        if all(r is not None and not r.hidden and "numerator" in r.counts for r in pair):
            left -= pair[1].counts["numerator"] - pair[0].counts["numerator"]
    return left > 0 and is_small(left)
