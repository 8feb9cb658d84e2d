"""How often chance alone would ring in this report, beside how often something rang."""

from charts.release_words import inside
from charts.signals import (
    FALSE_ALARMS,
    differs,
    has_limits,
    has_signal,
    is_alarm,
    is_judged,
    is_tested,
)
from charts.verdicts import FALSE_IN_A_LIST, VERDICTS
from languages import decimal, phrase, whole
from reports.blocks import Table
from reports.material import Material
from reports.sourced import of_table


def alarms(material: Material) -> Table | None:
    """A table of looks, alarms and false alarms to expect; None where nothing was compared."""
    found = [_places(material), _series(material), _groups(material)]
    rows = tuple(tuple(row) for row in found if row)
    if not rows:
        return None
    note = phrase(
        "Who looks at many numbers always finds some that stand out. An alarm is a reason to look, never a finding. Counted over "
        "all metrics, also those told in one row, each in its newest period."
    )
    return Table(
        phrase("Alarms of this report, by what was compared"),
        (
            phrase("What was compared"),
            phrase("Looked at"),
            phrase("Rang"),
            phrase("Expected by chance"),
        ),
        rows,
        frozenset({1, 2, 3}),
        f"{note} {of_table('comparisons, trends, disparities', material.release_id)}",
        (4, 1, 1, 1.2),
    )


def _row(what: str, looked: int, rang: int, expected: float) -> list[str]:
    return [what, whole(looked), whole(rang), decimal(expected, 1)]


def _places(material: Material) -> list[str] | None:
    rows = [row for each in material.places_compared.values() for row in each]
    judged = [row for row in rows if is_judged(row) and material.is_about(row["jurisdiction"])]
    if not judged:
        return None
    what = phrase("Places beside all others together")
    return _row(what, len(judged), sum(map(is_alarm, judged)), FALSE_ALARMS * len(judged))


def _series(material: Material) -> list[str] | None:
    every = [rows for of_metric in material.series.values() for rows in of_metric.values()]
    # A series too short for any rule cannot ring.
    series = [rows for rows in every if has_limits(rows)]
    if not series:
        return None
    rang = sum(map(has_signal, series))
    expected = sum(rows[0]["expected_false_alarms"] or 0 for rows in series)
    return _row(phrase("Series over time"), len(series), rang, expected)


def _groups(material: Material) -> list[str] | None:
    rows = [row for each in material.groups_compared.values() for row in each]
    looked = sum(map(is_tested, rows))
    if not rows:
        return None
    rang = sum(map(differs, rows))
    what = phrase(
        "Groups beside a reference group ({silent}: {count} more)",
        silent=inside(VERDICTS["cannot_tell"].label),
        count=whole(len(rows) - looked),
    )
    return _row(what, looked, rang, FALSE_IN_A_LIST * rang)
