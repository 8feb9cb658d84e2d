"""The chapter with every measure that has no page of its own: a row each, by stage of justice; then those without results."""

from charts import format as reads
from charts import release_words
from languages import phrase, phrase_for
from reports.blocks import Heading, NewPage, Paragraph
from reports.compact_table import compact_table, how_to_read
from reports.material import Material


def other_measures(material: Material) -> list:
    """The chapter; empty where every measure has a page."""
    groups: dict[str, list[str]] = {}
    for name, definition in material.definitions.items():
        if name not in material.headlines:
            groups.setdefault(definition["metric_group"], []).append(name)
    blocks = []
    for group, names in groups.items():
        if table := compact_table(reads.plain(group), names, material):
            blocks.append(table)
    blocks += _without(material)
    if not blocks:
        return []
    title = Heading(1, phrase("All other measures"), anchor="other-measures")
    return [NewPage(), title, Paragraph(how_to_read(), "note"), *blocks]


def _without(material: Material) -> list:
    """The metrics of which there is nothing to report."""
    left = [
        release_words.title(row)
        for name, row in material.definitions.items()
        if name not in material.results
    ]
    if not left:
        return []
    place = material.jurisdiction
    if place:
        said = phrase_for(
            len(left),
            "This release holds no results for {place} of {number} metric.",
            "This release holds no results for {place} of {number} metrics.",
            place=material.labels.place(place),
        )
    else:
        said = phrase_for(
            len(left),
            "This release holds no results of {number} metric.",
            "This release holds no results of {number} metrics.",
        )
    said += " " + phrase("That is no zero: nobody has reported what these would need.")
    heading = Paragraph(phrase("What this release says nothing about"), "about")
    return [heading, Paragraph(said), Paragraph("; ".join(left) + ".", "note")]
