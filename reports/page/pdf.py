"""A page as a tagged PDF (PDF/A-2a and PDF/UA-1), the same bytes for the same document."""

import tempfile
from pathlib import Path

from reports.page.contents import contents
from reports.page.document import Document
from reports.typesetting import typeset

LAYOUT = Path(__file__).resolve().parent / "page.typ"


def pdf(document: Document) -> bytes:
    """The page; letters that the fonts at hand do not have are shown as a replacement mark."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        typeset(LAYOUT, contents(document), path, document.released_on)
        return path.read_bytes()
