"""Evidence written as one line, for tables of cases and for properties."""

from datetime import date

import pandas as pd
from hypothesis import strategies as st

from compliance.columns import EVIDENCE_COLUMNS
from compliance.frame import in_columns
from compliance.piece import FIGURES, JUDGED, NUMBERS, Piece

STALE_BEFORE = date(2022, 12, 31)
"""Three years before the data date of the cases, 31 December 2025."""
BEARING = ("happens", "nothing_seen", "cannot_tell")
DAYS = tuple(date(*day) for day in ((2020, 6, 30), (2023, 6, 30), (2024, 6, 30), (2025, 6, 30)))


def piece(line: str, id: str = "a") -> Piece:
    """`kind grade finding day source extra`, without the grade for figures; extra is a coder, a strength or asked= and found=."""
    kind, *words = line.split()
    grade = words.pop(0) if words[0] in "ABCD" else None
    finding, day, *rest = words
    numbers = dict(word.split("=") for word in rest if "=" in word)
    source, extra = (*[word for word in rest if "=" not in word], None, None)[:2]
    dated_on = date.fromisoformat(day)
    is_statute = kind == "statute"
    return Piece(
        id=id,
        kind=kind,
        finding=finding,
        grade=grade,
        dated_on=dated_on,
        is_stale=dated_on < STALE_BEFORE and not is_statute,
        source=source,
        coder=extra if kind == "attestation" else None,
        strength=extra if kind == "recommendation" else None,
        number_asked=float(numbers["asked"]) if "asked" in numbers else None,
        number_found=float(numbers["found"]) if "found" in numbers else None,
    )


def evidence(cells: dict[tuple[str, str, str], list[Piece]]) -> pd.DataFrame:
    """The pieces of each cell as a table of evidence, `is_current` not yet told."""
    rows = [
        dict(zip(("jurisdiction", "obligation_id", "aspect"), cell, strict=True))
        | {"evidence_id": each.id}
        | {name: getattr(each, name) for name in EVIDENCE_COLUMNS if hasattr(each, name)}
        for cell, pieces in cells.items()
        for each in pieces
    ]
    frame = pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS)).assign(is_current=None)
    return in_columns(frame, EVIDENCE_COLUMNS)


@st.composite
def pieces(draw, findings=(*JUDGED, *NUMBERS, *BEARING), most=6) -> list[Piece]:
    """Up to `most` pieces of one cell, with ids of their own."""
    found = draw(st.lists(st.sampled_from(findings), max_size=most))
    return [_drawn(draw, finding, str(place)) for place, finding in enumerate(found)]


def _drawn(draw, finding: str, id: str) -> Piece:
    kinds = ("attestation", "judgment", "recommendation", "plan", "report", "statute")
    if finding in NUMBERS:
        kinds = (*FIGURES, "statute", "report")
    if finding in BEARING:
        kinds = (*FIGURES, "report", "recommendation") if finding == "happens" else FIGURES
    kind = draw(st.sampled_from(kinds))
    day = draw(st.sampled_from(DAYS))
    return Piece(
        id=id,
        kind=kind,
        finding=finding,
        grade=None if kind in FIGURES else draw(st.sampled_from("ABCD")),
        dated_on=day,
        is_stale=day < STALE_BEFORE,
        source=draw(st.sampled_from(("greta", "ministry"))),
        title=draw(st.sampled_from((None, "Something"))),
    )
