"""Groups beside a reference group: which of their rows count, and how each reads in print."""

from charts import format as reads
from charts.forest import difference, named, points
from charts.joining import in_turn
from charts.joining import named as titled
from charts.verdicts import VERDICTS, reason
from languages import phrase
from reports.material import Material

SILENT = "cannot_tell"
LISTED = ("difference", "difference_explained", "possible_difference")
"""Verdicts that a report lists one by one."""


def group_in_print(row: dict, material: Material) -> str:
    """The two groups that are compared."""
    return named(row, material.labels)


def share_in_print(row: dict, prefix: str) -> str:
    """The share of a group with its counts; `prefix` is empty or reference_."""
    if row["verdict"] == SILENT or row[f"{prefix}value"] is None:
        return "–"
    counted = [reads.count(row[f"{prefix}{name}"]) for name in ("numerator", "denominator")]
    return phrase(
        "{share} ({count} of {total})",
        share=reads.value(row[f"{prefix}value"], "share"),
        count=counted[0],
        total=counted[1],
    )


def difference_in_print(row: dict) -> str:
    """The difference with its interval and, below, like compared with like."""
    told = difference(row) or "–"
    adjusted = difference(row, "adjusted_difference")
    if not adjusted:
        return told
    return told + "\n" + phrase("like with like: {difference}", difference=adjusted)


def verdict_in_print(row: dict) -> str:
    """The verdict, and why there is none."""
    label, why = VERDICTS[row["verdict"]].label, reason(row["reason"])
    return titled(label, why) if why else label


def left_open(row: dict) -> str:
    """How large a difference is not ruled out, and from which size one would most likely show."""
    parts = []
    if row["gap_not_ruled_out"] is not None:
        parts.append(phrase("up to {difference}", difference=points(row["gap_not_ruled_out"])))
    if row["smallest_detectable_gap"] is not None:
        size = points(row["smallest_detectable_gap"])
        parts.append(phrase("shown from {difference}", difference=size))
    return in_turn(parts) or "–"
