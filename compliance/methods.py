"""New methods of trafficking: what figures show of them over time, beside whether a statute covers them.

The row to look for is one with figures at a time when no statute covered the method. A figure is
told by its finest published periods: details of a total often are told by three years together.
"""

import tomllib
from functools import cache
from pathlib import Path

import pandas as pd

from compliance.columns import METHOD_COLUMNS
from compliance.frame import as_days, in_columns

FILE = Path(__file__).with_name("methods.toml")
SERIES = {"metric": "metric_id", "breakdown": "breakdown", "category": "category"}
COPIED = ("numerator", "denominator", "value", "lower", "upper", "blank", "status")
COVERED = ("yes", "partly", "no")
"""From the one that decides on: one statute that covers a method is enough."""


@cache
def declared() -> dict[str, dict]:
    """Method -> metric, breakdown and category of the figures that show it, and a note; read from `methods.toml`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def methods(
    results: pd.DataFrame, statutes: pd.DataFrame, jurisdictions: pd.DataFrame
) -> pd.DataFrame:
    """One row a place, method and period; columns `METHOD_COLUMNS`.

    `results` are published rows, `statutes` rows of `STATUTE_COLUMNS`. A place of which no figure
    tells about a method has one row without a period, covered as on the data date. Groups of States
    have no statutes and no rows.
    """
    figures = _figures(results)
    statutes = statutes.assign(
        valid_from=as_days(statutes["valid_from"]),
        valid_until=as_days(statutes["valid_until"]),
    )
    today = as_days(results["as_of"]).max() if len(results) else pd.Timestamp.max
    rows = []
    for place in jurisdictions[jurisdictions["kind"] != "group"].to_dict("records"):
        law = _law_of(place, statutes)
        for method, shown in declared().items():
            common = {
                "jurisdiction": place["jurisdiction"],
                "method": method,
                "metric_id": shown.get("metric"),
                "note": shown.get("note"),
                **{name: shown.get(name) for name in ("breakdown", "category")},
            }
            found = figures.get((place["jurisdiction"], *(shown.get(name) for name in SERIES)))
            for figure in found or [{"period_end": today}]:
                covered = _covered(law[law["element"] == method], figure["period_end"])
                rows.append(common | (figure if found else {}) | covered)
    frame = pd.DataFrame(rows, columns=list(METHOD_COLUMNS))
    return in_columns(frame.sort_values(["jurisdiction", "method", "period_start"]), METHOD_COLUMNS)


def _figures(results: pd.DataFrame) -> dict[tuple, list[dict]]:
    """Place, metric, breakdown and category -> figures counted from case data, a period each, in order of time."""
    wanted = {tuple(shown.get(name) for name in SERIES) for shown in declared().values()}
    kept = results[
        pd.MultiIndex.from_frame(results[list(SERIES.values())]).isin(wanted)
        & (results["source"] == "case")
        & (results["scope"] == "trafficking")
    ]
    kept = kept.assign(
        period_start=as_days(kept["period_start"]), period_end=as_days(kept["period_end"])
    )
    found = {}
    for key, rows in kept.groupby(["jurisdiction", *SERIES.values()], observed=True):
        periods = rows[["period_start", "period_end", *COPIED]].sort_values("period_start")
        found[key] = [
            figure | {"year": figure["period_end"].year}
            for figure in _finest(periods.to_dict("records"))
        ]
    return found


def _finest(figures: list[dict]) -> list[dict]:
    """The figures whose period holds no shorter one of the same series."""
    return [
        figure
        for figure in figures
        if not any(
            other is not figure
            and figure["period_start"] <= other["period_start"]
            and other["period_end"] <= figure["period_end"]
            for other in figures
        )
    ]


def _law_of(place: dict, statutes: pd.DataFrame) -> pd.DataFrame:
    """The statutes that hold in a place: its own, and those of the State it is a part of."""
    return statutes[statutes["jurisdiction"].isin([place["jurisdiction"], place["parent"]])]


def _covered(law: pd.DataFrame, day: pd.Timestamp) -> dict:
    """Whether the statutes valid on a day cover a method, and which of them say so; not_known where none says."""
    # A day that is not stated rules nothing out.
    valid = law[~(law["valid_from"] > day) & ~(law["valid_until"] < day)]
    for answer in COVERED:
        saying = valid.loc[valid["covered"] == answer, "statute_id"]
        if len(saying):
            return {"covered": answer, "statute_ids": "\n".join(sorted(set(saying)))}
    return {"covered": "not_known", "statute_ids": None}
