"""One duty at one place in one aspect: its state, the rule that gave it, and every row of data it rests on."""

import streamlit as st

from charts import joining, release_words
from charts.compliance import FORCE_GROUPS, WORDING
from languages import later, phrase, phrase_for
from release.read import Release
from views import (
    compliance_beside,
    compliance_changes,
    compliance_evidence,
    compliance_figures,
    compliance_list,
    compliance_read,
    frame,
    reading,
    results_table,
)
from views.filled import filled
from views.html import Markup, as_stored, element, facts, join, link, table

TITLE = later("One duty and its evidence")
QUESTION = later("How does this duty stand here, and what does that rest on?")
GROUPS = {
    "binding": later("binding"),
    "soft": later("not binding; where it is not done, that is no breach"),
    "unilateral": later(
        "a standard that one State holds others to; where it is not met, that is no breach"
    ),
}

APPLIES = {"yes": later("Yes"), "no": later("No")}
NOT_KNOWN = later("Not known")


def show(release: Release) -> None:
    """The page; place, duty and aspect stand in the address as codes."""
    asked = {name: st.query_params.get(name) for name in ("place", "obligation", "aspect")}
    cell = _found(release, asked)
    if cell is None:
        frame.heading(phrase(TITLE), phrase(QUESTION))
        frame.announce(_not_found(release, asked))
        every = link(phrase("Compliance"), compliance_read.PAGE)
        frame.say(filled(phrase("All duties: {link}."), link=every))
        return
    names = reading.labels(release)
    key = (cell["jurisdiction"], cell["obligation_id"], cell["aspect"])
    duty = compliance_read.duties(release).get(cell["obligation_id"], {})
    title = compliance_read.duty_name(release, cell["obligation_id"])
    frame.heading(
        phrase("{place}: {title}", place=names.place(cell["jurisdiction"]), title=title),
        as_stored(duty["duty"]) if duty.get("duty") else phrase(QUESTION),
    )
    frame.html(element("div", _told(cell, names), role="status", class_="answerable-verdict"))
    _way(release, cell, duty)
    compliance_beside.replies(release, key)
    frame.html(facts(_facts(release, cell, duty)))
    pieces = compliance_read.of_cell(release, "compliance_evidence", *key)
    pieces = compliance_evidence.in_order(pieces)
    compliance_evidence.show(release, cell, pieces)
    compliance_figures.show(release, cell, pieces)
    compliance_evidence.recommendations(release, pieces)
    compliance_beside.benchmarks(release, cell["jurisdiction"], pieces)
    compliance_beside.participations(release, cell["jurisdiction"], duty)
    if cell["aspect"] == "law":
        compliance_beside.statutes(release, cell["jurisdiction"])
    _history(release, key)


def _found(release: Release, asked: dict) -> dict | None:
    wanted = (asked["place"], asked["obligation"], asked["aspect"])
    if None in wanted:
        return None
    rows = compliance_read.of_cell(release, "compliance", *wanted)
    return rows[0] if rows else None


def _not_found(release: Release, asked: dict) -> str:
    if not compliance_read.cells(release):
        return phrase(compliance_read.NOTHING)
    if None in asked.values():
        return phrase(
            "This page shows one duty at one place. Choose one on the page of all duties."
        )
    return phrase(
        "This release holds nothing on duty {obligation} in aspect {aspect} at place {place}.",
        **asked,
    )


def _told(cell: dict, names) -> Markup:
    state = compliance_list.state(cell["state"], names)
    return join(
        [
            state,
            element(
                "span",
                as_stored(cell["because"]) if cell["because"] else phrase("No reason is given."),
            ),
        ]
    )


def _way(release: Release, cell: dict, duty: dict) -> None:
    """To all duties of the place, and to the other aspects of this one."""
    names = reading.labels(release)
    place, obligation = cell["jurisdiction"], cell["obligation_id"]
    parts = [
        filled(
            phrase("All duties: {links}"),
            links=join(
                [
                    compliance_read.page_link(release, names.place(place), place=place),
                    *_themes(release, place, duty),
                ]
            ),
        )
    ]
    beside = reading.rows(release, "compliance", jurisdiction=place, obligation_id=obligation)
    parts.append(phrase("Aspect: {aspect}", aspect=names.category("aspect", cell["aspect"])))
    others = [row["aspect"] for row in beside if row["aspect"] != cell["aspect"]]
    if others:
        links = (
            compliance_read.cell_link(names.category("aspect", each), place, obligation, each)
            for each in others
        )
        parts.append(filled(phrase("Other aspects: {links}"), links=join(links, ", ")))
    frame.note(join(parts, " · "))


def _themes(release: Release, place: str, duty: dict):
    for theme in compliance_read.themes(duty):
        name = compliance_read.theme_name(release, theme)
        yield ", "
        yield compliance_read.page_link(release, name, place=place, theme=theme)


def _facts(release: Release, cell: dict, duty: dict):
    names = reading.labels(release)
    force = duty.get("force")
    said = phrase("Not stated")
    if force:
        said = phrase(
            "{force}: {group}",
            force=names.category("obligation_force", force),
            group=phrase(GROUPS[FORCE_GROUPS.get(force, "soft")]),
        )
    certainty = duty.get("certainty")
    read = (
        WORDING[certainty]
        if certainty in WORDING
        else names.category("certainty", certainty or "not_stated")
    )
    rule = next(
        (row for row in reading.rows(release, "compliance_rules", rule=cell["rule"])),
        {},
    )
    note = duty.get("force_note")
    yield phrase("Force"), _noted(f"{said}.", note) if note else said
    yield phrase("Wording"), _with_source(read, duty.get("source_url"))
    applies = phrase(APPLIES.get(cell["applies"], NOT_KNOWN))
    yield phrase("Does it apply here"), _noted(f"{applies}.", cell["applies_because"])
    yield (
        phrase("What would show it"),
        as_stored(duty["attested"]) if duty.get("attested") else _metrics(release, duty),
    )
    if duty.get("number_text"):
        yield phrase("Number the instrument sets"), as_stored(duty["number_text"])
    if duty.get("not_measured"):
        yield phrase("Why no metric shows it"), as_stored(duty["not_measured"])
    decided = rule.get("says") or cell["rule"]
    yield phrase("The rule that decided"), as_stored(decided) if decided else phrase("Not given")
    yield (
        phrase("In shares it counts as"),
        release_words.inside(names.category("counts_as", cell["counts_as"])),
    )
    yield (
        phrase("Current evidence"),
        phrase(
            "{figures} and {statements}",
            figures=phrase_for(int(cell["figures"] or 0), "{number} figure", "{number} figures"),
            statements=phrase_for(
                int(cell["statements"] or 0), "{number} statement", "{number} statements"
            ),
        ),
    )


def _noted(said: str, note: str | None) -> Markup | str:
    """Words of ours and, after them, a sentence of the release where there is one."""
    return join([said, " ", as_stored(note)]) if note else said


def _metrics(release: Release, duty: dict) -> str:
    answering = [
        release_words.title(each)
        for each in reading.definitions(release).values()
        if duty.get("obligation_id") in reading.lines(each["answers_to"])
    ]
    return joining.in_turn(answering) or phrase("Not described")


def _with_source(said: str, url) -> Markup:
    if not url:
        return join([said])
    return join([said, ". ", compliance_evidence.outward(phrase("Source"), url)])


def _history(release: Release, key: tuple) -> None:
    frame.section(phrase("What changed since the release before"))
    rows = compliance_read.of_cell(release, "compliance_changes", *key)
    if not rows:
        frame.say(phrase("This state did not change, or there is no release before this one."))
        return
    names = reading.labels(release)
    cells = [
        (
            row["previous_release"] or phrase("Not named"),
            compliance_changes.moved(release, row, names),
            as_stored(row["reason"]) if row["reason"] else phrase("No reason given"),
        )
        for row in rows
    ]
    headings = (phrase("Release before"), phrase("State"), phrase("Why"))
    frame.html(table(phrase("Change of this state"), headings, cells))
    results_table.download(release, rows, compliance_read.CELL_PAGE, phrase("change of state"))
