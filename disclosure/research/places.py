"""Which jurisdictions stand by themselves, which are told together, and which are left out."""

import pandas as pd

from disclosure.policy import threshold
from disclosure.research.base import OTHER_PLACES

ALONE, POOLED, LEFT_OUT = "alone", "pooled", "left_out"
NOTE_COLUMNS = ["table_name", "jurisdiction", "treatment", "reason"]


def treatments(sizes: dict[str, int]) -> dict[str, str]:
    """Jurisdiction -> treatment, from how many records each has over all years.

    A pool of one would name its only member, so the next smallest joins it. What is too small even
    together is left out.
    """
    below, least = threshold("research_pool_below"), threshold("research_class_minimum")
    small = sorted(place for place, size in sizes.items() if size < below)
    large = sorted((size, place) for place, size in sizes.items() if size >= below)
    while small and large and (len(small) < 2 or sum(sizes[place] for place in small) < below):
        small.append(large.pop(0)[1])
    together = sum(sizes[place] for place in small)
    keeps = len(small) > 1 and together >= max(least, 2 * threshold("minimum_count"))
    treatment = POOLED if keeps else LEFT_OUT
    return {place: treatment if place in small else ALONE for place in sorted(sizes)}


def notes(table: str, found: dict[str, str]) -> pd.DataFrame:
    """What was done with each jurisdiction that does not stand by itself, and why.

    Smallness and company read alike, so that neither tells a size.
    """
    below = threshold("research_pool_below")
    reasons = {
        POOLED: f"Told together as {OTHER_PLACES}: a place with fewer than {below} records over all years "
        "is never told by itself, and it needs others beside it.",
        LEFT_OUT: "Left out: there are too few records here, and no other place to tell them with.",
    }
    rows = [
        (table, place, treatment, reasons[treatment])
        for place, treatment in found.items()
        if treatment != ALONE
    ]
    return pd.DataFrame(rows, columns=NOTE_COLUMNS)
