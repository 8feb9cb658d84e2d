"""The chapter on groups: what differs, what does not show, of what nobody can tell, and how large a gap stays open."""

from charts import release_words
from charts.forest import forest, in_order
from charts.verdicts import FALSE_IN_A_LIST, VERDICTS
from languages import decimal, phrase, phrase_for, whole
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table
from reports.disparity import (
    LISTED,
    SILENT,
    difference_in_print,
    group_in_print,
    left_open,
    share_in_print,
    verdict_in_print,
)
from reports.drawing import drawn
from reports.material import Material
from reports.sourced import of_metric, of_table

MOST_ROWS = 20
"""Rows of one table; the workbook has all."""
FEW_ROWS = 6
"""Rows of the only table of a chapter that needs no page of its own."""
FOREST = 3
"""Told comparisons that make a chart worth its room."""


def disparity_section(material: Material) -> list:
    """The chapter; empty where no groups are compared."""
    found = {name: material.groups_compared.get(name) for name in material.definitions}
    found = {name: rows for name, rows in found.items() if rows}
    if not found:
        return []
    title = Heading(1, phrase("Groups beside one another"), anchor="groups")
    lead = phrase(
        "Each group is set beside a reference group. A verdict allows for how many groups were compared: that an interval leaves out "
        "zero is not enough by itself. That no difference shows is not the same as that there is none: how large a one is not ruled out stands beside it."
    )
    told = _of_place(found, material) if material.jurisdiction else []
    counts = _counts(found, material)
    # A short chapter follows the one before it on its page.
    return [
        *([NewPage()] if told or len(counts.rows) > FEW_ROWS else []),
        title,
        Paragraph(lead, "note"),
        Bullets(tuple(_summary(found))),
        *told,
        counts,
    ]


def _summary(found: dict[str, list[dict]]) -> list[str]:
    rows = [row for each in found.values() for row in each]
    listed = sum(row["verdict"].startswith("difference") for row in rows)
    by_verdict = "; ".join(
        f"{words.label}: {whole(sum(row['verdict'] == code for row in rows))}"
        for code, words in VERDICTS.items()
    )
    told = [
        phrase_for(
            len(rows),
            "Groups were compared {number} time. {verdicts}.",
            "Groups were compared {number} times. {verdicts}.",
            verdicts=by_verdict,
        )
    ]
    if listed:
        told.append(
            phrase_for(
                listed,
                "Of the {number} difference listed, {expected} is to be expected false.",
                "Of the {number} differences listed, {expected} are to be expected false.",
                expected=decimal(FALSE_IN_A_LIST * listed, 1),
            )
        )
    return told


def _of_place(found: dict[str, list[dict]], material: Material) -> list:
    """Differences of all measures, then what does not show in the headline measures."""
    labels = material.labels
    listed, quiet = [], []
    for name, rows in found.items():
        for row in in_order(rows, labels):
            if row["verdict"] in LISTED:
                listed.append((name, row))
            elif row["verdict"] != SILENT and name in material.headlines:
                quiet.append((name, row))
    listed.sort(key=lambda pair: LISTED.index(pair[1]["verdict"]))
    blocks = [*_chart(found, material)]
    if listed:
        title = phrase("Differences, and what may be one")
        blocks.append(_table(title, listed, material))
    if quiet:
        title = phrase("No difference shown, in the headline measures")
        blocks.append(_table(title, quiet, material))
    return blocks


def _chart(found: dict[str, list[dict]], material: Material) -> list:
    """The first headline measure and breakdown in which groups differ."""
    for name in (*material.headlines, *found):
        rows = [row for row in found.get(name, []) if row["difference"] is not None]
        differing = [row["breakdown"] for row in rows if row["verdict"] in LISTED]
        for breakdown in differing:
            drawable = [row for row in rows if row["breakdown"] == breakdown]
            chart = forest(material.definitions[name], drawable, material.labels)
            if chart is not None and len(drawable) >= FOREST:
                return [drawn(chart, material.labels, of_metric(name, material))]
    return []


def _table(title: str, rows: list[tuple[str, dict]], material: Material) -> Table:
    headings = (
        phrase("Measure and groups"),
        phrase("Share"),
        phrase("Reference"),
        phrase("Difference (95%)"),
        phrase("Verdict"),
        phrase("Left open"),
    )
    cells = tuple(
        (
            release_words.title(material.definitions[name]) + "\n" + group_in_print(row, material),
            share_in_print(row, ""),
            share_in_print(row, "reference_"),
            difference_in_print(row),
            verdict_in_print(row),
            left_open(row),
        )
        for name, row in rows[:MOST_ROWS]
    )
    note = phrase(
        "Newest period of each. Up to: the largest difference the numbers do not rule out. Shown from: the smallest true difference "
        "that groups of this size would most likely show (80%)."
    )
    if (left := len(rows) - MOST_ROWS) > 0:
        note += " " + phrase_for(
            left, "{number} more stands in the workbook.", "{number} more stand in the workbook."
        )
    note += " " + of_table("disparities", material.release_id)
    return Table(title, headings, cells, note=note, widths=(2.4, 1.1, 1.1, 1.6, 1.2, 1.3))


def _counts(found: dict[str, list[dict]], material: Material) -> Table:
    headings = (phrase("Measure"), *(words.label for words in VERDICTS.values()))
    rows = tuple(
        (
            release_words.title(material.definitions[name]),
            *(whole(sum(row["verdict"] == code for row in each)) for code in VERDICTS),
        )
        for name, each in found.items()
    )
    title = phrase("Groups compared, by measure and verdict")
    note = phrase(
        "Cannot tell: too few, hidden to protect people, or not reported; the workbook gives the reason of each."
    )
    note += " " + of_table("disparities", material.release_id)
    numbers = frozenset(range(1, len(headings)))
    return Table(title, headings, rows, numbers, note, (3, *[1] * len(VERDICTS)))
