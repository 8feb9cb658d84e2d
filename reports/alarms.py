"""How often chance alone would ring in this report, beside how often something rang."""

from charts.release_words import inside
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
        "all metrics, also those told in one row, and all periods."
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
    sets: dict[tuple, list[dict]] = {}
    names = ("metric_id", "scope", "source", "origin", "period_start", "period_end")
    names += ("horizon_days", "breakdown", "category")
    for rows in material.comparisons.values():
        for row in rows:
            sets.setdefault(tuple(row[name] for name in names), []).append(row)
    looked, rang, expected = 0, 0, 0.0
    for rows in sets.values():
        assessed = [row for row in rows if row["flag"] != "not_assessable"]
        own = [row for row in assessed if material.is_about(row["jurisdiction"])]
        if own:
            looked += len(own)
            rang += sum(row["flag"].endswith("alarm") for row in own)
            expected += own[0]["expected_false_alarms"] * len(own) / len(assessed)
    if not looked:
        return None
    return _row(phrase("Places beside all others together"), looked, rang, expected)


def _series(material: Material) -> list[str] | None:
    series: dict[tuple, list[dict]] = {}
    for rows in material.trends.values():
        for row in rows:
            key = (row["metric_id"], row["scope"], row["jurisdiction"])
            series.setdefault(key, []).append(row)
    # A series too short for any rule cannot ring.
    series = {key: rows for key, rows in series.items() if rows[0]["chart"] != "line"}
    if not series:
        return None
    rang = sum(any(row["signal"] for row in rows) for rows in series.values())
    expected = sum(rows[0]["expected_false_alarms"] or 0 for rows in series.values())
    return _row(phrase("Series over time"), len(series), rang, expected)


def _groups(material: Material) -> list[str] | None:
    rows = [row for each in material.disparities.values() for row in each]
    looked = sum(row["verdict"] != "cannot_tell" for row in rows)
    if not rows:
        return None
    rang = sum(row["verdict"] in ("difference", "difference_explained") for row in rows)
    what = phrase(
        "Groups beside a reference group ({silent}: {count} more)",
        silent=inside(VERDICTS["cannot_tell"].label),
        count=whole(len(rows) - looked),
    )
    return _row(what, looked, rang, FALSE_IN_A_LIST * rang)
