"""Which numbers are unsafe by themselves: those that count one to nine people."""

from disclosure.block import Block
from disclosure.policy import threshold


def is_small(count: float) -> bool:
    """Above zero and below the minimum: zero points to nobody."""
    return 0 < abs(count) < threshold("minimum_count")


def hide_small_counts(block: Block) -> None:
    """Hide every row of which any count is small."""
    for row in block.rows:
        if any(is_small(count) for count in row.counts.values()):
            block.hide(row)
