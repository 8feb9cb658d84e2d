"""What stands around a report in an editable document: cover, table of contents, and places for a ministry's own words."""

from languages import phrase
from reports.blocks import Facts, Report
from reports.docx_tables import facts
from reports.docx_words import Speech, field, link, made, paragraph, run

DEEPEST = 2
"""Level of headings down to which the table of contents goes."""


def cover(report: Report, speech: Speech) -> list:
    """Title, place, period, the mark of what is made up, the warning, and the facts of the release."""
    found = [
        paragraph("CoverPublisher", "Answerable", speech=speech),
        paragraph("Title", report.title, speech=speech),
        paragraph("Subtitle", report.place, speech=speech),
        paragraph("CoverLine", report.period, speech=speech),
    ]
    if report.mark:
        found.append(paragraph("SyntheticMark", report.mark, speech=speech))
    if report.warning:
        found.append(paragraph("Warning", report.warning, speech=speech))
    if report.facts:
        heads = (phrase("What"), phrase("In words"))
        found += facts(Facts(report.facts), heads, report.title, speech)
    return found


def contents(headings: list[tuple[int, str, str]], speech: Speech) -> list:
    """A table of contents that the reader's program can fill anew, and that is full before it does.

    Page numbers come with that: only a program that lays pages out knows them.
    """
    listed = [each for each in headings if each[0] <= DEEPEST]
    title = paragraph("TOCHeading", phrase("Contents"), speech=speech, on_new_page=True)
    if not listed:
        return [title]
    lines = [
        paragraph(f"TOC{level}", link(name, run(text, speech)), speech=speech)
        for level, text, name in listed
    ]
    hint = phrase(
        "Page numbers appear here once this table is updated (right-click it, then Update)."
    )
    lines.append(paragraph("Note", hint, speech=speech))
    begin, code, separate, end = field(f'TOC \\o "1-{DEEPEST}" \\h \\z \\u', [], speech)
    lines[0][1:1] = [begin, code, separate]
    lines[-1].append(end)
    gallery = made(
        "docPartObj", made("docPartGallery", val="Table of Contents"), made("docPartUnique")
    )
    properties = made("sdtPr", made("id", val=1), gallery)
    return [made("sdt", properties, made("sdtContent", title, *lines))]


def remarks(number: int, speech: Speech) -> list:
    """A place at the end of a chapter where a ministry writes what it has to say; `number` tells them apart."""
    asked = phrase(
        "Write here, or delete this box. These words are the ministry’s, not the release’s."
    )
    title = phrase("Remarks of the ministry")
    properties = made(
        "sdtPr",
        made("alias", val=title),
        made("tag", val=f"remarks-{number}"),
        made("id", val=1000 + number),
        made("showingPlcHdr"),
    )
    box = paragraph("MinistryRemarks", run(asked, speech, "PlaceholderText"), speech=speech)
    return [
        paragraph("MinistryRemarksTitle", title, speech=speech),
        made("sdt", properties, made("sdtContent", box)),
    ]
