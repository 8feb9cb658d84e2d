"""Coarser categories of breakdowns: declared once in `groupings.toml`, made on counts before anything is estimated."""

import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np

from metrics.counts import Counts, Texts
from metrics.definition import CROSS, Metric

FILE = Path(__file__).with_name("groupings.toml")


@cache
def groupings() -> dict[str, dict[str, dict]]:
    """Breakdown -> coarser category -> its `codes` and, where it is not a code of the list, its `label`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def merged_labels() -> dict[str, dict[str, str]]:
    """Breakdown -> coarser category -> label, for categories that the code lists do not know."""
    return {
        breakdown: {name: group["label"] for name, group in groups.items() if "label" in group}
        for breakdown, groups in groupings().items()
    }


def merged_counts(metric: Metric, rows: Counts) -> list[Counts]:
    """The rows of each breakdown that has coarser categories, told by these."""
    wanted = [name for name in metric.breakdowns if name in groupings() and CROSS not in name]
    if not len(rows):
        return []
    found = []
    for breakdown in wanted:
        mine = rows.take(rows.column("breakdown").among((breakdown,)))
        if len(mine):
            columns = {name: mine.column(name) for name in mine.names}
            columns["category"] = _coarser(columns["category"], breakdown)
            coarse = Counts.of_columns(columns)
            found.append(_once_a_year(coarse) if metric.kind == "mix" else coarse)
    return found


def _coarser(category: Texts, breakdown: str) -> Texts:
    """The same rows under coarser names; a value that no group takes in keeps its name."""
    group_of = {
        code: name for name, group in groupings()[breakdown].items() for code in group["codes"]
    }
    values = [group_of.get(value, value) for value in category.values]
    distinct = list(dict.fromkeys(values))
    moved = np.array([distinct.index(value) for value in values], np.int64)
    return Texts(moved[category.codes], distinct)


def _once_a_year(rows: Counts) -> Counts:
    """The rows of a mix, of which each tells the whole: added up, it stands once a year and category."""
    part: dict[tuple, int] = defaultdict(int)
    whole: dict[tuple, int] = {}
    for row in rows:
        place = row["jurisdiction"], row["period_year"], row["breakdown"], row["category"]
        part[place] += row["part"]
        whole[place] = row["whole"]
    names = ("jurisdiction", "period_year", "breakdown", "category")
    return Counts.of(
        dict(zip(names, place, strict=True)) | {"part": number, "whole": whole[place]}
        for place, number in part.items()
    )
