"""The counts of a release as a stranger reads them: the file, what its tables say of themselves, and nothing of the program.

A count is named by whom it counts (`counted_sets`), where, when, of which category. The same name is
the same number, wherever it stands. From the names follow the sums: categories add up to totals,
years to blocks, what lies inside another set (`nested_sets`) is no larger than it.
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

NAME = ["set_id", "jurisdiction", "start", "end", "breakdown", "category", "currency"]
KEY = [
    "metric_id", "scope", "source", "origin", "jurisdiction", "period_kind", "period_start",
    "period_end", "horizon_days", "breakdown", "category", "currency",
]  # fmt: skip
MEASURES = ("numerator", "denominator")
WHOLE = ", whole"
STOCKS = ("stock_age", "stock_to_flow", "stock_share")


@dataclass
class Book:
    """Every count of people that a release tells or hides.

    `cells`: one row a count, with the NAME, `told` (NaN where hidden),
    `is_public`, `is_suppressed` (by any row that tells it). `of_row`: the number of
    the cell behind each measure of each row of the results, -1 where there is none. `sums`: pairs of a
    whole and its parts. `inside`: pairs of cells, inner and outer; `rests`: those of them that are the
    two counts of one row.
    """

    cells: pd.DataFrame
    of_row: pd.DataFrame
    sums: list[tuple[int, tuple[int, ...]]]
    inside: list[tuple[int, int]]
    rests: list[tuple[int, int]] = field(default_factory=list)

    @property
    def told(self) -> np.ndarray:
        return self.cells["told"].to_numpy(float)

    def truth(self, true: pd.DataFrame) -> np.ndarray:
        """True counts by cell; `true` has the columns numerator and denominator and the index of the results read."""
        found = np.full(len(self.cells), np.nan)
        for measure in MEASURES:
            cell = self.of_row[measure].to_numpy()
            value = pd.to_numeric(true[measure]).to_numpy(float)
            use = (cell >= 0) & ~np.isnan(value)
            found[cell[use]] = value[use]
        return found


def read(tables: dict[str, pd.DataFrame]) -> Book:
    """`tables` holds results, counted_sets, nested_sets, definitions and policy, as released."""
    rows = tables["results"]
    rows = rows[rows["source"] == "case"]
    counts = _named(rows, tables)
    counts["cell"] = counts.groupby(NAME, sort=False, dropna=False).ngroup()
    cells = counts.groupby("cell").agg(
        **{name: (name, "first") for name in NAME},
        told=("value", "max"),
        is_public=("is_public", "any"),
        is_additive=("is_additive", "all"),
        is_suppressed=("is_suppressed", "any"),
    )
    of_row = counts.pivot(index="label", columns="measure", values="cell")
    of_row = of_row.reindex(index=tables["results"].index, columns=list(MEASURES))
    of_row = of_row.fillna(-1).astype(int)
    index = {name: cell for cell, name in enumerate(cells[NAME].itertuples(index=False, name=None))}
    sums = {
        (whole, tuple(sorted(parts)))
        for found in (_over_categories(counts, index), _crossed(counts, index), _over_time(cells))
        for whole, parts in found
        if whole not in parts
    }
    inside, rests = _nested(cells, index, counts, tables["nested_sets"])
    return Book(cells, of_row, sorted(sums), sorted(inside), sorted(rests))


def _named(rows: pd.DataFrame, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    kind = rows["metric_id"].map(tables["definitions"].set_index("metric_id")["kind"])
    shared = pd.DataFrame(
        {
            "label": rows.index,
            "metric_id": rows["metric_id"].astype(str),
            "kind": kind.astype(object).to_numpy(),
            "scope": rows["scope"].astype(str),
            "horizon": _whole_numbers(rows["horizon_days"]),
            "jurisdiction": rows["jurisdiction"].astype(str),
            "start": pd.to_datetime(rows["period_start"]),
            "end": pd.to_datetime(rows["period_end"]),
            "table": rows["breakdown"].astype(str),
            "breakdown": rows["breakdown"].astype(str),
            "category": rows["category"].astype(str),
            "currency": rows["currency"].fillna("").astype(str),
            "unit": rows["unit_counted"].astype(str),
            "is_public": rows["public_fact"].eq(True),
            "is_suppressed": rows["blank"].eq("suppressed"),
            "is_additive": ~kind.isin(STOCKS).to_numpy() & rows["period_kind"].ne("stock"),
        }
    )
    both = pd.concat(
        [
            shared.assign(measure=name, value=pd.to_numeric(rows[name]).to_numpy(float))
            for name in MEASURES
        ],
        ignore_index=True,
    )
    sets = tables["counted_sets"].rename(columns={"horizon_days": "horizon"})
    sets = sets.assign(horizon=_whole_numbers(sets["horizon"]))
    keys = ["metric_id", "scope", "horizon", "measure"]
    told = ["set_id", "counts_people"]
    general = sets[sets["category"].isna()].drop_duplicates(keys)[[*keys, *told]]
    beside = sets[sets["category"].notna()].drop_duplicates([*keys, "category"])
    beside = both.merge(beside[[*keys, "category", *told]], on=[*keys, "category"], how="left")
    found = both.merge(general, on=keys, how="left")
    is_beside = beside["set_id"].notna() & both["breakdown"].ne("total")
    for name in told:
        found[name] = found[name].astype(object).where(~is_beside, beside[name])
    things = set(_listed(tables["policy"], "units_not_people"))
    found = found[found["set_id"].notna() & found["counts_people"].eq(True)]
    found = found[~found["unit"].isin(things)].copy()
    is_beside = is_beside.loc[found.index]
    is_mix = found["kind"].eq("mix")
    below = found[is_mix & found["measure"].eq("denominator")].drop_duplicates("label")
    of_mix = found["label"].map(below.set_index("label")["set_id"])
    everybody = is_beside | (is_mix & found["measure"].eq("denominator"))
    everybody |= found["set_id"].str.endswith(WHOLE)
    is_member = is_mix & found["measure"].eq("numerator") & of_mix.notna()
    found["set_id"] = found["set_id"].where(~is_member, of_mix)
    found["set_id"] = found["set_id"].str.removesuffix(WHOLE)
    for name in ("breakdown", "category"):
        found[name] = found[name].mask(everybody, "total")
    return found.reset_index(drop=True)


def _listed(policy: pd.DataFrame, name: str) -> list[str]:
    line = policy[policy["name"] == name].iloc[0]
    return [word.strip(" '\"[]") for word in str(line["value"]).replace("\n", ",").split(",")]


def _whole_numbers(column: pd.Series) -> np.ndarray:
    return pd.to_numeric(column).fillna(-1).astype(int).to_numpy()


def _over_categories(counts: pd.DataFrame, index: dict):
    """Each breakdown as each metric tells it."""
    parts = counts[counts["breakdown"] != "total"]
    told = ["metric_id", "measure", "horizon", *NAME[:5], "currency"]
    for key, cells in parts.groupby(told, sort=False)["cell"]:
        name = dict(zip(told, key, strict=True)) | {"breakdown": "total", "category": "total"}
        whole = index.get(tuple(name[each] for each in NAME))
        if whole is not None:
            yield whole, set(cells)


def _crossed(counts: pd.DataFrame, index: dict):
    """What is crossed adds up to the members of either side."""
    parts = counts[counts["breakdown"].str.contains(" · ")]
    told = ["metric_id", "measure", "horizon", *NAME[:5], "currency"]
    for key, mine in parts.groupby(told, sort=False):
        split = mine["category"].str.split(" · ")
        for side, single in enumerate(mine["breakdown"].iloc[0].split(" · ")):
            for member, cells in mine["cell"].groupby(split.str[side]):
                name = dict(zip(told, key, strict=True))
                name |= {"breakdown": single, "category": member}
                whole = index.get(tuple(name[each] for each in NAME))
                if whole is not None:
                    yield whole, set(cells)


def _over_time(cells: pd.DataFrame):
    """A period is the sum of shorter ones that fill it without a gap."""
    series = [name for name in NAME if name not in ("start", "end")]
    day = pd.Timedelta(days=1)
    for _, mine in cells[cells["is_additive"]].groupby(series, sort=False):
        if len(mine) < 3:
            continue
        spans = [
            (a, b, cell) for cell, a, b in zip(mine.index, mine["start"], mine["end"], strict=True)
        ]
        for start, end, whole in spans:
            for longest in {(b - a).days // 200 for a, b, _ in spans if (b - a) < (end - start)}:
                parts, at = [], start
                shorter = sorted(
                    each
                    for each in spans
                    if (each[1] - each[0]) < (end - start)
                    and (each[1] - each[0]).days // 200 <= longest
                )
                for a, b, cell in sorted(shorter, key=lambda each: (each[0], each[0] - each[1])):
                    if a == at and b <= end:
                        parts.append(cell)
                        at = b + day
                if len(parts) > 1 and at == end + day:
                    yield whole, set(parts)


def _nested(cells: pd.DataFrame, index: dict, counts: pd.DataFrame, nested: pd.DataFrame):
    """Cells inside cells: by the names of the sets, and the two counts of a row that is a share."""
    strips = str.removesuffix
    around: dict[str, dict[str, bool]] = {}
    for inner, outer, totals in zip(
        nested["inner"], nested["outer"], nested["totals_only"], strict=True
    ):
        mine = around.setdefault(strips(inner, WHOLE), {})
        outer = strips(outer, WHOLE)
        mine[outer] = bool(totals) and mine.get(outer, True)
    reach = {inner: _reached(inner, around) for inner in around}
    inside = set()
    for cell, name in enumerate(cells[NAME].itertuples(index=False, name=None)):
        for outer, totals in reach.get(name[0], {}).items():
            other = index.get((outer, *name[1:]))
            if other is not None and other != cell and (not totals or name[4] == "total"):
                inside.add((cell, other))
    pairs = counts.pivot(index="label", columns="measure", values="cell").dropna()
    both = {(int(a), int(b)) for a, b in zip(pairs["numerator"], pairs["denominator"], strict=True)}
    return inside, inside & both


def _reached(inner: str, around: dict[str, dict[str, bool]]) -> dict[str, bool]:
    """Every set around this one, with whether that is promised of totals alone."""
    found, waiting = {}, [(inner, False)]
    while waiting:
        name, totals = waiting.pop()
        for outer, only in around.get(name, {}).items():
            promised = totals or only
            if outer != inner and (outer not in found or (found[outer] and not promised)):
                found[outer] = promised
                waiting.append((outer, promised))
    return found
