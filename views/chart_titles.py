"""What is seen in a chart of one metric, in one short sentence with a number; never a rank, never a verdict."""

from collections.abc import Sequence

from charts import format as reads
from charts import release_words
from charts.describe import quality
from charts.labels import Labels
from languages import phrase, phrase_for

PLACES, GROUPS = "places", "groups"
"""What the bars of a comparison may be."""


def across(rows: Sequence[dict], definition: dict, members: str) -> str:
    """From where to where the numbers run; `members` is PLACES or GROUPS."""
    told = [row["value"] for row in rows if _has_point(row)]
    title = release_words.title(definition)
    if not told:
        if members == PLACES:
            return phrase_for(
                len(rows),
                "{title}: no number of {number} place can be told",
                "{title}: no number of {number} places can be told",
                title=title,
            )
        return phrase_for(
            len(rows),
            "{title}: no number of {number} group can be told",
            "{title}: no number of {number} groups can be told",
            title=title,
        )
    unit = definition["value_unit"]
    currency = next((row["currency"] for row in rows if row["currency"]), None)
    low, high = (reads.value(end, unit, currency) for end in (min(told), max(told)))
    span = phrase("{low} to {high}", low=low, high=high) if low != high else low
    said = {"title": title, "span": span, "told": len(told), "all": len(rows)}
    if members == PLACES:
        return phrase("{title}: {span} in {told} of {all} places", **said)
    return phrase("{title}: {span} in {told} of {all} groups", **said)


def stairs(rows: Sequence[dict], definition: dict, names: Labels) -> str:
    """First and last stage that have a number."""
    told = [row for row in rows if _has_point(row)]
    if not told:
        return phrase("{title}: no stage has a number", title=release_words.title(definition))
    first, last = (
        phrase(
            "{share} {stage}",
            share=reads.value(row["value"], definition["value_unit"]),
            stage=release_words.inside(names.category("stage", row["category"])),
        )
        for row in (told[0], told[-1])
    )
    place = names.place(rows[0]["jurisdiction"])
    if first == last:
        return phrase("In {place}, {stage}", place=place, stage=first)
    return phrase("In {place}, {first} and {last}", place=place, first=first, last=last)


def places_judged(rows: Sequence[dict]) -> str:
    """How many places lie further from the others than chance explains."""
    judged = [row for row in rows if row["flag"] != "not_assessable"]
    alarms = sum(row["flag"].endswith("alarm") for row in judged)
    places = phrase_for(len(judged), "{number} place", "{number} places")
    if not alarms:
        return phrase(
            "None of {places} lie further from the others than chance explains", places=places
        )
    return phrase_for(
        alarms,
        "{number} of {places} lies further from the others than chance explains",
        "{number} of {places} lie further from the others than chance explains",
        places=places,
    )


def groups_judged(rows: Sequence[dict]) -> str:
    """How many comparisons show a difference."""
    differ = sum(row["verdict"] == "difference" for row in rows)
    comparisons = phrase_for(len(rows), "{number} comparison", "{number} comparisons")
    if not differ:
        return phrase(
            "None of {comparisons} show a difference that chance does not explain",
            comparisons=comparisons,
        )
    return phrase_for(
        differ,
        "{number} of {comparisons} shows a difference that chance does not explain",
        "{number} of {comparisons} show a difference that chance does not explain",
        comparisons=comparisons,
    )


def series_judged(rows: Sequence[dict]) -> str:
    """How many points are signals."""
    signals = sum(bool(row["signal"]) for row in rows)
    points = phrase_for(len(rows), "{number} point", "{number} points")
    if not signals:
        return phrase(
            "None of {points} differ from the natural variation of the series", points=points
        )
    return phrase_for(
        signals,
        "{number} of {points} differs from the natural variation of the series",
        "{number} of {points} differ from the natural variation of the series",
        points=points,
    )


def _has_point(row: dict) -> bool:
    return quality(row) not in ("blank", "very_uncertain")
