"""The tile of survivor satisfaction: who answered, and what the others could change, stand inside it."""

from charts import format as reads
from charts.format import is_missing
from charts.select import of_period
from charts.survivor_silence import band
from languages import later, phrase
from release.read import Release
from views import reading, tiles
from views.filled import filled
from views.html import Markup, element
from views.period_choice import Period, other_period
from views.summaries import summary

SATISFACTION = "survivor_satisfaction"
RESPONSE, INVITATION = "survey_response_rate", "survey_invitation_rate"
WEIGHTED = "weighted_satisfaction"
ASSUMED = "satisfaction_if_silent_differ"
NO_CLAIM = later("No claim: what the silent could change cannot be shown.")


def tile(release: Release, place: str, period: Period) -> Markup:
    """Share, interval and counts; response and invitation with their denominators; bounds, band and claim."""
    found = summary(release, SATISFACTION, place, period)
    return tiles.tile(release, found, place, more=lines(release, place, period))


def lines(release: Release, place: str, period: Period) -> list:
    """What stands below the number."""
    satisfaction = reading.headline(release, SATISFACTION, place, period=period)
    found = [
        _asked(
            phrase("Answered"), reading.headline(release, RESPONSE, place, period=period), period
        ),
        _asked(
            phrase("Safely invited"),
            reading.headline(release, INVITATION, place, period=period),
            period,
        ),
        weighted(release, place, period),
        worst(satisfaction),
        *assumed(release, place, period),
    ]
    return [line for line in found if line]


def weighted(release: Release, place: str, period: Period):
    """The number weighted for who answered, beside the raw one."""
    if WEIGHTED not in reading.definitions(release):
        return ""
    value, sure = tiles.brief(
        release, WEIGHTED, reading.headline(release, WEIGHTED, place, period=period)
    )
    return filled(phrase("Weighted for who answered: {value} {sure}"), value=value, sure=sure)


def worst(row: dict | None) -> str:
    """The bounds: what would be so if all the silent were, or were not, satisfied."""
    if row is None or is_missing(row["bound_lower"]) or is_missing(row["bound_upper"]):
        return phrase("Worst and best case of the silent: cannot be shown")
    span = reads.interval(row["bound_lower"], row["bound_upper"], "share")
    return phrase("Whatever the silent would say: {span} of all", span=span)


def assumed(release: Release, place: str, period: Period) -> list:
    """The band under the assumptions, and what may be claimed."""
    rows = _assumptions(release, place, period)
    found = band(rows)
    if found is None:
        hidden = phrase("If the silent differ: cannot be shown")
        return [hidden, element("strong", phrase(NO_CLAIM))]
    elsewhen = other_period(rows, period)
    words = found.words
    if elsewhen:
        words = phrase("{words}, told for {period}", words=words, period=elsewhen)
    far = any(row["category"] == "silent_third_of_odds" for row in rows)
    said = (
        phrase(
            "If the odds of the silent were a third to three times those of the others: {words}",
            words=words,
        )
        if far
        else phrase(
            "If the odds of the silent were half to twice those of the others: {words}", words=words
        )
    )
    return [said, element("strong", found.claim)]


def claim(release: Release, place: str, period: Period) -> str:
    """What may be claimed of all survivors, the silent included."""
    found = band(_assumptions(release, place, period))
    return found.claim if found else phrase(NO_CLAIM)


def _assumptions(release: Release, place: str, period: Period) -> list[dict]:
    return of_period(reading.counted_here(release, ASSUMED, place, "assumption"), period)


def _asked(verb: str, row: dict | None, period: Period) -> str:
    known = row and not is_missing(row["numerator"]) and not is_missing(row["denominator"])
    if not known or not row["denominator"]:
        return phrase("{what}: cannot be shown", what=verb)
    share = reads.value(row["numerator"] / row["denominator"], "share")
    elsewhen = other_period([row], period)
    said = phrase(
        "{what}: {share}, {part} of {all} who could have been asked",
        what=verb,
        share=share,
        part=reads.count(row["numerator"]),
        all=reads.count(row["denominator"]),
    )
    return phrase("{said} in {period}", said=said, period=elsewhen) if elsewhen else said
