"""Protects the members of a mix, which add up to the whole of their year, and over the years of a block."""

from collections import defaultdict

from disclosure.block import Block, Row
from disclosure.complementary import close_table
from disclosure.policy import threshold
from disclosure.primary import is_small
from disclosure.years import OF_YEAR


def close_mix(block: Block) -> bool:
    """Hide members until none can be had from its whole or from another year; True when one was hidden."""
    if block.kind not in threshold("mixed_kinds"):
        return False
    tables = {name: block.table(-1.0, name) for name in block.breakdowns}
    changed = False
    for members in tables.values():
        # How large the whole is stands beside every member, and may be worked out where all are hidden.
        whole = max((_whole(row) for row in members), default=0.0)
        changed |= close_table(block, members, _sum_row("numerator", whole))
    by_year = {name: members for name, members in tables.items() if OF_YEAR in name}
    for row in (row for name in tables.keys() - by_year.keys() for row in tables[name]):
        own = [r for members in by_year.values() for r in members if r.category == row.category]
        if own and "numerator" in row.counts:
            total = _sum_row("numerator", row.counts["numerator"], hidden=row.hidden)
            changed |= close_table(block, own, total)
    return changed | _close_wholes(block, by_year)


def _close_wholes(block: Block, by_year: dict[str, list[Row]]) -> bool:
    """A year whose whole is hidden with all its members must not be the block minus the other years."""
    sizes: dict[str, float] = defaultdict(float)
    for name, members in by_year.items():
        sizes[name] = max((_whole(row) for row in members), default=0.0)
    hidden = {name for name in by_year if sizes[name] and all(r.hidden for r in by_year[name])}
    left = sum(sizes[name] for name in hidden)
    shown = sorted((name for name in by_year.keys() - hidden if sizes[name]), key=sizes.get)
    is_open = bool(hidden) and (len(hidden) < threshold("hidden_together") or is_small(left))
    if not is_open or not shown or not any(is_small(sizes[name]) for name in hidden):
        return False
    for row in by_year[shown[0]]:
        block.hide(row)
    return True


def _whole(row: Row) -> float:
    return row.counts.get("numerator", 0.0) + row.counts.get("rest", 0.0)


def _sum_row(measure: str, count: float, *, hidden: bool = False) -> Row:
    return Row(-1, -1.0, "total", "total", {measure: count}, hidden)
