"""Places further from the others than chance explains, in the newest years of the whole release."""

from charts import format as reads
from charts.choose import by_column
from charts.format import many
from release.read import Release
from views import reading
from views.found import MOST_TOLD, Finding, is_headline, linked, newest_told
from views.html import Markup, join, link

ALARMS = ("high_alarm", "low_alarm")
FALSE_ALARMS = 0.002
"""Part of the numbers judged that lie beyond either alarm limit by chance alone."""
SETS = ("metric_id", "scope", "source", "origin", "period_start", "period_end", "horizon_days")
PLACES = (*SETS, "jurisdiction", "flag", "reason", "is_overdispersed", "expected_false_alarms")


def places(release: Release) -> Finding | None:
    """Alarms of the newest years, and the measures on which places are too unlike to be compared."""
    rows = newest_told(reading.rows(release, "comparisons", PLACES))
    sets = _sets(rows)
    assessed = {key: of_set for key, of_set in sets.items() if _are_assessed(of_set)}
    if not assessed:
        return None
    expected = sum(of_set[0]["expected_false_alarms"] or 0 for of_set in assessed.values())
    count = sum(row["flag"] != "not_assessable" for of_set in assessed.values() for row in of_set)
    alarms = [row for of_set in assessed.values() for row in of_set if row["flag"] in ALARMS]
    unlike = [key for key, of_set in assessed.items() if of_set[0]["is_overdispersed"]]
    title = (
        f"{len(alarms) or 'None'} of {count:,} numbers {'lies' if len(alarms) == 1 else 'lie'} further "
        "from those of other places than chance explains"
    )
    caution = (
        f" On {len(unlike)} of {many(len(assessed), 'measure')} the places differ so widely that they "
        "are not comparable before their cases and definitions are looked at."
        if unlike
        else ""
    )
    honest = f"If no place differed, about {expected:.1f} would.{caution} "
    points = [join([honest, link("Comparison of places", "comparison"), "."])]
    comparable = [row for row in alarms if not row["is_overdispersed"]]
    by_metric = by_column(comparable, "metric_id")
    first = sorted(by_metric, key=lambda key: (not is_headline(release, key), key))[:MOST_TOLD]
    points += [_alarms(release, key, by_metric[key]) for key in first]
    return Finding(title, tuple(points))


def _sets(rows: list[dict]) -> dict[tuple, list[dict]]:
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in SETS), []).append(row)
    return found


def _are_assessed(rows: list[dict]) -> bool:
    return any(row["flag"] != "not_assessable" for row in rows)


def _alarms(release: Release, metric_id: str, rows: list[dict]) -> Markup:
    names = reading.labels(release)
    parts = []
    for flag, words in (("high_alarm", "higher"), ("low_alarm", "lower")):
        listed = sorted(names.place(row["jurisdiction"]) for row in rows if row["flag"] == flag)
        parts += [f"{words} in {', '.join(dict.fromkeys(listed))}"] if listed else []
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    return join([linked(release, rows[0], period), f": {'; '.join(parts)}."])
