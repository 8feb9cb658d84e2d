"""Are people trafficked again, as far as anybody looked?"""

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.describe import quality
from charts.select import of_period, unknown_last
from languages import later, phrase
from release.read import Release
from views import (
    after_exit_cohorts,
    frame,
    page_end,
    period_choice,
    places,
    reading,
    results_table,
    sentences,
    summary_table,
    tiles,
)
from views.after_exit_tile import COMPLETENESS, LOST, RATE, leads, outer, seen, tile
from views.after_exit_words import EARLIER, LIMITS, LOOKING, REASONS
from views.period_choice import Period
from views.summaries import summaries

ADDRESS, TITLE = "after_exit", later("Re-trafficking")
WHY_LOST = "loss_reasons"
FOLLOWED = (COMPLETENESS, LOST)
FURTHER = ("time_to_retrafficking", "retrafficking_incidence", "episodes_per_survivor")
OTHER_SIDE = ("rereferral", "prior_trafficking")


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("Are people trafficked again, as far as anybody looked?"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = places.choose(release, ADDRESS)
        rows = _rates(release, place)
        cohort = period_choice.choose(rows, ADDRESS, label=later("Left exploitation in"))
    if place is None:
        frame.announce(phrase("This release holds no results, so there is nothing to show."))
        return
    frame.announce(_told(release, place, cohort))
    if cohort:
        frame.section(phrase("In short"))
        followed = summaries(release, FOLLOWED, place, cohort)
        beside = [tiles.tile(release, each, place) for each in followed]
        frame.html(tiles.together([tile(release, place, cohort), *beside]))
        after_exit_cohorts.one_cohort(release, place, cohort)
        after_exit_cohorts.over_cohorts(release, place)
        _why_lost(release, place, cohort)
    _further(release, place, cohort)
    everything = (RATE, *FOLLOWED, WHY_LOST, *FURTHER, *OTHER_SIDE)
    page_end.show(release, LIMITS, everything, place)


def _rates(release: Release, place: str | None) -> list[dict]:
    if place is None or RATE not in reading.definitions(release):
        return []
    return reading.counted_here(release, RATE, place)


def _told(release: Release, place: str, cohort: Period | None) -> str:
    name = reading.labels(release).place(place)
    if cohort is None:
        return phrase(
            "{place} reported nothing of what becomes of survivors after exit.", place=name
        )
    row = reading.headline(release, RATE, place, period=cohort)
    in_sight = after_exit_cohorts.in_sight(release, place, cohort).get(row["horizon_days"])
    said = seen(row, reads.period(*cohort), name, in_sight)
    if not leads(row, in_sight):
        return f"{said}. {phrase(LOOKING)}"
    in_full = phrase("{seen}, as if all had stayed in sight. {outer}.", seen=said, outer=outer(row))
    return f"{in_full} {phrase(LOOKING)}"


def _why_lost(release: Release, place: str, cohort: Period) -> None:
    if WHY_LOST not in reading.definitions(release):
        return
    rows = of_period(reading.counted_here(release, WHY_LOST, place, "reason_lost"), cohort)
    if not rows:
        return
    names = reading.labels(release)
    definition = reading.definitions(release)[WHY_LOST]
    frame.section(phrase("Why contact ended"))
    told = [row for row in rows if quality(row) not in ("blank", "very_uncertain")]
    if told:
        most = max(told, key=lambda row: row["value"])
        largest = phrase(
            "The largest known part: {reason}, {share}.",
            reason=release_words.inside(names.category("reason_lost", most["category"])),
            share=reads.value(most["value"], "share"),
        )
        frame.say(f"{largest} {sentences.blank_counts(rows)}".strip())
    else:
        frame.say(sentences.blank_counts(rows))
    rows = sorted(rows, key=lambda row: names.category("reason_lost", row["category"]))
    results_table.show(
        release,
        unknown_last(rows),
        definition,
        names,
        what=f"{names.place(place)}, {reads.period(*period_choice.days(rows[0]))}",
        by=(phrase("Reason"), lambda row: names.category("reason_lost", row["category"])),
    )
    frame.note(phrase(REASONS))


def _further(release: Release, place: str, cohort: Period | None) -> None:
    """The other numbers of what comes after exit, each beside its counterpart."""
    known = reading.definitions(release)
    wanted = tuple(key for key in (*FURTHER, *OTHER_SIDE) if key in known)
    if not wanted:
        return
    name = reading.labels(release).place(place)
    frame.section(phrase("Seen from other sides"))
    found = summaries(release, wanted, place, cohort)
    caption = phrase("After exit, {place}", place=name)
    summary_table.show(release, caption, found, place, name=ADDRESS, of_period=True)
    frame.note(phrase(EARLIER))
