"""The chapter that lets the place speak: its replies, word for word, beside the duty each is about."""

from charts import format as reads
from charts.compliance import state_words
from languages import phrase, phrase_for
from reports.blocks import Heading, Paragraph
from reports.duty_words import duty_name
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject


def replies_section(reading: Reading, subject: Subject) -> list:
    """The chapter; that no reply has been published is said plainly."""
    title = Heading(1, phrase("What the place replies"), anchor="replies")
    replies = reading.about("replies", subject.codes)
    if not replies:
        said = phrase(
            "No reply has been published. Whoever is reported about may reply to every finding; a reply is printed here word for word, and stands "
            "beside the finding without changing it."
        )
        return [title, Paragraph(said)]
    cells = {
        (row["jurisdiction"], row["obligation_id"], row["aspect"]): row
        for row in reading.about("compliance", subject.codes)
    }
    said = phrase_for(
        len(replies),
        "{number} reply has been published. It is printed word for word and in the language it was given in, and changes no finding.",
        "{number} replies have been published. They are printed word for word and in the language they were given in, and change no finding.",
    )
    source = of_table("replies", reading.release.release_id)
    blocks = [title, Paragraph(f"{said} {source}")]
    for row in replies:
        blocks += _reply(row, cells, reading, subject)
    return blocks


def _reply(row: dict, cells: dict, reading: Reading, subject: Subject) -> list:
    labels = reading.labels
    cell = cells.get((row["jurisdiction"], row["obligation_id"], row["aspect"]))
    heading = phrase(
        "On {duty}, {aspect}",
        duty=duty_name(row["obligation_id"], reading),
        aspect=labels.category("aspect", row["aspect"]).lower(),
    )
    if subject.code is None:
        heading = phrase("{place}: {what}", place=labels.place(row["jurisdiction"]), what=heading)
    about = [phrase("Reply of {day}", day=reads.day(row["replied_on"])), f"[{row['reply_id']}]"]
    told = [Heading(2, heading)]
    if cell:
        state = state_words(cell["state"], labels).label
        found = phrase("The finding: {state}. {why}", state=state, why=cell["because"] or "")
        told.append(Paragraph(found.strip()))
    return [*told, Paragraph(" ".join(about), "about"), Paragraph(row["reply"].strip(), "quote")]
