"""Why there is no score: what a composite would have said, how little that would mean; and how alike coders read."""

from statistics import median

import streamlit as st

from charts import format as reads
from charts.format import STATUSES, is_missing
from languages import decimal, phrase, phrase_for, whole
from release.read import Release
from views import compliance_read, frame, reading
from views.compliance_filters import ALL, Choice


def show(release: Release, choice: Choice) -> None:
    """The two sections; coders of the chosen place where one is chosen."""
    _coders(release, choice.place)
    frame.section(phrase("Why there is no score"))
    frame.say(
        phrase(
            "One number a place would need weights that nobody has agreed on, would fill in what is open "
            "by guessing, and could not say why it moved. This is what it would have looked like."
        )
    )
    rows = reading.rows(release, "composite_appendix")
    if not rows:
        frame.say(phrase("This release holds too little for even a rejected score."))
        return
    names = reading.labels(release)
    rows = sorted(rows, key=lambda row: names.place(row["jurisdiction"]))
    frame.say(how_wide(rows))
    with st.expander(phrase("What a score would have said, in the order of names")):
        cells = [
            (
                names.place(row["jurisdiction"]),
                _number(row["arithmetic"]),
                _number(row["geometric"]),
                _ranks(row),
            )
            for row in rows
        ]
        headings = (
            phrase("Place"),
            phrase("Arithmetic mean"),
            phrase("Geometric mean"),
            phrase("Ranks it could have"),
        )
        frame.table(
            release,
            phrase("A rejected score, by name of the place"),
            headings,
            cells,
            (1, 2, 3),
            name=compliance_read.PAGE,
            data=rows,
            file="rejected score",
        )


def how_wide(rows: list[dict]) -> str:
    """How many ranks a place could have, in a sentence."""
    widths = [
        int(row["highest_rank"]) - int(row["lowest_rank"]) + 1
        for row in rows
        if not (is_missing(row["lowest_rank"]) or is_missing(row["highest_rank"]))
    ]
    if not widths:
        return phrase("No rank could be drawn at all.")
    places, draws = int(rows[0]["places"]), int(rows[0]["draws"])
    half = sum(2 * width >= places for width in widths)
    return phrase(
        "Of {places} ranked in {draws} draws of weights and of what is open, the middle "
        "one could stand on any of {ranks}; {half} of {all} could "
        "stand anywhere within at least half of the ranking. A table of ranks would be noise.",
        places=phrase_for(places, "{number} place", "{number} places"),
        draws=whole(draws),
        ranks=phrase_for(round(median(widths)), "{number} rank", "{number} ranks"),
        half=whole(half),
        all=whole(len(widths)),
    )


def _coders(release: Release, place: str) -> None:
    frame.section(phrase("How alike coders read"))
    rows = [row for row in reading.rows(release, "coder_agreement") if _is_shown(row, place)]
    if not rows:
        frame.say(phrase("No duty was read by two coders on the same evidence."))
        return
    names = reading.labels(release)

    def where(row: dict) -> str:
        return names.place(row["jurisdiction"]) if row["jurisdiction"] else phrase("All places")

    rows = sorted(rows, key=lambda row: (bool(row["jurisdiction"]), where(row), row["aspect"]))
    cells = [
        (
            where(row),
            phrase("All aspects")
            if row["aspect"] == "all"
            else names.category("aspect", row["aspect"]),
            phrase(
                "{number} of {all}",
                number=whole(int(row["same"] or 0)),
                all=whole(int(row["pairs"] or 0)),
            ),
            _number(row["kappa"]),
            reads.interval(row["lower"], row["upper"], "ratio") or phrase("None"),
            STATUSES[row["status"]].label
            if row["status"] in STATUSES
            else phrase("No status given"),
        )
        for row in rows
    ]
    headings = (
        phrase("Place"),
        phrase("Aspect"),
        phrase("Read alike"),
        phrase("Weighted kappa"),
        phrase("95% interval"),
        phrase("How sure"),
    )
    frame.table(
        release,
        phrase("Agreement of two coders"),
        headings,
        cells,
        (2, 3, 4),
        name=compliance_read.PAGE,
        data=rows,
        file="agreement of coders",
    )


def _is_shown(row: dict, place: str) -> bool:
    """Every aspect of all places together, and of the chosen place; of each place where none is chosen, the whole."""
    if not row["jurisdiction"]:
        return True
    return row["jurisdiction"] == place or (place == ALL and row["aspect"] == "all")


def _number(found) -> str:
    return phrase("None") if is_missing(found) else decimal(found, 2)


def _ranks(row: dict) -> str:
    if is_missing(row["lowest_rank"]) or is_missing(row["highest_rank"]):
        return phrase("None")
    return phrase(
        "{low} to {high} of {all}",
        low=whole(int(row["lowest_rank"])),
        high=whole(int(row["highest_rank"])),
        all=whole(int(row["places"])),
    )
