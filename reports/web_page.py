"""The report as one page for a browser: no script, nothing loaded from anywhere, read alike by ear, by hand and on paper.

The same bytes for the same report. Words are escaped by the template engine, drawings are cut down to their shapes,
and a policy inside the page forbids the browser to run or load anything at all.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from languages import direction, phrase, speaking
from reports.blocks import Bullets, Drawn, Facts, Heading, NewPage, Paragraph, Report, Table
from reports.clean_svg import Naming, clean
from reports.plain_text import plain

FOLDER = Path(__file__).resolve().parent
ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONG = 80
"""Letters of a cell of sentences, which needs room where a page is narrow."""
LISTED = 2
"""Level of headings down to which the table of contents goes."""


@dataclass
class Chapter:
    """What stands under one heading of the first level; no heading before the first of them."""

    heading: dict | None
    blocks: list
    listed: list
    """Headings below it that stand in the table of contents."""


def write_html(report: Report, path: Path) -> None:
    """Write the report to `path`."""
    with speaking(report.language):
        path.write_text(_page(report), encoding="utf-8", newline="\n")


def _page(report: Report) -> str:
    engine = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda said: plain(said) if type(said) is str else said,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (FOLDER / "web_page.css").read_text(encoding="utf-8") + _on_paper(report)
    seal = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return engine.get_template("web_page.html").render(
        report=report,
        # Made here and nowhere else, so that it may stand as it is.
        style=Markup(style),
        seal=seal,
        chapters=_Reading(report).chapters(),
        words=_words(),
    )


def _on_paper(report: Report) -> str:
    """What stands at the head and at the foot of every printed page."""
    head = ". ".join(filter(None, (report.mark, report.place)))
    margins = {"top-left": head, "bottom-left": "\n".join(report.foot)}
    told = " ".join(
        f'@{where} {{ content: "{_spelled(said)}"; }}' for where, said in margins.items()
    )
    return f"@media print {{ @page {{ {told} }} }}\n"


def _spelled(text: str) -> str:
    """Every letter as its number, so that nothing of a text is read as style."""
    return "".join(f"\\{ord(sign):06x}" for sign in plain(text))


def _kind(table: Table, place: int) -> str:
    """What a column holds: numbers, sentences, or a few words."""
    if place in table.numeric:
        return "number"
    is_long = any(len(row[place]) > LONG for row in table.rows if place < len(row))
    return "long" if is_long else ""


def _words() -> dict[str, str]:
    return {
        "contents": phrase("Contents"),
        "skip": phrase("Skip to the report"),
        "what": phrase("What"),
        "said": phrase("In words"),
        "up": phrase("Back to contents"),
        "release": phrase("The release behind this report"),
    }


class _Reading:
    """Blocks as the template sets them, numbered as they come."""

    def __init__(self, report: Report):
        self.report = report
        self.language = report.language
        self.counts: dict[str, int] = {}
        self.level = 0
        self.part = report.title

    def chapters(self) -> list[Chapter]:
        found = [Chapter(None, [], [])]
        for block in self.report.blocks:
            told = self._set(block)
            if told["kind"] == "heading" and told["level"] == 1:
                found.append(Chapter(told, [], []))
                continue
            found[-1].blocks.append(told)
            if told["kind"] == "heading" and told["level"] <= LISTED:
                found[-1].listed.append(told)
        return [each for each in found if each.heading or each.blocks]

    def _set(self, block) -> dict:
        match block:
            case Heading():
                # Readers are led by levels, so none is left out.
                self.level = min(block.level, self.level + 1, 3)
                self.part = block.text
                told = {
                    "kind": "heading",
                    "level": self.level,
                    "text": block.text,
                    "id": self._named(block.anchor) or self._id("part"),
                }
            case Paragraph():
                told = {"kind": "paragraph", "style": block.style, "lines": block.text.split("\n")}
            case Bullets():
                told = {"kind": "bullets", "items": [item.split("\n") for item in block.items]}
            case Facts():
                pairs = [(term.split("\n"), said.split("\n")) for term, said in block.pairs]
                told = {"kind": "facts", "pairs": pairs}
            case Table():
                told = self._table(block)
            case Drawn():
                told = self._drawn(block)
            case NewPage():
                # A browser cannot keep a part on one page, so such parts follow one another.
                told = {"kind": "" if block.is_whole else "new page"}
            case _:
                raise TypeError(f"a report has no {type(block).__name__}")
        language = getattr(block, "language", "")
        is_other = bool(language) and language != self.language
        return told | {
            "language": language if is_other else "",
            "direction": direction(language or None),
        }

    def _table(self, table: Table) -> dict:
        width = len(table.headings)
        rows = [[cell.split("\n") for cell in (*row, *[""] * width)[:width]] for row in table.rows]
        return {
            "kind": "table",
            "id": self._id("table"),
            "caption": table.caption,
            "name": table.caption or self.part,
            "headings": [heading.split("\n") for heading in table.headings],
            "rows": rows,
            "kinds": [_kind(table, place) for place in range(width)],
            "note": table.note,
        }

    def _drawn(self, drawn: Drawn) -> dict:
        name = self._id("chart")
        return {
            "kind": "drawn",
            "id": name,
            "svg": Markup(clean(drawn.svg, Naming(name, drawn.title, drawn.alt))),
            "title": drawn.title,
            "note": drawn.note,
        }

    def _named(self, anchor: str) -> str:
        """The name a heading asks for, so that links to it outlive the next report; empty where it cannot have it."""
        name = f"on-{anchor}"
        if not ANCHOR.fullmatch(anchor) or name in self.counts:
            return ""
        self.counts[name] = 1
        return name

    def _id(self, kind: str) -> str:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind}-{self.counts[kind]}"
