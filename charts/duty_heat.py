"""Themes beside places: how many duties are not met, where nothing is decided of any, and where none applies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from charts.chart import Chart
from charts.compliance import STATE_MARKS, Tally
from charts.heat import Cell, heat
from charts.joining import in_turn, named
from languages import phrase, whole

MOST_COLUMNS = 15
"""More places than this cannot stand side by side."""
OPEN, NOT_KNOWN = STATE_MARKS["no_evidence"], STATE_MARKS["not_known"]
"""In a field where nothing is decided, and where nobody knows if a duty applies: without depth, so that neither can
pass for a good one. As short as a narrow screen needs them."""


def gaps(
    told: Mapping[tuple[str, str], Tally], themes: Sequence[str], places: Sequence[str]
) -> Chart | None:
    """`told` is (theme, place) -> its tally, by their names; None where nothing applies or places are too many."""
    asked = [found for found in told.values() if found.applicable]
    if not asked or len(places) > MOST_COLUMNS:
        return None
    cells = [
        _cell(theme, place, told.get((theme, place), Tally()))
        for theme in themes
        for place in places
    ]
    with_gap = sum(found.short > 0 for found in asked)
    title = phrase(
        "In {count} of {total} pairs of theme and place a duty is not met",
        count=whole(with_gap),
        total=whole(len(asked)),
    )
    subtitle = phrase(
        "Binding duties not met, of those that apply, by theme and place, all aspects"
    )
    drawn = heat(
        title,
        subtitle,
        cells,
        unit="share",
        y_title=phrase("Share of what applies that is not met"),
        columns=places,
    )
    return replace(drawn, alt=_alt(title, subtitle, told, themes))


def _cell(theme: str, place: str, found: Tally) -> Cell:
    if not found.applicable:
        # Nobody knowing whether a duty applies is no reason to say that none does.
        return (
            Cell(theme, place, None, NOT_KNOWN)
            if found.unknown
            else Cell(theme, place, None, "", "not_applicable")
        )
    if not found.met + found.short:
        return Cell(theme, place, None, OPEN)
    share = found.short / found.applicable
    counted = phrase("{count} of {total}", count=whole(found.short), total=whole(found.applicable))
    return Cell(theme, place, share, counted)


def words(found: Tally) -> str:
    """4 of 17 not met, 9 open, 4 met; or why there is nothing to count."""
    if not found.applicable:
        return found.words
    return phrase(
        "{short} of {total} not met, {open} open, {met} met",
        short=whole(found.short),
        total=whole(found.applicable),
        open=whole(found.open),
        met=whole(found.met),
    )


def _alt(title: str, subtitle: str, told: Mapping, themes: Sequence[str]) -> str:
    """All places together for each theme; the table has every pair."""
    sums = []
    for theme in themes:
        of_theme = [found for (name, _), found in told.items() if name == theme]
        added = (sum(getattr(each, name) for each in of_theme) for name in ("met", "short", "open"))
        sums.append(named(theme, words(Tally(*added))))
    return phrase(
        "Grid of themes by places. {title}. {subtitle}. All places together: {themes}. The table beside the chart has "
        "every pair.",
        title=title,
        subtitle=subtitle,
        themes=in_turn(sums),
    )
