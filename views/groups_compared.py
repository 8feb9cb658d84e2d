"""Groups beside a reference group: what is said of all their differences, and a line a difference."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.forest import difference, named, points, signed
from charts.format import Words, is_missing
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.verdicts import VERDICTS, reason
from languages import phrase, phrase_for, phrase_in, whole
from views import marks
from views.html import element, join, nowrap


def told(rows: Sequence[dict]) -> str:
    """How many comparisons there are, and what each kind of verdict means here."""
    counted = Counter(row["verdict"] for row in rows)
    listed = with_commas(
        times(counted[code], words) for code, words in VERDICTS.items() if counted[code]
    )
    said = [
        phrase_for(
            len(rows),
            "{number} comparison with a reference group: {verdicts}.",
            "{number} comparisons with a reference group: {verdicts}.",
            verdicts=listed,
        )
    ]
    open_gaps = [row["gap_not_ruled_out"] for row in rows if is_open(row)]
    if open_gaps:
        said.append(
            phrase(
                "“Cannot tell” and “no difference shown” do not say that groups are treated alike: "
                "here differences of up to {gap} cannot be ruled out.",
                gap=points(max(open_gaps)),
            )
        )
    if counted["difference"] + counted["difference_explained"]:
        said.append(
            phrase(
                "A difference does not say why: the groups may differ in their cases, and the "
                "numbers know only part of them."
            )
        )
    if any(row["is_reversed"] for row in rows):
        said.append(
            phrase(
                "In one comparison or more the difference turns around where like is compared with like."
            )
        )
    return " ".join(said)


def times(number: int, words: Words) -> str:
    """How often a verdict was given: 3 × cannot tell."""
    return phrase("{number} × {what}", number=whole(number), what=inside(words.label))


def is_open(row: dict) -> bool:
    """True where no difference is shown, and it is known how large one may still be."""
    is_silent = row["verdict"] in ("cannot_tell", "no_difference_shown")
    return is_silent and not is_missing(row["gap_not_ruled_out"])


def lines(rows: Sequence[dict], names: Labels) -> tuple[list, list[list]]:
    """Headings and cells, one line a row of `disparities`, in their order."""
    is_adjusted = any(not is_missing(row["adjusted_difference"]) for row in rows)
    headings = [phrase("Groups"), phrase("Their numbers"), phrase("Difference")]
    headings += [phrase("Like compared with like")] if is_adjusted else []
    headings += [phrase("Verdict"), phrase("Cannot be ruled out")]
    headings += [phrase("Would be seen"), phrase("Group not known")]
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
        return phrase("Not shown")
    both = (
        phrase(
            "{share} ({part} of {whole})",
            share=reads.value(row[f"{side}value"], "share"),
            part=reads.count(row[f"{side}numerator"]),
            whole=reads.count(row[f"{side}denominator"]),
        )
        for side in ("", "reference_")
    )
    return join((nowrap(line) for line in both), " ")


def gap(row: dict, name: str):
    """A difference and, below it, its interval."""
    said = difference(row, name)
    head, _, limits = said.partition(" (")
    parts = (
        [nowrap(head), nowrap(limits.removesuffix(")"))]
        if limits
        else [nowrap(said or phrase_in("difference", "None"))]
    )
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
        return phrase("Up to {gap}", gap=points(row["gap_not_ruled_out"]))
    if row["verdict"] == "cannot_tell":
        return phrase("Nothing can be said")
    return phrase("Zero is ruled out")


def detectable(row: dict) -> str:
    """How large a difference groups of this size would show, four times in five."""
    least = smallest(row)
    return phrase("From {least}", least=least) if least else phrase("Nothing can be said")


def smallest(row: dict) -> str:
    """The least difference that groups of this size would show so; empty where that is not known."""
    least = row["smallest_detectable_gap"]
    return "" if is_missing(least) else points(least)


def unknown(row: dict):
    """Share of those whose group is not known, and how far they could move the difference."""
    if is_missing(row["unknown_share"]):
        return phrase("Not shown")
    said = reads.value(row["unknown_share"], "share")
    low, high = row["bound_lower"], row["bound_upper"]
    if is_missing(low) or is_missing(high) or low == high:
        return said
    bounds = phrase("with them {low} to {high}", low=signed(low), high=signed(high))
    return join([said, element("div", bounds)])
