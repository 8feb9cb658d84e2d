"""Hides further categories until no hidden one is its total minus the rest."""

from disclosure.block import Block, Row
from disclosure.policy import threshold
from disclosure.primary import is_small
from metrics.definition import CROSSED


def close_tables(block: Block) -> bool:
    """Protect every breakdown of the block against its total; True when something more was hidden."""
    changed = False
    for horizon in block.horizons:
        total = block.total(horizon)
        for breakdown in block.breakdowns:
            if total is not None and breakdown not in threshold("nested_breakdowns"):
                changed |= close_table(block, block.table(horizon, breakdown), total)
            changed |= _close_margins(block, horizon, breakdown)
    return changed


def _close_margins(block: Block, horizon: float, breakdown: str) -> bool:
    """A breakdown that crosses two is protected against the members of either, where they are told as well."""
    changed = False
    names = breakdown.split(CROSSED)
    for place, single in enumerate(names if len(names) > 1 else ()):
        for margin in block.table(horizon, single):
            crossed = [
                row
                for row in block.table(horizon, breakdown)
                if row.category.split(CROSSED)[place] == margin.category
            ]
            changed |= close_table(block, crossed, margin)
    return changed


def close_table(block: Block, categories: list[Row], total: Row) -> bool:
    """Hide categories until none can be had from the total and the others; True when one was hidden."""
    changed = False
    while _open_measures(categories, total):
        candidates = [row for row in categories if not row.hidden and row.size > 0]
        if not candidates:
            break
        block.hide(_best_partner(block, candidates, categories, total))
        changed = True
    return changed


def _open_measures(categories: list[Row], total: Row) -> int:
    """How many measures of the table tell too much; a hidden total counts when the rest adds up to it."""
    if total.hidden:
        # A total that was hidden must not be the sum of categories that are all shown.
        return int(bool(categories) and not any(row.hidden for row in categories))
    return sum(_tells_too_much(categories, total, measure) for measure in total.counts)


def _tells_too_much(categories: list[Row], total: Row, measure: str) -> bool:
    shown = [row for row in categories if not row.hidden and measure in row.counts]
    unseen = len(categories) - len(shown)
    left = total.counts[measure] - sum(row.counts[measure] for row in shown)
    if left <= 0:
        # Nothing is left to tell; below zero, the categories overlap and do not add up at all.
        return False
    if is_small(left):
        return True
    if not unseen:
        return False
    # Somebody may know that every hidden category holds at least one.
    least = threshold("minimum_count") + (unseen - 1 if measure == "denominator" else 0)
    return unseen < threshold("hidden_together") or left < least


def _best_partner(block: Block, candidates: list[Row], categories: list[Row], total: Row) -> Row:
    """The category to hide next: one that closes the table, hidden elsewhere already, else the smallest."""

    def cost(row: Row) -> tuple:
        row.hidden = True
        still_open = _open_measures(categories, total)
        row.hidden = False
        elsewhere = any(other.hidden for other in block.over_time(row.breakdown, row.category))
        return still_open > 0, not elsewhere, row.size, row.category

    return min(candidates, key=cost)
