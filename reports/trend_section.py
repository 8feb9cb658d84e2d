"""The chapter on time: which series differ from their natural variation, and which only seem to."""

from charts.control import control
from charts.signals import has_limits, has_signal
from languages import decimal, phrase, phrase_for, whole
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table
from reports.compact_table import named_with_key
from reports.drawing import drawn
from reports.material import Material
from reports.sourced import of_metric, of_table
from reports.trend import chance_in_print, signals_in_print

MOST_CHARTS = 2
"""Headline series with signals that are drawn; the table has all."""


def trend_section(material: Material) -> list:
    """The chapter; empty where no metric has a series."""
    found = {name: material.series.get(name) for name in material.definitions}
    found = {name: series for name, series in found.items() if series}
    if not found:
        return []
    lead = phrase(
        "Every series moves, also where nothing has changed. A point is a signal only where it lies outside the limits of the "
        "natural variation of its series, or is part of a run that chance seldom makes. What is no signal is not told as a rise or a fall."
    )
    title = Heading(1, phrase("Over time: signal or chance"), anchor="trends")
    told = _of_place(found, material) if material.jurisdiction else _of_places(found, material)
    # A few lines need no page of their own.
    page = [NewPage()] if any(isinstance(block, Table) for block in told) else []
    return [*page, title, Paragraph(lead, "note"), *told]


def _of_place(found: dict[str, dict], material: Material) -> list:
    series = {name: next(iter(each.values())) for name, each in found.items()}
    long = {name: rows for name, rows in series.items() if has_limits(rows)}
    signals = [name for name, rows in long.items() if has_signal(rows)]
    expected = sum(rows[0]["expected_false_alarms"] or 0 for rows in long.values())
    first = [name for name in material.headlines if name in series]
    others = [name for name in signals if name not in first]
    said = [
        phrase_for(
            len(series),
            "{number} measure has a series; {long} of them are long enough to be judged.",
            "{number} measures have a series; {long} of them are long enough to be judged.",
            long=whole(len(long)),
        ),
    ]
    if long:
        said.append(
            phrase(
                "{count} of these show a signal; {expected} would if nothing had changed.",
                count=whole(len(signals)),
                expected=decimal(expected, 1),
            )
        )
    blocks: list = [Bullets(tuple(said))]
    for name in [each for each in first if each in signals][:MOST_CHARTS]:
        chart = control(material.definitions[name], series[name], material.labels)
        if chart:
            blocks.append(drawn(chart, material.labels, of_metric(name, material)))
    rows = [(name, series[name]) for name in [*first, *others]]
    title = phrase("Headline measures, then all others that show a signal")
    return [*blocks, *([_table(title, rows, material)] if rows else [])]


def _table(title: str, rows: list[tuple[str, list[dict]]], material: Material) -> Table:
    headings = (
        phrase("Measure"),
        phrase("Points"),
        phrase("What differs"),
        phrase("Signal by chance alone"),
    )
    cells = tuple(
        (
            named_with_key(material.definitions[name]),
            whole(series[0]["points"]),
            signals_in_print(series),
            chance_in_print(series),
        )
        for name, series in rows
    )
    note = phrase(
        "Signal by chance alone: how often a series of this length would show one if nothing changed."
    )
    note += " " + of_table("trends", material.release_id)
    return Table(title, headings, cells, frozenset({1}), note, (2, 0.6, 3.2, 1.5))


def _of_places(found: dict[str, dict], material: Material) -> list:
    headings = (
        phrase("Measure"),
        phrase("Series"),
        phrase("With a signal"),
        phrase("Expected by chance"),
    )
    cells = []
    for name, series in found.items():
        signals = sum(map(has_signal, series.values()))
        expected = sum(rows[0]["expected_false_alarms"] or 0 for rows in series.values())
        if name in material.headlines or signals:
            told = (whole(len(series)), whole(signals), decimal(expected, 1))
            cells.append((named_with_key(material.definitions[name]), *told))
    note = phrase(
        "Other measures without any signal are left out. The reports of single places tell each series."
    )
    note += " " + of_table("trends", material.release_id)
    title = phrase("Series over time, by measure")
    return [Table(title, headings, tuple(cells), frozenset({1, 2, 3}), note, (4, 1, 1, 1.2))]
