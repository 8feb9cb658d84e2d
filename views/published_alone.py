"""Published figures that nothing of ours stands beside, figures that disagree with one another, and who has any."""

from contextlib import nullcontext

import streamlit as st

from charts import format as reads
from charts.describe import quality
from charts.published import disagreeing
from release.read import Release
from views import frame, published_read, reading
from views.filters import place_label
from views.html import join, link
from views.published_pairs import printed

MOST_ROWS = 40


def disagreements(release: Release, rows: list[dict], page: str) -> None:
    """Figures about the same thing, printed with different values; nothing of ours is in this."""
    names = reading.labels(release)
    groups = disagreeing(rows)
    frame.section("Publications that do not agree with one another")
    if not groups:
        frame.say("No two published figures here are about the same thing and differ.")
        return
    frame.say(
        f"{reads.many(len(groups), 'figure was', 'figures were')} printed with more than one value, by two "
        "publications or by two editions of one. All stand; none is chosen."
    )
    shown = groups[-MOST_ROWS:]
    frame.table(
        release,
        "Printed with more than one value",
        ("What was counted", "Year", "Figures, each with who published it"),
        [
            (
                f"{names.category('official_measure', group[0]['category'])}, {names.unit(group[0]['unit_counted'])}",
                _period(group[0]),
                join([_said(row, names) for row in group], "; "),
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
    frame.section("Published, with nothing of ours beside it")
    if not rows:
        frame.say("Everything published about this place stands beside a number of ours.")
    else:
        hidden = sum(quality(row) == "blank" for row in rows)
        said = f"{reads.many(len(rows), 'figure')}, {hidden} of them without a number."
        frame.say(said + (f" The newest {MOST_ROWS} are below." if len(rows) > MOST_ROWS else ""))
        frame.table(
            release,
            f"{names.place(place)}: published figures with nothing of ours beside them",
            ("What was counted", "Year", "Figure", "Unit", "Offences", "Who published it"),
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
        every = link("all of them", "official_figures", jurisdiction=place_label(place, names))
        frame.note(
            join(
                [
                    f"{reads.many(more, 'more figure is', 'more figures are')} split by sex, age or more: ",
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
    frame.section("Places that others have published about")
    only = sum(not row["ours"] for row in found)
    frame.say(
        f"{reads.many(len(found), 'place has', 'places have')} published figures; of "
        f"{'none' if not only else 'all' if only == len(found) else only} of them there is nothing else in this "
        "release."
    )
    if groups := len(every) - len(found):
        frame.note(
            f"Left out: {reads.many(groups, 'group of countries that repeats its members', 'groups of countries that repeat their members')}."
        )
    is_long = len(found) > MOST_ROWS
    with st.expander(f"All {len(found)} places") if is_long else nullcontext():
        frame.table(
            release,
            "Places with published figures",
            ("Place", "Figures", "Hidden by publisher", "Years", "Publications", "Ours"),
            [_place(row, names, page) for row in found],
            (1, 2),
            name=page,
            data=found,
        )


def _place(row: dict, names, page: str) -> tuple:
    code = row["jurisdiction"]
    years = sorted({row["first_day"].year, row["last_day"].year})
    return (
        link(names.place(code), page, jurisdiction=place_label(code, names)),
        f"{row['figures']:,}",
        f"{row['hidden']:,}",
        " to ".join(str(year) for year in years),
        "; ".join(names.publication(origin) for origin in reading.lines(row["origins"])),
        f"{reads.many(row['ours'], 'result')}"
        if row["ours"]
        else "Nothing: published figures only",
    )


def _said(row: dict, names) -> str:
    return f"{printed(row)} ({names.publication(row['origin'])})"


def _period(row: dict) -> str:
    return reads.period(row["period_start"], row["period_end"])
