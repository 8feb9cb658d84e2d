"""How the differences were tested: families declared in advance, and what chance alone would bring in each."""

from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext

import streamlit as st

from charts import format as reads
from charts.signals import differs
from languages import phrase, phrase_for, whole
from release.read import Release
from views import chances, fairness_read, frame, reading
from views.fairness_read import PAGE, family
from views.fairness_summary import by_chance
from views.filled import filled
from views.html import link

MOST_ROWS = 12
"""A longer table stands folded up."""


def show(release: Release, rows: Sequence[dict]) -> None:
    """The section: the families the shown comparisons belong to, whole."""
    counted = fairness_read.families(release)
    names = reading.labels(release)
    kept = sorted(
        {family(row) for row in rows}, key=lambda key: (names.place(key[0]), key[4], key[3])
    )
    frame.section(phrase("How it is tested"))
    frame.say(
        filled(
            phrase(
                "All groups and all measures of one place and the same years are one family of tests, "
                "declared before any number was seen, with one reference group for each kind of group. "
                "A difference counts where its interval leaves zero out and, allowing for the whole "
                "family, no more than one in twenty of those listed is expected to be chance. {chance} {link}."
            ),
            chance=phrase(chances.MEANING),
            link=link(phrase("More about the methods"), "methods"),
        )
    )
    shown = Counter(family(row) for row in rows)
    differing = Counter(family(row) for row in rows if differs(row))
    cells = [
        (
            names.place(key[0]),
            reads.period(key[3], key[4]),
            whole(counted[key]["asked"]),
            whole(counted[key]["tested"]),
            by_chance(counted[key]["tested"]),
            whole(shown[key]),
            whole(differing[key]),
        )
        for key in kept
    ]
    asked, tested = (sum(counted[key][what] for key in kept) for what in ("asked", "tested"))
    frame.say(
        phrase_for(
            len(kept),
            "The comparisons shown belong to {number} family with {asked} questions, of which {tested} "
            "could be tested; without allowing for so many, about {chance} would look like differences "
            "by chance alone.",
            "The comparisons shown belong to {number} families with {asked} questions, of which {tested} "
            "could be tested; without allowing for so many, about {chance} would look like differences "
            "by chance alone.",
            asked=whole(asked),
            tested=whole(tested),
            chance=by_chance(tested),
        )
    )
    is_long = len(cells) > MOST_ROWS
    with (
        st.expander(phrase("All {number} families", number=len(cells)))
        if is_long
        else nullcontext()
    ):
        frame.table(
            release,
            phrase("Families of tests, by place and years"),
            (
                phrase("Place"),
                phrase("Years"),
                phrase("Asked in all"),
                phrase("Tested in all"),
                phrase("Look different by chance alone"),
                phrase("Shown here"),
                phrase("Of these a difference"),
            ),
            cells,
            (2, 3, 4, 5, 6),
            name=PAGE,
        )
