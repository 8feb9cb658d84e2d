"""Duties of one place by theme: which share is met, which is not, and of which nobody can say."""

from collections.abc import Mapping

from charts.chart import Chart
from charts.compliance import Tally
from charts.shares import Part, shares


def by_theme(title: str, subtitle: str, told: Mapping[str, Tally]) -> Chart | None:
    """A bar a named theme, in the order given; themes in which nothing applies are left out, None where that is all."""
    wholes = {name: _parts(found) for name, found in told.items() if found.applicable}
    return shares(title, subtitle, wholes, y_title="Share of what applies") if wholes else None


def _parts(found: Tally) -> list[Part]:
    whole = found.applicable
    return [
        Part("Met", found.met / whole, text=f"{found.met:,} of {whole:,}"),
        Part("Not met", found.short / whole, text=f"{found.short:,} of {whole:,}"),
        Part("Open", found.open / whole, is_open=True, text=f"{found.open:,} of {whole:,}"),
    ]
