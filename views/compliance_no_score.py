"""Why there is no score: what a composite would have said, how little that would mean; and how alike coders read."""

from statistics import median

import streamlit as st

from charts import format as reads
from charts.format import STATUSES, is_missing, many
from release.read import Release
from views import compliance_read, frame, reading
from views.compliance_filters import ALL, Choice


def show(release: Release, choice: Choice) -> None:
    """The two sections; coders of the chosen place where one is chosen."""
    _coders(release, choice.place)
    frame.section("Why there is no score")
    frame.say(
        "One number a place would need weights that nobody has agreed on, would fill in what is open "
        "by guessing, and could not say why it moved. This is what it would have looked like."
    )
    rows = reading.rows(release, "composite_appendix")
    if not rows:
        frame.say("This release holds too little for even a rejected score.")
        return
    names = reading.labels(release)
    rows = sorted(rows, key=lambda row: names.place(row["jurisdiction"]))
    frame.say(how_wide(rows))
    with st.expander("What a score would have said, in the order of names"):
        cells = [
            (
                names.place(row["jurisdiction"]),
                _number(row["arithmetic"]),
                _number(row["geometric"]),
                _ranks(row),
            )
            for row in rows
        ]
        headings = ("Place", "Arithmetic mean", "Geometric mean", "Ranks it could have")
        frame.table(
            release,
            "A rejected score, by name of the place",
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
        return "No rank could be drawn at all."
    places, draws = int(rows[0]["places"]), int(rows[0]["draws"])
    half = sum(2 * width >= places for width in widths)
    return (
        f"Of {many(places, 'place')} ranked in {draws:,} draws of weights and of what is open, the middle "
        f"one could stand on any of {many(round(median(widths)), 'rank')}; {half} of {len(widths)} could "
        "stand anywhere within at least half of the ranking. A table of ranks would be noise."
    )


def _coders(release: Release, place: str) -> None:
    frame.section("How alike coders read")
    rows = [row for row in reading.rows(release, "coder_agreement") if _is_shown(row, place)]
    if not rows:
        frame.say("No duty was read by two coders on the same evidence.")
        return
    names = reading.labels(release)

    def where(row: dict) -> str:
        return names.place(row["jurisdiction"]) if row["jurisdiction"] else "All places"

    rows = sorted(rows, key=lambda row: (bool(row["jurisdiction"]), where(row), row["aspect"]))
    cells = [
        (
            where(row),
            "All aspects" if row["aspect"] == "all" else names.category("aspect", row["aspect"]),
            f"{int(row['same'] or 0):,} of {int(row['pairs'] or 0):,}",
            _number(row["kappa"]),
            reads.interval(row["lower"], row["upper"], "ratio") or "None",
            STATUSES[row["status"]].label if row["status"] in STATUSES else "No status given",
        )
        for row in rows
    ]
    headings = ("Place", "Aspect", "Read alike", "Weighted kappa", "95% interval", "How sure")
    frame.table(
        release,
        "Agreement of two coders",
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
    return "None" if is_missing(found) else f"{found:.2f}"


def _ranks(row: dict) -> str:
    if is_missing(row["lowest_rank"]) or is_missing(row["highest_rank"]):
        return "None"
    return f"{int(row['lowest_rank'])} to {int(row['highest_rank'])} of {int(row['places'])}"
