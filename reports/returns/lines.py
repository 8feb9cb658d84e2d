"""A filled return as long lines: one an entry and period, with all a number needs to be read rightly and traced."""

from collections.abc import Iterator

from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Figure, Filled
from reports.returns.told import value_unit

STANDS = ("in the form", "beside it: another period", "beside it: nearest figure")
"""Whether a line is what the form asks for, or only stands beside it."""
OF_ROW = (
    "numerator denominator value lower upper interval_method maturity status missing_share public_fact linkage_recall as_of"
).split()
"""Columns taken over from the row of results as they are."""


def lines(filled: Filled) -> Iterator[dict]:
    """One line an entry and period; codes and names of columns as in the release, texts of the form in English."""
    for entry in filled.entries:
        for figure in entry.figures:
            yield _line(entry, figure, STANDS[0], filled)
        for figure in entry.beside:
            stands = STANDS[2] if entry.answer.differs else STANDS[1]
            yield _line(entry, figure, stands, filled)


def _line(entry: Entry, figure: Figure, stands: str, filled: Filled) -> dict:
    answer, row, cell = entry.answer, figure.row or {}, entry.cell
    definition = filled.definitions.get(answer.metric) if answer else None
    blank = KINDS[figure.blank] if figure.blank else None
    unit = value_unit(entry, filled) if answer else ""
    if answer and answer.measure != "value":
        unit = answer.unit_counted or row.get("unit_counted") or cell.unit
    return {
        "return_id": filled.form.id,
        "cell_id": cell.id,
        "counted": cell.counted,
        "certainty": cell.certainty,
        "jurisdiction": filled.place,
        "figure": answer.label if answer else "",
        "asked_breakdown": entry.split.title if entry.split else "",
        "asked_category": entry.asked,
        "stands": stands,
        "period_start": figure.start,
        "period_end": figure.end,
        "number": figure.number,
        "text": "; ".join(figure.texts),
        "unit": unit,
        "currency": row.get("currency") or entry.currency or "",
        "blank": figure.blank or "",
        "shorthand": blank.shorthand if blank else "",
        "reason": (entry.why or blank.english_meaning) if blank else "",
        "differs": answer.differs if answer else "",
        "metric_id": answer.metric if answer else "",
        "measure": answer.measure if answer else "",
        "scope": answer.scope if answer else "",
        "source": answer.source if answer else "",
        "breakdown": entry.breakdown if answer else "",
        "category": row.get("category") or entry.code,
        "horizon_days": row.get("horizon_days"),
        **{name: row.get(name) for name in OF_ROW},
        # Of a metric that this place has no row of, the definition that the release holds.
        "definition_hash": row.get("definition_hash")
        or (definition["definition_hash"] if definition else ""),
        "release_id": filled.release["release_id"],
        "content_hash": filled.release["content_hash"],
    }
