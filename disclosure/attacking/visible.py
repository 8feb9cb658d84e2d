"""What anybody reads off a single row, without any other row: small counts, and numbers that tell hidden ones."""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import SHOWN, Cells
from disclosure.attacking.judge import Judge
from disclosure.policy import threshold

DERIVED = ("value", "lower", "upper", "bound_lower", "bound_upper", "missing_share")


def small_counts(cells: Cells, judge: Judge) -> np.ndarray:
    """True for cells that are shown, count people outside open court, and are small."""
    table = cells.table
    few = (table["lower"] > 0) & (table["lower"].round(6) < judge.least)
    open_court = table["is_public"]
    return (few & table["told"].eq(SHOWN) & table["is_people"] & ~open_court).to_numpy(bool)


def telling_rows(results: pd.DataFrame, kinds: pd.Series) -> dict[str, list]:
    """Labels of rows by what they give away: words of the attack -> labels."""
    rows = results[results["source"].isin(threshold("protected_sources"))]
    called = rows["status"].eq("suppressed") | rows["blank"].eq("suppressed")
    derived = rows[list(DERIVED)].notna().any(axis=1)
    complete = rows[["numerator", "denominator"]].notna().all(axis=1)
    half_called = rows["status"].eq("suppressed") ^ rows["blank"].eq("suppressed")
    people = ~rows["unit_counted"].isin(threshold("units_not_people"))
    public = rows["public_fact"].eq(True) if "public_fact" in rows else False
    left_out = people & ~public & _few_left_out(rows, kinds)
    found = {
        "number beside a hidden count": people & called & (derived | complete | half_called),
        "share that is missing": left_out,
        "bounds close together": people & ~public & _few_unseen(rows, kinds),
    }
    return {attack: list(rows.index[mask]) for attack, mask in found.items()}


def _few_left_out(rows: pd.DataFrame, kinds: pd.Series) -> pd.Series:
    """The share that is missing, times the size, is a count of people: with either reading of the share."""
    share = pd.to_numeric(rows["missing_share"])
    above, below = (pd.to_numeric(rows[name]) for name in ("numerator", "denominator"))
    is_exposure = rows["metric_id"].map(kinds).isin(threshold("exposure_kinds"))
    size = below.mask(is_exposure).fillna(above)
    readings = (share * size, share * size / (1 - share).replace(0, np.nan))
    return _is_few(readings[0]) | _is_few(readings[1])


def _few_unseen(rows: pd.DataFrame, kinds: pd.Series) -> pd.Series:
    """Bounds of a share lie as far apart as those unseen, over the size, could move it."""
    is_share = rows["metric_id"].map(kinds).isin(threshold("part_of_whole_kinds"))
    least, most = (pd.to_numeric(rows[name]) for name in ("bound_lower", "bound_upper"))
    unseen = (most - least) * pd.to_numeric(rows["denominator"])
    return is_share & (most <= 1) & _is_few(unseen)


def _is_few(counts: pd.Series) -> pd.Series:
    return counts.round(6).between(0, threshold("minimum_count"), inclusive="neither")
