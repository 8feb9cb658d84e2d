"""Published figures that nothing of ours stands beside, figures that disagree with one another, and who has any."""

from contextlib import nullcontext

import streamlit as st

from charts import format as reads
from charts.describe import quality
from charts.published import disagreeing
from languages import phrase, phrase_for, whole
from release.read import Release
from views import frame, published_read, reading
from views.filters import place_address
from views.html import join, link
from views.published_pairs import printed

MOST_ROWS = 40


def disagreements(release: Release, rows: list[dict], page: str) -> None:
    """Figures about the same thing, printed with different values; nothing of ours is in this."""
    names = reading.labels(release)
    groups = disagreeing(rows)
    frame.section(phrase("Publications that do not agree with one another"))
    if not groups:
        frame.say(phrase("No two published figures here are about the same thing and differ."))
        return
    frame.say(
        phrase_for(
            len(groups),
            "{number} figure was printed with more than one value, by two publications or by two editions "
            "of one. All stand; none is chosen.",
            "{number} figures were printed with more than one value, by two publications or by two editions "
            "of one. All stand; none is chosen.",
        )
    )
    shown = groups[-MOST_ROWS:]
    frame.table(
        release,
        phrase("Printed with more than one value"),
        (
            phrase("What was counted"),
            phrase("Year"),
            phrase("Figures, each with who published it"),
        ),
        [
            (
                phrase(
                    "{measure}, {unit}",
                    measure=names.category("official_measure", group[0]["category"]),
                    unit=names.unit(group[0]["unit_counted"]),
                ),
                _period(group[0]),
                join([_said(row, names) for row in group], phrase("; ")),
            )
            for group in shown
        ],
        name=page,
        data=[row for group in groups for row in group],
    )


def without_ours(release: Release, rows: list[dict], place: str, page: str) -> None:
    """Figures of the place that count what no metric of ours counts for the same year."""
    names = reading.labels(release)
    rows = sorted(rows, key=lambda row: (row["period_end"], row["category"]), reverse=True)
    more = published_read.details(release, place)
    frame.section(phrase("Published, with nothing of ours beside it"))
    if not rows:
        frame.say(phrase("Everything published about this place stands beside a number of ours."))
    else:
        hidden = sum(quality(row) == "blank" for row in rows)
        said = phrase_for(
            len(rows),
            "{number} figure, {hidden} of them without a number.",
            "{number} figures, {hidden} of them without a number.",
            hidden=whole(hidden),
        )
        if len(rows) > MOST_ROWS:
            said += " " + phrase("The newest {count} are below.", count=whole(MOST_ROWS))
        frame.say(said)
        frame.table(
            release,
            phrase(
                "{place}: published figures with nothing of ours beside them",
                place=names.place(place),
            ),
            (
                phrase("What was counted"),
                phrase("Year"),
                phrase("Figure"),
                phrase("Unit"),
                phrase("Offences"),
                phrase("Who published it"),
            ),
            [
                (
                    names.category("official_measure", row["category"]),
                    _period(row),
                    printed(row),
                    reads.plain(row["unit_counted"]),
                    names.category("scope", row["scope"]),
                    names.publication(row["origin"]),
                )
                for row in rows[:MOST_ROWS]
            ],
            name=page,
            data=rows,
        )
    if more:
        every = link(
            phrase("all of them"), "official_figures", jurisdiction=place_address(place, names)
        )
        frame.note(
            join(
                [
                    phrase_for(
                        more,
                        "{number} more figure is split by sex, age or more: ",
                        "{number} more figures are split by sex, age or more: ",
                    ),
                    every,
                    ".",
                ]
            )
        )


def places(release: Release, page: str) -> None:
    """All places that others have published figures about, by name."""
    names = reading.labels(release)
    every = published_read.by_place(release)
    found = sorted(
        (row for row in every if row["jurisdiction"] not in names.groups),
        key=lambda row: names.place(row["jurisdiction"]),
    )
    frame.section(phrase("Places that others have published about"))
    only = sum(not row["ours"] for row in found)
    frame.say(
        phrase("{places}; {rest}", places=_with_figures(len(found)), rest=_alone(only, len(found)))
    )
    if groups := len(every) - len(found):
        frame.note(
            phrase_for(
                groups,
                "Left out: {number} group of countries that repeats its members.",
                "Left out: {number} groups of countries that repeat their members.",
            )
        )
    is_long = len(found) > MOST_ROWS
    every_place = phrase_for(len(found), "All {number} place", "All {number} places")
    with st.expander(every_place) if is_long else nullcontext():
        frame.table(
            release,
            phrase("Places with published figures"),
            (
                phrase("Place"),
                phrase("Figures"),
                phrase("Hidden by publisher"),
                phrase("Years"),
                phrase("Publications"),
                phrase("Ours"),
            ),
            [_place(row, names, page) for row in found],
            (1, 2),
            name=page,
            data=found,
        )


def _with_figures(places: int) -> str:
    return phrase_for(
        places, "{number} place has published figures", "{number} places have published figures"
    )


def _alone(only: int, places: int) -> str:
    """Of how many of them a release holds nothing but published figures."""
    if not only:
        return phrase("of none of them there is nothing else in this release.")
    if only == places:
        return phrase("of all of them there is nothing else in this release.")
    return phrase("of {count} of them there is nothing else in this release.", count=whole(only))


def _place(row: dict, names, page: str) -> tuple:
    code = row["jurisdiction"]
    years = sorted({row["first_day"].year, row["last_day"].year})
    return (
        link(names.place(code), page, jurisdiction=place_address(code, names)),
        whole(row["figures"]),
        whole(row["hidden"]),
        phrase(" to ").join(str(year) for year in years),
        phrase("; ").join(names.publication(origin) for origin in reading.lines(row["origins"])),
        phrase_for(row["ours"], "{number} result", "{number} results")
        if row["ours"]
        else phrase("Nothing: published figures only"),
    )


def _said(row: dict, names) -> str:
    return phrase(
        "{figure} ({publication})",
        figure=printed(row),
        publication=names.publication(row["origin"]),
    )


def _period(row: dict) -> str:
    return reads.period(row["period_start"], row["period_end"])
