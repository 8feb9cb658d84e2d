"""Runs the typesetter: words in as data, a tagged PDF out, the same bytes for the same words."""

import json
import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from reports.fonts_at_hand import FONTS
from reports.plain_text import plain_all

STANDARDS = ["a-2a", "ua-1"]
LACKING = re.compile(r'the text `"(?P<sign>.+?)"` could not be displayed')
# Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation, arrows and simple shapes; Arabic as presented.
COMMON = re.compile(r"[^\n\t\x20-\x7e\xa0-\u06ff\u1e00-\u23ff\u2500-\u27bf\ufb50-\ufeff]")
UNSHOWN = "\N{REPLACEMENT CHARACTER}"
MOST_TRIES = 20


def typeset(layout: Path, contents: dict, path: Path, day: date) -> None:
    """Write what `layout` makes of `contents` to `path`; `day` is the only clock the file knows.

    Words travel as JSON and are set as text, never read as markup. Only the layout's own folder can be opened, and
    only the fonts at hand are used, whatever machine this is. A letter that none of them has is shown as a replacement mark.
    """
    # PDF/A refuses signs that are no letters; one in a reply must not keep a whole report from being made.
    data = json.dumps(plain_all(contents), ensure_ascii=False)
    for _ in range(MOST_TRIES):
        try:
            return _compile(layout, data, path, day)
        except typst.TypstError as problem:
            lacking = LACKING.search(str(problem))
            if lacking is None:
                raise
            sign = json.loads('"' + re.sub(r"\\u\{(\w+)\}", _escaped, lacking["sign"]) + '"')
            data = COMMON.sub(UNSHOWN, data)
            for each in (sign, json.dumps(sign)[1:-1]):
                data = data.replace(each, UNSHOWN)
    raise ValueError("too many letters of this text are in none of the fonts")


def _escaped(found: re.Match) -> str:
    return f"\\u{int(found[1], 16):04x}"


def _compile(layout: Path, data: str, path: Path, day: date) -> None:
    typst.compile(
        str(layout),
        output=str(path),
        root=str(layout.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(day, time(), UTC),
    )
