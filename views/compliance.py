"""Duties and gaps: how each duty stands in each place, as bounds, down to the evidence; never a score."""

import streamlit as st

from charts.compliance import tally
from charts.release_words import inside
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import (
    compliance_changes,
    compliance_filters,
    compliance_heat,
    compliance_list,
    compliance_no_score,
    compliance_read,
    compliance_shares,
    frame,
    reading,
)
from views.compliance_filters import ALL, FORCES, Choice
from views.filled import filled
from views.html import as_stored, facts, link

TITLE = later("Compliance")
QUESTION = later("Which duties are met, which are not, and of which does nobody know?")

AS_BEFORE = later("As in the release before")
"""What a rule gives that names no state of its own."""


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase(QUESTION))
    if not compliance_read.cells(release):
        frame.announce(phrase(compliance_read.NOTHING))
        return
    choice = compliance_filters.choose(release)
    listed = compliance_filters.listed(release, choice)
    frame.announce(told(release, choice, listed))
    compliance_heat.show(release, choice)
    compliance_list.show(release, choice, listed)
    compliance_changes.show(release, choice)
    compliance_shares.show(release, choice)
    compliance_no_score.show(release, choice)
    _rules(release)
    more = link(phrase("New methods and the law"), "new_methods")
    frame.note(filled(phrase("What is new, and whether statutes cover it: {link}."), link=more))


def told(release: Release, choice: Choice, listed: list[dict]) -> str:
    """The live line: how many of the chosen duties are met, short and open."""
    names = reading.labels(release)
    where = phrase("all places") if choice.place == ALL else names.place(choice.place)
    head = f"{phrase(FORCES[choice.force])}, {where}"
    if choice.theme != ALL:
        head += f", {inside(compliance_read.theme_name(release, choice.theme))}"
    if choice.state != ALL:
        words = inside(names.category("compliance_state", choice.state))
        return phrase_for(
            len(listed),
            "{head}: {number} cell in the state “{state}”.",
            "{head}: {number} cells in the state “{state}”.",
            head=head,
            state=words,
        )
    counted = tally(listed)
    about = {"head": head, "number": whole(counted.applicable)}
    if counted.applicable:
        said = phrase(
            "{head}: {number} duties apply, each counted once an aspect; {met} met, {short} short of it, "
            "{open} open, so {bounds} are met.",
            met=whole(counted.met),
            short=whole(counted.short),
            open=whole(counted.open),
            bounds=counted.words,
            **about,
        )
    else:
        said = phrase("{head}: {number} duties apply, each counted once an aspect.", **about)
    if counted.unknown:
        said += " " + phrase(
            "Of {number} more it is not known whether they apply.", number=whole(counted.unknown)
        )
    return said


def _rules(release: Release) -> None:
    rules = reading.rows(release, "compliance_rules")
    names = reading.labels(release)
    with st.expander(phrase("How a state is decided, and what the marks mean")):
        frame.html(
            facts(
                (
                    compliance_list.state(row["code"], names),
                    as_stored(row["meaning"] or row["label"]),
                )
                for row in reading.rows(release, "vocabulary", list="compliance_state")
            )
        )
        if rules:
            as_before = phrase(AS_BEFORE)
            rules = sorted(rules, key=lambda row: row["place_in_order"])
            cells = [
                (
                    f"{row['place_in_order']}",
                    as_stored(row["says"] or row["rule"]),
                    compliance_list.state(row["state"], names) if row["state"] else as_before,
                    names.category("counts_as", row["counts_as"]) if row["state"] else as_before,
                )
                for row in rules
            ]
            headings = (phrase("Order"), phrase("Rule"), phrase("State"), phrase("Counts as"))
            caption = phrase("Rules, of which the first that holds decides")
            name = compliance_read.PAGE
            frame.table(release, caption, headings, cells, name=name, data=rules, file="rules")
