"""Duties of one place by theme: which share is met, which is not, and of which nobody can say."""

from collections.abc import Mapping

from charts.chart import Chart
from charts.compliance import Tally
from charts.shares import Part, shares
from languages import phrase, whole


def by_theme(title: str, subtitle: str, told: Mapping[str, Tally]) -> Chart | None:
    """A bar a named theme, in the order given; themes in which nothing applies are left out, None where that is all."""
    wholes = {name: _parts(found) for name, found in told.items() if found.applicable}
    return (
        shares(title, subtitle, wholes, y_title=phrase("Share of what applies")) if wholes else None
    )


def _parts(found: Tally) -> list[Part]:
    every = found.applicable

    def part(name: str, cells: int, *, is_open: bool = False) -> Part:
        said = phrase("{count} of {total}", count=whole(cells), total=whole(every))
        return Part(name, cells / every, is_open, said)

    return [
        part(phrase("Met"), found.met),
        part(phrase("Not met"), found.short),
        part(phrase("Open"), found.open, is_open=True),
    ]
