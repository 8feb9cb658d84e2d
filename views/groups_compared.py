"""Groups beside a reference group: what is said of all their differences, and a line a difference."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.forest import difference, named, points, signed
from charts.format import is_missing, many
from charts.labels import Labels
from charts.verdicts import VERDICTS, reason
from views import marks
from views.html import element, join, nowrap


def told(rows: Sequence[dict]) -> str:
    """How many comparisons there are, and what each kind of verdict means here."""
    counted = Counter(row["verdict"] for row in rows)
    listed = ", ".join(
        f"{counted[code]} × {words.label.lower()}"
        for code, words in VERDICTS.items()
        if counted[code]
    )
    said = [f"{many(len(rows), 'comparison')} with a reference group: {listed}."]
    open_gaps = [row["gap_not_ruled_out"] for row in rows if is_open(row)]
    if open_gaps:
        said.append(
            "“Cannot tell” and “no difference shown” do not say that groups are treated alike: "
            f"here differences of up to {points(max(open_gaps))} cannot be ruled out."
        )
    if counted["difference"] + counted["difference_explained"]:
        said.append(
            "A difference does not say why: the groups may differ in their cases, and the "
            "numbers know only part of them."
        )
    if any(row["is_reversed"] for row in rows):
        said.append(
            "In one comparison or more the difference turns around where like is compared with like."
        )
    return " ".join(said)


def is_open(row: dict) -> bool:
    """True where no difference is shown, and it is known how large one may still be."""
    is_silent = row["verdict"] in ("cannot_tell", "no_difference_shown")
    return is_silent and not is_missing(row["gap_not_ruled_out"])


def lines(rows: Sequence[dict], names: Labels) -> tuple[list, list[list]]:
    """Headings and cells, one line a row of `disparities`, in their order."""
    is_adjusted = any(not is_missing(row["adjusted_difference"]) for row in rows)
    headings = ["Groups", "Their numbers", "Difference"]
    headings += ["Like compared with like"] if is_adjusted else []
    headings += ["Verdict", "Cannot be ruled out", "Would be seen", "Group not known"]
    cells = []
    for row in rows:
        cell = [named(row, names), numbers(row), gap(row, "difference")]
        if is_adjusted:
            cell.append(gap(row, "adjusted_difference"))
        cells.append([*cell, verdict(row), ruled_out(row), detectable(row), unknown(row)])
    return headings, cells


def numbers(row: dict):
    """Shares and counts of the group and of its reference group."""
    if is_missing(row["value"]) or is_missing(row["reference_value"]):
        return "Not shown"
    both = (
        f"{reads.value(row[f'{side}value'], 'share')} "
        f"({reads.count(row[f'{side}numerator'])} of {reads.count(row[f'{side}denominator'])})"
        for side in ("", "reference_")
    )
    return join((nowrap(line) for line in both), " ")


def gap(row: dict, name: str):
    """A difference and, below it, its interval."""
    said = difference(row, name)
    head, _, limits = said.partition(" (")
    parts = [nowrap(head), nowrap(limits.removesuffix(")"))] if limits else [nowrap(said or "None")]
    return join(parts, " ")


def verdict(row: dict):
    """Mark and words of the verdict, and why nothing can be told."""
    words = VERDICTS[row["verdict"]]
    said = marks.labelled(words.shorthand, words)
    why = reason(row["reason"])
    return join([said, why]) if why else said


def ruled_out(row: dict) -> str:
    """How large a difference is still possible, where none is shown."""
    if is_open(row):
        return f"Up to {points(row['gap_not_ruled_out'])}"
    return "Nothing can be said" if row["verdict"] == "cannot_tell" else "Zero is ruled out"


def detectable(row: dict) -> str:
    """How large a difference groups of this size would show, four times in five."""
    least = row["smallest_detectable_gap"]
    return "Nothing can be said" if is_missing(least) else f"From {points(least)}"


def unknown(row: dict):
    """Share of those whose group is not known, and how far they could move the difference."""
    if is_missing(row["unknown_share"]):
        return "Not shown"
    said = reads.value(row["unknown_share"], "share")
    low, high = row["bound_lower"], row["bound_upper"]
    if is_missing(low) or is_missing(high) or low == high:
        return said
    return join([said, element("div", f"with them {signed(low)} to {signed(high)}")])
