"""How far what is unseen, or not decided yet, could move a number."""

from charts.format import is_missing


def bounds(row: dict) -> tuple[float, float] | None:
    """Lowest and highest; None where nothing is unseen, so that both are the number."""
    low, high = row.get("bound_lower"), row.get("bound_upper")
    return None if is_missing(low) or is_missing(high) or low == high else (low, high)
