"""A page as a tagged PDF (PDF/A-2a and PDF/UA-1), the same bytes for the same document."""

import json
import re
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from reports.page.contents import contents
from reports.page.document import Document
from reports.pdf import STANDARDS

FOLDER = Path(__file__).resolve().parent
LAYOUT = FOLDER / "page.typ"
LACKING = re.compile(r'the text `"(?P<sign>.+?)"` could not be displayed')
# Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation, arrows and simple shapes.
COMMON = re.compile(r"[^\n\t\x20-\x7e\xa0-\u06ff\u1e00-\u23ff\u2500-\u27bf]")
UNSHOWN = "\N{REPLACEMENT CHARACTER}"
MOST_TRIES = 20


def pdf(document: Document) -> bytes:
    """The page; letters that the fonts at hand do not have are shown as a replacement mark."""
    data = json.dumps(contents(document), ensure_ascii=False)
    for _ in range(MOST_TRIES):
        try:
            return _compiled(data, document)
        except typst.TypstError as problem:
            lacking = LACKING.search(str(problem))
            if lacking is None:
                raise
            sign = json.loads('"' + re.sub(r"\\u\{(\w+)\}", _escaped, lacking["sign"]) + '"')
            data = COMMON.sub(UNSHOWN, data)
            for each in (sign, json.dumps(sign)[1:-1]):
                data = data.replace(each, UNSHOWN)
    raise ValueError("too many letters of this page are in none of the fonts")


def _escaped(found: re.Match) -> str:
    return f"\\u{int(found[1], 16):04x}"


def _compiled(data: str, document: Document) -> bytes:
    moment = datetime.combine(document.released_on, time(), UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        typst.compile(
            str(LAYOUT),
            output=str(path),
            root=str(FOLDER),
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            pdf_standards=STANDARDS,
            timestamp=moment,
        )
        return path.read_bytes()
