"""Every gap by theme, with why and how strong the evidence is; then the duties about which nothing is known."""

from charts import format as reads
from languages import ENGLISH, current, phrase, phrase_for
from reports.blocks import Heading, Paragraph, Table
from reports.duty_words import (
    GAPS,
    duty_in_full,
    in_brief,
    standing,
    state_in_print,
    theme_name,
    themes,
    why,
)
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject

SILENT = ("no_evidence", "stale")


def gaps_by_theme(reading: Reading, subject: Subject, cells: list[dict]) -> list:
    """Of one place duty by duty; of several how many, by state."""
    if subject.code is None:
        return _counted(reading, cells)
    gaps = [cell for cell in cells if cell["state"] in GAPS]
    return [*_listed(reading, gaps), *_silent(reading, cells)]


def _first_theme(cell: dict, reading: Reading) -> str:
    return next(iter(themes(cell["obligation_id"], reading)), "")


def _by_theme(cells: list[dict], reading: Reading) -> list[tuple[str, list[dict]]]:
    """A duty of several themes stands under its first, so that none is listed twice."""
    found: dict[str, list[dict]] = {}
    for cell in cells:
        found.setdefault(theme_name(_first_theme(cell, reading), reading.labels), []).append(cell)
    return sorted(found.items())


def _listed(reading: Reading, gaps: list[dict]) -> list:
    heading = Heading(2, phrase("The gaps, by theme"), anchor="gaps")
    if not gaps:
        said = phrase(
            "No gap was found. That none was found does not say that there is none: see how many are open."
        )
        return [heading, Paragraph(said)]
    claimed = sum(cell["counts_as"] == "open" for cell in gaps)
    said = phrase_for(
        len(gaps),
        "{number} duty is met in part or not at all, or is disputed, with why and with who stands behind the strongest statement.",
        "{number} duties are met in part or not at all, or are disputed, each with why and with who stands behind the strongest statement.",
    )
    if claimed:
        said += " " + phrase_for(
            claimed,
            "{number} of them is disputed or rests on one side's word, and counts as open.",
            "{number} of them are disputed or rest on one side's word, and count as open.",
        )
    said += " " + phrase("In brackets: the key of the duty in the release.")
    blocks = [heading, Paragraph(said)]
    for theme, cells in _by_theme(gaps, reading):
        blocks.append(_table(reading, theme, cells))
    return blocks


def _table(reading: Reading, theme: str, cells: list[dict]) -> Table:
    labels = reading.labels
    rows = tuple(
        (
            duty_in_full(cell["obligation_id"], reading),
            labels.category("aspect", cell["aspect"]),
            state_in_print(cell, labels),
            why(cell),
            standing(cell),
        )
        for cell in cells
    )
    headings = (
        phrase("Duty"),
        phrase("Aspect"),
        phrase("State"),
        phrase("Why"),
        phrase("Grade and newest evidence"),
    )
    note = of_table("compliance", reading.release.release_id)
    widths = (2.2, 0.85, 1.05, 3.2, 1.25)
    # Duties and reasons are told as they were published.
    languages = () if current() == ENGLISH else (ENGLISH, "", "", ENGLISH, "")
    return Table(theme, headings, rows, note=note, widths=widths, column_languages=languages)


def _silent(reading: Reading, cells: list[dict]) -> list:
    left = [cell for cell in cells if cell["counts_as"] == "open" and cell["state"] in SILENT]
    if not left:
        return []
    said = phrase(
        "Silence is not zero, and not a finding: nobody has said or shown anything that decides. An oversight body, a court, a "
        "published figure or a statute would."
    )
    rows = tuple(
        (theme, reads.count(len(each)), in_brief(each, reading, reading.labels))
        for theme, each in _by_theme(left, reading)
    )
    headings = (phrase("Theme"), phrase("Number"), phrase("Duties and aspects"))
    title = phrase("Duties without evidence, or with none of the last three years")
    note = of_table("compliance", reading.release.release_id)
    return [
        Heading(2, phrase("Duties about which nothing is known"), anchor="silence"),
        Paragraph(said),
        Table(title, headings, rows, frozenset({1}), note, (1.5, 0.6, 5)),
    ]


def _counted(reading: Reading, cells: list[dict]) -> list:
    """A row a theme, a column a state."""
    gaps = [cell for cell in cells if cell["state"] in GAPS]
    heading = Heading(2, phrase("The gaps, by theme"), anchor="gaps")
    if not gaps:
        return [heading, Paragraph(phrase("No gap was found in any of these places."))]
    labels = reading.labels
    rows = []
    for theme, each in _by_theme(gaps, reading):
        by_state = [sum(cell["state"] == state for cell in each) for state in GAPS]
        claimed = sum(cell["counts_as"] == "open" for cell in each)
        places = len({cell["jurisdiction"] for cell in each})
        rows.append((theme, *map(reads.count, (*by_state, claimed, places))))
    headings = (
        phrase("Theme"),
        *(labels.category("compliance_state", state) for state in GAPS),
        phrase("Of these counted as open"),
        phrase("Places"),
    )
    note = phrase(
        "A duty of several themes stands under its first. The reports of single places list every duty with why."
    )
    note += " " + of_table("compliance", reading.release.release_id)
    title = phrase("Duties met in part, not met or disputed, by theme")
    return [
        heading,
        Table(title, headings, tuple(rows), frozenset(range(1, 7)), note, (3, *[1] * 6)),
    ]
