"""Places compared on one measure: what is said of them, and a line a place, by name, never by number."""

from collections.abc import Sequence

from charts import format as reads
from charts.describe import counts
from charts.format import is_missing
from charts.funnel import is_flagged
from charts.labels import Labels
from charts.verdicts import FLAGS, reason
from languages import decimal, later, phrase, phrase_for, whole
from views import marks
from views.html import join, nowrap


def told(rows: Sequence[dict], names: Labels) -> str:
    """How many were judged, how many alarms there are and how many chance would bring."""
    judged = [row for row in rows if row["flag"] != "not_assessable"]
    if not judged:
        kinds = dict.fromkeys(reason(row["reason"]) for row in rows if row["reason"])
        why = ", ".join(kinds)
        if len(rows) == 1:
            return phrase("The only place cannot be compared: {why}.", why=why)
        return phrase(
            "None of {count} places can be compared: {why}.", count=whole(len(rows)), why=why
        )
    alarms = [row for row in judged if row["flag"].endswith("alarm")]
    alerts = [row for row in judged if is_flagged(row) and row not in alarms]
    expected = rows[0]["expected_false_alarms"]
    said = [phrase(NOT_COMPARABLE)] if rows[0]["is_overdispersed"] else []
    said += [
        phrase_for(
            len(rows),
            "{judged} of {number} place can be compared with all others together: {alarms} and {alerts}.",
            "{judged} of {number} places can be compared with all others together: {alarms} and {alerts}.",
            judged=whole(len(judged)),
            alarms=phrase_for(len(alarms), "{number} alarm", "{number} alarms"),
            alerts=phrase_for(len(alerts), "{number} alert", "{number} alerts"),
        )
    ]
    if not is_missing(expected):
        said.append(
            phrase(
                "If no place differed, about {alarms} alarms and {alerts} alerts would be expected.",
                alarms=decimal(expected, 2),
                alerts=decimal(EXPECTED_ALERTS * len(judged), 1),
            )
        )
    if alarms:
        said.append(
            phrase("An alarm is a question to ask; it does not say why, nor whether it is good.")
        )
    if any(not is_missing(row["rank_lower"]) for row in rows):
        said.append(
            phrase(
                "There is no single rank: the table says which ranks, counted from the highest "
                "number, chance allows."
            )
        )
    return " ".join(said)


NOT_COMPARABLE = later(
    "These places are not comparable on this measure: they differ so widely among themselves that "
    "their cases and definitions have to be looked at first."
)
EXPECTED_ALERTS = 0.048
"""Part of the places that chance alone would put on alert, on either side, without the alarms."""


NUMERIC = (1, 3)
"""Columns of `lines` that are read by comparing digits."""


def lines(rows: Sequence[dict], definition: dict, names: Labels) -> tuple[list, list[list]]:
    """Headings and cells, one line a row of `comparisons` with the `status` of its result, in their order."""
    unit = definition["value_unit"]
    has_mix = any(not is_missing(row["expected"]) for row in rows)
    is_pulled = any(not is_missing(row["shrunken"]) for row in rows)
    headings = [phrase("Place"), phrase("Value"), phrase("Counted"), phrase("All others")]
    headings += [phrase("Verdict")]
    headings += [phrase("Pulled towards the average")] if is_pulled else []
    headings += [phrase("Ranks chance allows")]
    headings += [phrase("Observed over expected")] if has_mix else []
    cells = []
    for row in rows:
        cell = [
            names.place(row["jurisdiction"]),
            _value(row, unit),
            counts(row | {"currency": None}, definition, names) or phrase("Not shown"),
            reads.value(row["target"], unit) or phrase("None"),
            verdict(row),
        ]
        cell += [_pulled(row, unit)] if is_pulled else []
        cell += [_ranks(row)]
        cells.append([*cell, _ratio(row)] if has_mix else cell)
    return headings, cells


def _value(row: dict, unit: str) -> str:
    if is_missing(row["value"]):
        return phrase("No number")
    # Few places are the reason given first, however unsure the number is.
    if "very_uncertain" in (row["reason"], row["status"]):
        return phrase("Interval only")
    return reads.value(row["value"], unit)


def verdict(row: dict):
    """Mark and words of the flag, and why there is none."""
    words = FLAGS[row["flag"]]
    said = marks.labelled(words.shorthand, words)
    why = reason(row["reason"])
    return join([said, why]) if why else said


def _pulled(row: dict, unit: str):
    if is_missing(row["shrunken"]):
        return phrase("None")
    limits = reads.interval(row["shrunken_lower"], row["shrunken_upper"], unit)
    return join([nowrap(reads.value(row["shrunken"], unit)), " ", nowrap(limits)])


def _ranks(row: dict) -> str:
    low, high = row["rank_lower"], row["rank_upper"]
    if is_missing(low) or is_missing(high):
        return phrase("None")
    low, high = whole(int(low)), whole(int(high))
    return phrase("{low} to {high}", low=low, high=high) if low != high else low


def _ratio(row: dict):
    if is_missing(row["expected"]):
        return phrase("None")
    counted = phrase(
        "{observed} over {expected}",
        observed=reads.count(row["observed"]),
        expected=decimal(row["expected"], 1),
    )
    said = nowrap(counted)
    if is_missing(row["ratio"]):
        return said
    ratio = phrase(
        "{value} ({low} to {high})",
        value=decimal(row["ratio"], 2),
        low=decimal(row["ratio_lower"], 2),
        high=decimal(row["ratio_upper"], 2),
    )
    return join([nowrap(ratio), " ", said])
