"""The tile of re-trafficking: the two outer lines, and how much was in sight, stand inside it."""

from charts import format as reads
from charts.describe import quality
from charts.format import is_missing
from languages import later, phrase
from release.read import Release
from views import reading, tiles
from views.filled import filled
from views.html import Markup, element
from views.period_choice import Period
from views.summaries import summary

RATE, COMPLETENESS, LOST = "retrafficking", "followup_completeness", "lost_to_followup"
ENOUGH = 0.6
"""Part of the time that must be in sight for the estimate to mean something, as the metric of completeness says."""
TOO_LITTLE = later("So little was in sight that only the lowest and the highest mean anything.")


def tile(release: Release, place: str, period: Period) -> Markup:
    """The rate, its lowest and highest, completeness and those lost."""
    found = summary(release, RATE, place, period)
    lost = reading.headline(release, LOST, place, period=period)
    said = [outer(found.row)]
    if LOST in reading.definitions(release):
        value, sure = tiles.brief(release, LOST, lost)
        out = phrase("Out of sight within 12 months: {value} {sure}")
        said.append(filled(out, value=value, sure=sure))
    said.append(phrase("As if all had stayed in sight; who died is not counted as lost"))
    if is_too_little(found.pair):
        said.append(element("strong", phrase(TOO_LITTLE)))
    return tiles.tile(release, found, place, more=said)


def is_too_little(completeness: dict | None) -> bool:
    """True where so little of the time was in sight that the estimate means little."""
    if completeness is None or quality(completeness) == "blank":
        return False
    return completeness["value"] < ENOUGH


def leads(row: dict, in_sight: float | None) -> bool:
    """True where the estimate may stand first: it is a point, and enough of the time was in sight or no range is told."""
    if quality(row) in ("blank", "very_uncertain"):
        return False
    return in_sight is None or in_sight >= ENOUGH or is_missing(row["bound_lower"])


def outer(row: dict | None) -> str:
    """The lowest and highest line in words."""
    if row is None or is_missing(row["bound_lower"]) or is_missing(row["bound_upper"]):
        return phrase("Lowest and highest: cannot be shown")
    low, high = (reads.value(row[key], "share") for key in ("bound_lower", "bound_upper"))
    return phrase(
        "Lowest, only those known: {low}. Highest, all the lost counted: {high}", low=low, high=high
    )


def seen(row: dict | None, when: str, place: str, in_sight: float | None = None) -> str:
    """What is seen, as a title: the estimate or, where there is none or too little was in sight, the range.

    `in_sight` is the part of the time that was, None where it is not told.
    """
    whose = {"when": when, "place": place}
    if row is None:
        return phrase(
            "Nothing is told of survivors who left exploitation in {when} in {place}", **whose
        )
    whose["within"] = reads.horizon(row["horizon_days"])
    if leads(row, in_sight):
        share = reads.value(row["value"], "share")
        if quality(row) == "provisional":
            share = phrase("{share} (provisional)", share=share)
        return phrase(
            "An estimated {share} of the survivors who left exploitation in {when} in {place} "
            "were trafficked again within {within}",
            share=share,
            **whose,
        )
    if is_missing(row["bound_lower"]):
        return phrase(
            "How many who left exploitation in {when} in {place} were trafficked again cannot be shown",
            **whose,
        )
    low, high = (reads.value(row[key], "share") for key in ("bound_lower", "bound_upper"))
    return phrase(
        "Between {low} and {high} of the survivors who left exploitation in {when} in {place} "
        "were trafficked again within {within}: no more is known",
        low=low,
        high=high,
        **whose,
    )
