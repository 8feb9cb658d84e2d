"""The first chapter: what stands in the rest, in sentences about one place and in one table about several."""

from charts import release_words
from charts.select import numbers_in
from languages import phrase
from reports.blocks import Bullets, Heading, NewPage, Paragraph
from reports.compact_table import compact_table, how_to_read
from reports.duties import short_sentence
from reports.material import Material
from reports.reading import Reading
from reports.sourced import of_metrics
from reports.subject import Subject
from reports.told import sentences


def in_short(reading: Reading, subject: Subject, material: Material) -> list:
    """The chapter."""
    # One page, so that it can be handed on by itself.
    blocks = [NewPage(is_whole=True), Heading(1, phrase("In short"), anchor="in-short")]
    duties = short_sentence(reading, subject)
    if duties:
        blocks += [Paragraph(phrase("Duties under conventions"), "about"), Bullets((duties,))]
    told = [name for name in material.headlines if name in material.results]
    title = phrase("The measures that stand for their stage")
    if not told:
        # Where agencies sent nothing, what others published is all there is.
        told = [name for name, rows in material.results.items() if numbers_in(rows)]
        title = phrase("All other measures")
    if material.jurisdiction is None:
        table = compact_table(title, told, material)
        return [*blocks, *([table, Paragraph(how_to_read(), "note")] if table else [])]
    for name in told:
        title = release_words.title(material.definitions[name])
        blocks.append(Paragraph(title, "about"))
        blocks.append(Bullets(tuple(sentences(name, material))))
    return [*blocks, Paragraph(of_metrics(material), "note")]
