"""What is told in less detail than its definition allows, and why: on the page of protection and beside a metric's tables."""

from contextlib import nullcontext

import streamlit as st

from charts import release_words
from charts.labels import Labels
from charts.protection import breakdown_words, is_in_less_detail, plan_sentence
from languages import phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import frame, reading, results_table
from views.filled import filled
from views.filters import Selection
from views.html import as_stored, bullets, link

MOST_ROWS = 20
"""A longer table stands folded up."""
ALL = "all"


def show(release: Release, place: str) -> None:
    """The section of the page, for one place or all."""
    frame.section(phrase("What is told in less detail, and why"))
    plan = reading.rows(release, "plan")
    if not plan:
        frame.say(phrase("This release holds no plan of what is told at which detail."))
        return
    frame.say(
        phrase(
            "Before anything is hidden, tables with too many small counts are told for more years together, "
            "with categories taken together, or not at all: a table of blanks tells nobody anything. "
            "The choice is made for a whole table, by how many of its counts would be of few people."
        )
    )
    names = reading.labels(release)
    of_place = [row for row in plan if place in (ALL, row["jurisdiction"])]
    less = [row for row in of_place if is_in_less_detail(row)]
    frame.say(
        phrase_for(
            len(of_place),
            "{full} of {number} table are told in full detail.",
            "{full} of {number} tables are told in full detail.",
            full=whole(len(of_place) - len(less)),
        )
    )
    if not less:
        return
    # All places together would be a table that nobody reads; whoever wants it takes the file.
    if place == ALL:
        _by_place(release, less, of_place, names)
        results_table.download(release, less, "protection", phrase("tables told in less detail"))
    else:
        is_long = len(less) > MOST_ROWS
        every = phrase_for(len(less), "All {number} table", "All {number} tables")
        with st.expander(every) if is_long else nullcontext():
            _table(release, less, names)


def beside(release: Release, selection: Selection, names: Labels) -> None:
    """Lines beside the tables of a metric: how each of its tables is told for the chosen place, and why."""
    about = {"metric_id": selection.metric_id, "jurisdiction": selection.jurisdiction}
    found = [
        row
        for row in reading.rows(release, "plan", **about)
        if is_in_less_detail(row) and row.get("scope") in (None, selection.strand["scope"])
    ]
    if not found or selection.strand["source"] != "case":
        return
    # What is looked at comes first; breakdowns told alike share a line.
    found.sort(key=lambda row: (row["breakdown"] != selection.breakdown, row["breakdown"]))
    alike: dict[str, list[str]] = {}
    for row in found:
        sentence = plan_sentence(row)
        # A reason stands in the release in English; without one the sentence is said here.
        told = as_stored(sentence) if sentence == row.get("reason") else sentence
        alike.setdefault(told, []).append(breakdown_words(row["breakdown"]))
    said = [
        filled(
            phrase("{breakdowns}: {sentence}"),
            breakdowns=_first_upper(", ".join(dict.fromkeys(names_of))),
            sentence=sentence,
        )
        for sentence, names_of in alike.items()
    ]
    place = names.place(selection.jurisdiction)
    frame.note(
        phrase("To protect people, some of this is told in less detail for {place}:", place=place)
    )
    frame.html(bullets(said))


def _by_place(release: Release, less: list[dict], plan: list[dict], names: Labels):
    places = sorted({row["jurisdiction"] for row in plan}, key=names.place)

    def count(rows, place):
        return sum(row["jurisdiction"] == place for row in rows)

    rows = [
        (names.place(each), whole(count(plan, each)), whole(count(less, each))) for each in places
    ]
    headings = (phrase("Place"), phrase("Tables"), phrase("In less detail"))
    caption = phrase("Tables told in less detail, by place")
    frame.table(release, caption, headings, rows, (1, 2), name="protection")


def _table(release: Release, less: list[dict], names: Labels):
    definitions = reading.definitions(release)
    order = list(definitions)
    known = [row for row in less if row["metric_id"] in definitions]
    known.sort(
        key=lambda row: (order.index(row["metric_id"]), str(row.get("scope")), row["breakdown"])
    )
    rows = [
        (
            link(release_words.title(definitions[row["metric_id"]]), row["metric_id"]),
            _first_upper(breakdown_words(row["breakdown"])),
            names.category("scope", row["scope"])
            if row.get("scope")
            else phrase_in("offences", "All"),
            as_stored(plan_sentence(row)) if row.get("reason") else plan_sentence(row),
        )
        for row in known
    ]
    headings = (phrase("Metric"), phrase("Detail"), phrase("Offences"))
    headings += (phrase("How it is told, and why"),)
    caption = phrase("Tables told in less detail")
    frame.table(release, caption, headings, rows, name="protection", data=known)


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
