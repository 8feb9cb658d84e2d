"""The data for research of a release: how they were made safe, and how far they can be relied on."""

from charts.format import count, is_missing, plain
from charts.protection import TREATMENTS
from languages import phrase, phrase_in
from release.read import Release
from views import frame, reading
from views.html import as_stored, element, join

ALL = "all"


def show(release: Release, place: str) -> None:
    """The section, for one place or all; says so where the release holds no data for research."""
    frame.section(phrase("Data for research"))
    notes = reading.rows(release, "research_notes")
    utility = reading.rows(release, "research_utility")
    if not notes and not utility:
        frame.say(phrase("This release holds no data for research."))
        return
    strong = element("strong", phrase("They are not exact: "))
    official = phrase("the official figures are those on the other pages.")
    frame.say(join([" ".join(_made_safe(release)), " ", strong, official]))
    notes = [row for row in notes if place == ALL or row["jurisdiction"] in (ALL, place)]
    if notes:
        _notes(release, notes)
    if utility:
        _utility(release, utility)


def _made_safe(release: Release) -> list[str]:
    rules = {row["name"]: row["value"] for row in reading.table(release, "policy")}
    smallest, base = rules.get("research_class_minimum"), rules.get("research_rounding_base")
    said = [
        phrase(
            "The file of the release holds tables with one row a person or case for researchers, whose SQL "
            "may ask anything."
        )
    ]
    if smallest:
        said.append(
            phrase("Nobody stands in them in a class of fewer than {smallest}.", smallest=smallest)
        )
    if base:
        said.append(
            phrase("Counts of outcomes in a class are rounded to multiples of {base}.", base=base)
        )
    return said


def _notes(release: Release, notes: list[dict]):
    names = reading.labels(release)
    rows = [
        (
            plain(row["table_name"]),
            phrase("All places")
            if row["jurisdiction"] == ALL
            else names.place(row["jurisdiction"]),
            TREATMENTS.get(row["treatment"], plain(row["treatment"])),
            as_stored(row["reason"]),
        )
        for row in notes
    ]
    headings = (phrase("Table"), phrase("Place"), phrase("How it is told"), phrase("Why"))
    caption = phrase("Places in the data for research")
    frame.table(release, caption, headings, rows, name="protection", data=notes)


def _utility(release: Release, utility: list[dict]):
    rows = [
        (
            plain(row["table_name"]),
            plain(row["profile"]),
            as_stored(plain(row["measure"])),
            _number(row["value"]),
        )
        for row in utility
    ]
    headings = (phrase("Table"), phrase("Profile"), phrase("What is measured"))
    headings += (phrase_in("result of a measurement", "Measure"),)
    caption = phrase("How far the data for research can be relied on")
    frame.table(release, caption, headings, rows, (3,), name="protection", data=utility)


def _number(value: float | None) -> str:
    return phrase("Not told") if is_missing(value) else count(value)
