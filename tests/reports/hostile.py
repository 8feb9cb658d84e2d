"""A small report with everything that a report can hold, and with words that try to be more than words."""

from datetime import date

from reports.blocks import (
    Bullets,
    Drawn,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Report,
    Table,
)

SAFE = "Ordinary words, 1,234 and 29.2% (25.0% to 33.1%)"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=cmd|'/c calc'!A1",
    "]]> <!-- &amp; {{ 7 * 7 }} {% raw %} %}",
    "</style></svg></title><script>alert(2)</script>",
    "\\22 ; } @import url(https://example.org); {",
    "INCLUDETEXT https://example.org \\o",
    "javascript:alert(3)",
    "عربي and Ж and 中 and 😀",
)
"""Each must be read as it is written."""
FORBIDDEN = "left\x00\x08\x0b\x1b\x7f\x85\ufffe\ufdd0 out \u202eturned\u202c"
"""Signs that no XML may hold, and such as turn what stands beside them; without them:"""
ALLOWED = "left out turned"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="500" height="80" '
    'viewBox="0 0 500 80" onload="alert(4)"><style>* { background: url(https://example.org) }</style>'
    '<rect id="same" width="500" height="80" fill="white" style="fill: red"/>'
    '<script>alert(5)</script><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">in</p></foreignObject>'
    '<a xlink:href="javascript:alert(6)"><text>linked</text></a><use href="https://example.org#x"/>'
    '<image href="https://example.org/x.png"/><rect width="9" height="9" fill="url(https://example.org#y)"/>'
    '<g fill="rgba(1, 2, 3, 0.5)"><text x="5" y="20" font-family="Libertinus Serif">22.6%</text></g></svg>'
)
"""A drawing that tries all it can; 22.6% is its only word."""


def hostile_report(**more) -> Report:
    """The report; `more` replaces any of its parts."""
    numbers = [("Aubrimoor", "1,234", SAFE), *((text, "7", text) for text in HOSTILE)]
    blocks = (
        Paragraph("Before any chapter", "warning"),
        Heading(1, "First chapter", anchor="first"),
        *(Paragraph(text, style) for text, style in zip(HOSTILE, STYLES * 2, strict=False)),
        Heading(3, "A part that skips a level", anchor="first"),
        Bullets((*HOSTILE, "two\nlines")),
        Facts((*((text, text) for text in HOSTILE), ("Term", "said\nmore")), language="fr"),
        Drawn(SVG, f"Alternative text. {HOSTILE[0]}", HOSTILE[1], "A note below a chart."),
        Drawn(SVG, "Another alternative text.", "Another chart"),
        NewPage(),
        Heading(1, HOSTILE[0], anchor='"><script>'),
        Heading(2, HOSTILE[3], language="fr"),
        Table(
            HOSTILE[1],
            ("Place", "Counted", "", *HOSTILE[:2]),
            tuple((*row, "", "short") for row in numbers),
            frozenset({1}),
            HOSTILE[0],
        ),
        Table("", ("Name", "Number"), (("a row", "12"), ("a short row",)), frozenset({1})),
        NewPage(is_whole=True),
        Paragraph("En français", language="fr"),
        Paragraph("بالعربية", language="ar"),
        Paragraph(FORBIDDEN),
    )
    about = {
        "title": f"A title {HOSTILE[4]}",
        "place": f"A place {HOSTILE[5]}",
        "period": "2016 to 2025",
        "language": "en",
        "direction": "ltr",
        "day": date(2026, 11, 25),
        "facts": (("Release", "2026-11-25-0123456789ab"), ("Content hash", "f" * 64)),
        "foot": ("Release 2026-11-25-0123456789ab", "Content hash " + "f" * 64),
        "description": HOSTILE[1],
        "mark": "SYNTHETIC: made-up data",
        "warning": f"Nothing is real. {HOSTILE[0]}",
        "blocks": blocks,
    }
    return Report(**about | more)


STYLES = ("sentence", "lead", "note", "warning", "quote", "about")


def texts(report: Report) -> list[str]:
    """Every word of a report that a reader must find."""
    found = [report.title, report.place, report.period, report.mark, report.warning, *report.foot]
    found += [each for pair in report.facts for each in pair]
    for block in report.blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [*block.words, block.note]
        elif not isinstance(block, NewPage):
            found += block.words
    return [text for text in found if text]
