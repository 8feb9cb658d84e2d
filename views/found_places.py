"""Places further from the others than chance explains, in the newest years of the whole release."""

from charts import format as reads
from charts.joining import in_turn, with_commas
from charts.select import by_column
from charts.signals import is_alarm, is_judged
from languages import phrase, phrase_for, whole
from release.read import Release
from views import comparison_matrix, comparison_sets, reading
from views.filled import filled
from views.found import MOST_TOLD, Finding, is_headline, linked
from views.html import Markup, link


def places(release: Release) -> Finding | None:
    """Alarms of the newest years, and the measures on which places are too unlike to be compared."""
    sets = comparison_sets.standing(release)
    assessed = {key: of_set for key, of_set in sets.items() if any(map(is_judged, of_set))}
    if not assessed:
        return None
    alarms = [row for of_set in assessed.values() for row in of_set if is_alarm(row)]
    unlike = [key for key, of_set in assessed.items() if of_set[0]["is_overdispersed"]]
    rows = comparison_matrix.standing_rows(release)
    title = comparison_matrix.say_alarms(release, rows)
    honest = comparison_matrix.say_by_chance(rows)
    if unlike:
        caution = phrase_for(
            len(assessed),
            "On {unlike} of {number} measure the places differ so widely that they are not comparable "
            "before their cases and definitions are looked at.",
            "On {unlike} of {number} measures the places differ so widely that they are not comparable "
            "before their cases and definitions are looked at.",
            unlike=whole(len(unlike)),
        )
        honest = f"{honest} {caution}"
    more = link(phrase("Comparison of places"), comparison_sets.PAGE, **comparison_sets.address())
    points = [filled(phrase("{told} {link}."), told=honest, link=more)]
    comparable = [row for row in alarms if not row["is_overdispersed"]]
    by_metric = by_column(comparable, "metric_id")
    first = sorted(by_metric, key=lambda key: (not is_headline(release, key), key))[:MOST_TOLD]
    points += [_alarms(release, key, by_metric[key]) for key in first]
    return Finding(title, tuple(points))


def _alarms(release: Release, metric_id: str, rows: list[dict]) -> Markup:
    names = reading.labels(release)

    def where(flag: str) -> str:
        listed = sorted(names.place(row["jurisdiction"]) for row in rows if row["flag"] == flag)
        return with_commas(dict.fromkeys(listed))

    high, low = where("high_alarm"), where("low_alarm")
    parts = [
        phrase("higher in {places}", places=high) if high else "",
        phrase("lower in {places}", places=low) if low else "",
    ]
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    head = linked(release, rows[0], period)
    return filled(phrase("{metric}: {said}."), metric=head, said=in_turn(parts))
