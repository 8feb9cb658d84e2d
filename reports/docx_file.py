"""The report as an editable document (DOCX): what a ministry takes to add its own words and to sign.

The same bytes for the same report: no clock is asked, and the only day in it is that of publication.
"""

import io
from pathlib import Path

import vl_convert
from docx import Document
from docx.oxml.shape import CT_Inline
from docx.shared import Mm

from languages import phrase, speaking
from reports.blocks import Bullets, Drawn, Facts, Heading, NewPage, Paragraph, Report, Table
from reports.clean_svg import clean
from reports.docx_chapters import chapters
from reports.docx_frame import contents, cover, remarks
from reports.docx_package import prepare, save
from reports.docx_tables import facts, tables
from reports.docx_words import Speech, bookmark, made, paragraph, run
from reports.fonts_at_hand import ready
from reports.page.svg_size import size
from reports.page.widths import UPRIGHT
from reports.plain_text import plain

TALLEST = 150
"""Millimetres that a chart may be high."""
SCALE = 2
"""Points of a picture for one of its drawing."""
STYLES = {
    "sentence": "Normal",
    "lead": "Lead",
    "note": "Note",
    "warning": "Warning",
    "quote": "Quote",
    "about": "About",
}
"""Style of a paragraph -> its name in the document."""


def write_docx(report: Report, path: Path) -> None:
    """Write the report to `path`."""
    with speaking(report.language):
        document = Document()
        prepare(document, report)
        _Writing(document, report).write()
        save(document, path)


class _Writing:
    """Block after block into a document."""

    def __init__(self, document, report: Report):
        self.document, self.report = document, report
        self.speech = Speech(report.language)
        self.body = document.element.body
        self.drawn = 0
        self.level = 0
        # The table of contents ends on a page of its own.
        self.on_new_page = True
        self.part = report.title
        """The heading above: what a table without a caption is called."""
        self.headings: list[tuple[int, str, str]] = []

    def write(self) -> None:
        written: list = []
        for chapter in chapters(self.report.blocks):
            self.on_new_page |= chapter.is_on_new_page
            for block in chapter.blocks:
                written += self._set(block)
            if chapter.is_titled:
                written += remarks(len(self.headings), self.speech)
        frame = cover(self.report, self.speech) + contents(self.headings, self.speech)
        # The last element of a body holds the size of its pages.
        place = len(self.body) - 1
        self.body[place:place] = frame + written

    def _set(self, block) -> list:
        if isinstance(block, NewPage):
            # Nothing can be kept on one page where a ministry adds words of its own: such parts follow one another.
            self.on_new_page |= not block.is_whole
            return []
        speech = Speech(self.report.language, getattr(block, "language", ""))
        on_new_page, self.on_new_page = self.on_new_page, False
        match block:
            case Heading():
                return [self._heading(block, speech, on_new_page)]
            case Paragraph():
                style = STYLES.get(block.style, "Normal")
                return [paragraph(style, block.text, speech=speech, on_new_page=on_new_page)]
            case Bullets():
                return [
                    paragraph("ListBullet", item, speech=speech, on_new_page=on_new_page and not at)
                    for at, item in enumerate(block.items)
                ]
            case Table():
                return tables(block, self.part, speech, on_new_page=on_new_page)
            case Facts():
                heads = (phrase("What"), phrase("In words"))
                before = [paragraph("Gap", speech=speech, on_new_page=True)] if on_new_page else []
                return before + facts(block, heads, self.part, speech)
            case Drawn():
                return self._drawn(block, speech, on_new_page)
        raise TypeError(f"a report has no {type(block).__name__}")

    def _heading(self, block: Heading, speech: Speech, on_new_page: bool):
        # Readers are led by levels, so none is left out.
        self.level = min(block.level, self.level + 1, 3)
        self.part = block.text
        number = len(self.headings) + 1
        name = f"_Toc{number:09d}"
        self.headings.append((self.level, block.text, name))
        marked = bookmark(number, name, run(block.text, speech))
        style = f"Heading{self.level}"
        return paragraph(style, *marked, speech=speech, on_new_page=on_new_page)

    def _drawn(self, block: Drawn, speech: Speech, on_new_page: bool) -> list:
        self.drawn += 1
        svg = clean(block.svg)
        width, height = size(svg)
        scale = min(UPRIGHT / width, TALLEST / height)
        ready()
        picture = io.BytesIO(vl_convert.svg_to_png(svg, scale=SCALE))
        relation, _ = self.document.part.get_or_add_image(picture)
        inline = CT_Inline.new_pic_inline(
            self.drawn, relation, f"{self.drawn}.png", Mm(scale * width), Mm(scale * height)
        )
        for properties in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
            properties.set("descr", plain(block.alt))
            properties.set("title", plain(block.title))
        found = [
            paragraph("Caption", block.title, speech=speech, on_new_page=on_new_page),
            paragraph("Picture", made("r", made("drawing", inline)), speech=speech),
        ]
        return found + ([paragraph("Note", block.note, speech=speech)] if block.note else [])
