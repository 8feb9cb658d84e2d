"""Checks publishable results as a careful reader would attack them; shares no function with the protector."""

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd

from disclosure.attack import CannotSolveError, Programme, bounds
from disclosure.policy import threshold
from disclosure.relations import Group, Shape, Told
from disclosure.spans import as_parts
from disclosure.visible import leaves_few_unclassified, visible_problems

LINKED = [
    "metric_id",
    "scope",
    "origin",
    "jurisdiction",
    "period_kind",
    "period_start",
    "period_end",
    "currency",
]
NEEDED = ("horizon_days", "breakdown", "category", "numerator", "denominator", "blank")

Linked = tuple[Shape, list[Told]]


class DisclosureError(Exception):
    """Results that must not be published. The message counts unsafe cells and never names a value."""

    def text(self) -> str:
        return str(self)


def check_protected(results: pd.DataFrame, kinds: dict[str, str] | None = None) -> None:
    """Raise DisclosureError when a published number points to few people, directly or by arithmetic."""
    unsafe = unsafe_rows(results, kinds)
    if unsafe:
        metrics = sorted(set(results.loc[unsafe, "metric_id"]))
        raise DisclosureError(
            f"{len(unsafe)} unsafe cells: numbers of fewer than {threshold('minimum_count')} people "
            f"can be read or worked out from the results of {', '.join(metrics)}. "
            "Nothing was published."
        )


def unsafe_rows(results: pd.DataFrame, kinds: dict[str, str] | None = None) -> list:
    """Index labels of the rows that tell too much, in order; empty when the results are safe.

    Each metric is looked at alone, so the unsafe rows of several are those of each, put together.
    """
    about_people = results["source"].isin(threshold("protected_sources")) & ~results[
        "unit_counted"
    ].isin(threshold("units_not_people"))
    kinds = kinds or {}
    rows = as_parts(results[about_people], kinds)
    shapes = {
        metric_id: Shape(
            part,
            kinds.get(metric_id),
            threshold("part_of_whole_kinds"),
            threshold("nested_breakdowns"),
            kinds.get(metric_id) in threshold("mixed_kinds"),
        )
        for metric_id, part in rows.groupby("metric_id")
    }
    part_of_whole = rows["metric_id"].map(lambda metric_id: shapes[metric_id].part_of_whole)
    people_above = rows["metric_id"].map(kinds).isin(threshold("exposure_kinds"))
    visible = visible_problems(rows, part_of_whole.astype(bool), people_above)
    hidden = _with_hidden(rows, shapes)
    # Metrics share no unknown, and the solver lets other threads run meanwhile.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        derived = leaves_few_unclassified(rows).union(*pool.map(_derivable, hidden.values()))
    return [label for label in rows.index if visible[label] or label in derived]


def _with_hidden(rows: pd.DataFrame, shapes: dict[str, Shape]) -> dict[str, list[Linked]]:
    """By metric, the groups that show some counts and hide others: only there is anything to work out."""
    number_of = rows.groupby(LINKED, dropna=False).ngroup()
    groups: dict[int, list[Told]] = {}
    for number, told in zip(
        number_of, map(Told._make, rows[list(NEEDED)].itertuples()), strict=True
    ):
        groups.setdefault(number, []).append(told)
    metrics = dict(zip(number_of, rows["metric_id"], strict=True))
    found: dict[str, list[Linked]] = {}
    for number in sorted(groups):
        is_hidden = [pd.isna(told.numerator) for told in groups[number]]
        shows = not all(is_hidden) or any(pd.notna(told.denominator) for told in groups[number])
        if any(is_hidden) and shows:
            metric_id = metrics[number]
            found.setdefault(metric_id, []).append((shapes[metric_id], groups[number]))
    return found


def _derivable(linked: list[Linked]) -> set:
    """Labels of rows whose hidden counts can be bounded too closely."""
    try:
        return _attack(linked)
    except CannotSolveError:
        if len(linked) == 1:
            # Numbers that contradict each other cannot be shown to be safe.
            return {told.label for told in linked[0][1] if pd.isna(told.numerator)}
        middle = len(linked) // 2
        return _derivable(linked[:middle]) | _derivable(linked[middle:])


def _attack(linked: list[Linked]) -> set:
    programme = Programme()
    targets, labels = [], []
    for number, (shape, rows) in enumerate(linked):
        group = Group(number, rows, programme, shape)
        group.relate()
        for target, label in group.targets():
            targets.append(target)
            labels.append(label)
    enough = threshold("protection_width")
    found = bounds(programme, targets, enough)
    called = {told.label for _, rows in linked for told in rows if told.blank == "suppressed"}
    secret = np.array([label in called for label in labels], dtype=bool)
    # A count that nobody hid (not reported, too early) only must not turn out to be a small one.
    few = found[:, 1] < threshold("minimum_count") - 1e-4
    narrow = found[:, 1] - found[:, 0] < enough - 1e-4
    close = (found[:, 1] > 1e-4) & (few | (secret & narrow))
    return {label for label, is_close in zip(labels, close, strict=True) if is_close}
