"""The cells: one for each count of people that is published, however many rows repeat it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.universe.error import UniverseError
from disclosure.universe.sets import MEASURES, sets_of

PLACE = ["jurisdiction", "period_start", "period_end", "breakdown", "category", "currency"]
KEY = ["set_id", *PLACE]
TOTAL = "total"
# Sums of money and of days leave a trace of rounding behind.
SAME = 1e-6


@dataclass(frozen=True)
class Cells:
    """The cells of a universe, and where in the rows they are told.

    `table` has one row a cell: KEY (periods as days since 1970), `value` (people; of a sum those
    behind it), `amount` (what is told: the count or the sum), `is_sum`, `is_stock`. `of_row` has,
    for each row in order, the number of its numerator's and denominator's cell, -1 where there is
    none. `tables` lists which cell stands in which variant of a breakdown (`variant`: 0 its
    categories one by one, 1 merged). `wholes` pairs the set of each mix with the set of its whole.
    """

    table: pd.DataFrame
    of_row: dict[str, np.ndarray]
    tables: pd.DataFrame
    wholes: pd.DataFrame


def make_cells(rows: pd.DataFrame, counted_sets: pd.DataFrame, kinds: dict[str, str]) -> Cells:
    """The cells of the rows about people. Raises UniverseError, see `sets_of` and `check_agree`."""
    is_asked = _are_about_people(rows).to_numpy()
    asked = rows[is_asked]
    sets = sets_of(asked, counted_sets)
    positions = np.flatnonzero(is_asked)
    kind = asked["metric_id"].map(kinds)
    is_mix = kind.isin(threshold("mixed_kinds"))
    entries = pd.concat(
        [_entries(asked, sets, measure, positions, kind) for measure in MEASURES],
        ignore_index=True,
    )
    # Missing key parts are "" by now: grouping is by plain values, in order of the key.
    entries["cell"] = entries.groupby(KEY, sort=True).ngroup()
    check_agree(entries)
    table = entries.groupby("cell", sort=True).agg(
        **{name: (name, "first") for name in KEY},
        value=("value", "min"),
        amount=("amount", "first"),
        is_sum=("is_sum", "any"),
        is_stock=("is_stock", "any"),
    )
    of_row = {}
    for measure in MEASURES:
        mine = entries[entries["measure"] == measure]
        of_row[measure] = np.full(len(rows), -1)
        of_row[measure][mine["position"]] = mine["cell"]
    return Cells(
        table.reset_index(drop=True),
        of_row,
        entries[["cell", "variant"]].drop_duplicates(ignore_index=True),
        _wholes(sets[is_mix]),
    )


def _are_about_people(rows: pd.DataFrame) -> pd.Series:
    units = rows["unit_counted"].isin(threshold("units_not_people"))
    return rows["source"].isin(threshold("protected_sources")) & ~units


def _entries(rows, sets, measure: str, positions: np.ndarray, kind: pd.Series) -> pd.DataFrame:
    """The cells one measure of the rows tells, one entry a row that has it."""
    people = sets[f"{measure}_people"].to_numpy(dtype=bool)
    behind = pd.to_numeric(rows.get("contributors", pd.Series(np.nan, rows.index)))
    behind = behind.to_numpy(dtype=float)
    has_set = sets[f"{measure}_set"].notna().to_numpy()
    # Residents are no sum over people of the population: nobody is said to stand behind them.
    is_exposure = kind.isin(threshold("exposure_kinds")).to_numpy() & np.isnan(behind)
    is_sum = ~has_set & ~is_exposure
    amount = pd.to_numeric(rows[measure]).to_numpy(dtype=float)
    told = ~np.isnan(amount) & (people | is_sum)
    # A sum of which nobody said how many people stand behind it is treated as one person's.
    value = np.where(is_sum, np.where(np.isnan(behind), 1.0, behind), amount)
    value = np.where(amount == 0, 0.0, value)
    # Sets that stand side by side, and the whole of a mix, are no detail of anything.
    alone = sets["stands_alone"].to_numpy(dtype=bool)
    if measure == "denominator":
        alone = alone | kind.isin(threshold("mixed_kinds")).to_numpy()
    made = pd.DataFrame(
        {
            "set_id": sets[f"{measure}_set"].where(has_set, _names_of_sums(rows, measure)),
            "jurisdiction": rows["jurisdiction"],
            "period_start": _days(rows["period_start"]),
            "period_end": _days(rows["period_end"]),
            "breakdown": rows["breakdown"].mask(alone, TOTAL),
            "category": rows["category"].mask(alone, TOTAL),
            "currency": rows["currency"]
            .astype(object)
            .where(rows["currency"].notna() & is_sum, ""),
            "value": value,
            "amount": amount,
            "is_sum": is_sum,
            "is_stock": rows["period_kind"].eq("stock"),
            "variant": _variants(rows),
            "metric_id": rows["metric_id"],
            "measure": measure,
            "position": positions,
        }
    )
    return made[told]


def _names_of_sums(rows: pd.DataFrame, measure: str) -> pd.Series:
    """A sum is a cell of its metric alone: no other one adds up the same thing."""
    horizon = pd.to_numeric(rows["horizon_days"]).fillna(-1).astype(int).astype(str)
    parts = [rows["metric_id"], rows["scope"], horizon, pd.Series(f"sum, {measure}", rows.index)]
    return parts[0].str.cat(parts[1:], sep="/")


def _days(dates: pd.Series) -> np.ndarray:
    # Few different dates are told many times.
    codes, different = pd.factorize(dates)
    days = pd.to_datetime(pd.Series(different)).to_numpy().astype("datetime64[D]").astype(int)
    return days[codes]


def _variants(rows: pd.DataFrame) -> pd.Series:
    merged = rows.get("merged", pd.Series(0, rows.index))
    return pd.to_numeric(merged).fillna(0).astype(int)


def _wholes(sets: pd.DataFrame) -> pd.DataFrame:
    both = sets[["numerator_set", "denominator_set"]].dropna().drop_duplicates()
    both.columns = ["members", "whole"]
    return both[both["members"] != both["whole"]].reset_index(drop=True)


def check_agree(entries: pd.DataFrame) -> None:
    """Raise UniverseError where rows tell different counts of what is declared to be one set."""
    together = entries.groupby("cell")["amount"]
    spread = together.transform("max") - together.transform("min")
    wrong = entries[spread > SAME * (1 + entries["amount"].abs())]
    if len(wrong):
        metrics = ", ".join(sorted(set(wrong["metric_id"])))
        sets = ", ".join(sorted(set(wrong["set_id"])))
        raise UniverseError(f"One set of units has several counts: {sets} in results of {metrics}.")
