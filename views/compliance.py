"""Duties and gaps: how each duty stands in each place, as bounds, down to the evidence; never a score."""

import streamlit as st

from charts.compliance import tally
from charts.format import many
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
from views.html import facts, join, link

TITLE = "Compliance"
QUESTION = "Which duties are met, which are not, and of which does nobody know?"

AS_BEFORE = "As in the release before"
"""What a rule gives that names no state of its own."""


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, QUESTION)
    if not compliance_read.cells(release):
        frame.announce(compliance_read.NOTHING)
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
    more = link("New methods and the law", "new_methods")
    frame.note(join(["What is new, and whether statutes cover it: ", more, "."]))


def told(release: Release, choice: Choice, listed: list[dict]) -> str:
    """The live line: how many of the chosen duties are met, short and open."""
    names = reading.labels(release)
    where = "all places" if choice.place == ALL else names.place(choice.place)
    head = f"{FORCES[choice.force]}, {where}"
    if choice.theme != ALL:
        head += f", {compliance_read.theme_name(release, choice.theme).lower()}"
    if choice.state != ALL:
        words = names.category("compliance_state", choice.state).lower()
        return f"{head}: {many(len(listed), 'cell')} in the state “{words}”."
    counted = tally(listed)
    said = f"{head}: {counted.applicable:,} duties apply, each counted once an aspect"
    if counted.applicable:
        said += f"; {counted.met:,} met, {counted.short:,} short of it, {counted.open:,} open, so "
        said += f"{counted.words} are met"
    if counted.unknown:
        said += f". Of {counted.unknown:,} more it is not known whether they apply"
    return f"{said}."


def _rules(release: Release) -> None:
    rules = reading.rows(release, "compliance_rules")
    names = reading.labels(release)
    with st.expander("How a state is decided, and what the marks mean"):
        frame.html(
            facts(
                (compliance_list.state(row["code"], names), row["meaning"] or row["label"])
                for row in reading.rows(release, "vocabulary", list="compliance_state")
            )
        )
        if rules:
            rules = sorted(rules, key=lambda row: row["place_in_order"])
            cells = [
                (
                    f"{row['place_in_order']}",
                    row["says"] or row["rule"],
                    compliance_list.state(row["state"], names) if row["state"] else AS_BEFORE,
                    names.category("counts_as", row["counts_as"]) if row["state"] else AS_BEFORE,
                )
                for row in rules
            ]
            headings = ("Order", "Rule", "State", "Counts as")
            caption = "Rules, of which the first that holds decides"
            name = compliance_read.PAGE
            frame.table(release, caption, headings, cells, name=name, data=rules, file="rules")
