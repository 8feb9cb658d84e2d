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
    # What is missing comes first: at the end it would be a page with a few lines.
    blocks = _without(material)
    for group, names in groups.items():
        if table := compact_table(reads.plain(group), names, material):
            blocks.append(table)
    if not blocks:
        return []
    title = Heading(1, phrase("All other measures"), anchor="other-measures")
    return [NewPage(), title, Paragraph(how_to_read(), "note"), *blocks]


def _without(material: Material) -> list:
    """The metrics of which there is nothing to report."""
    left = [name for name in material.definitions if name not in material.results]
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
    said += " " + phrase("That is no zero.")
    hidden = [name for name in left if name in material.left_out]
    silent = [name for name in left if name not in material.left_out]
    told = [
        phrase(
            "Left out to protect people, since few stand behind them: {measures}.",
            measures=_titles(hidden, material),
        )
        if hidden
        else "",
        phrase(
            "Nobody has reported what these would need: {measures}.",
            measures=_titles(silent, material),
        )
        if silent
        else "",
    ]
    heading = Paragraph(phrase("What this release says nothing about"), "about")
    # What is hidden must not read as if an agency had been silent, nor the other way round.
    return [heading, Paragraph("\n".join([said, *filter(None, told)]), "note")]


def _titles(names: list[str], material: Material) -> str:
    return "; ".join(release_words.title(material.definitions[name]) for name in names)
