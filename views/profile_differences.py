"""Where one place differs: from the other places, and between groups of people within it; and where nothing can be told."""

from collections import Counter

from charts import format as reads
from charts.format import many
from charts.verdicts import FLAGS, VERDICTS, reason
from release.read import Release
from views import found_groups, found_places, frame, reading
from views.filters import place_label
from views.found import is_headline, linked, newest_told
from views.html import Markup, bullets, join, link

MOST_LISTED = 6
COLUMNS = (*found_places.PLACES, "value", "target")


def show(release: Release, place: str) -> None:
    """The section; none where the release compares nothing of this place."""
    compared = _compared(release, place)
    groups = newest_told(
        reading.rows(release, "disparities", found_groups.GAPS, jurisdiction=place)
    )
    if not compared and not groups:
        return
    frame.section("Where it differs")
    if compared:
        _from_places(release, place, compared)
    if groups:
        _between_groups(release, place, groups)


def _compared(release: Release, place: str) -> list[dict]:
    rows = newest_told(reading.rows(release, "comparisons", COLUMNS))
    return [row for row in rows if row["jurisdiction"] == place]


def _from_places(release: Release, place: str, rows: list[dict]) -> None:
    name = reading.labels(release).place(place)
    judged = [row for row in rows if row["flag"] != "not_assessable"]
    comparable = [row for row in judged if not row["is_overdispersed"]]
    alarms = [row for row in comparable if row["flag"] in found_places.ALARMS]
    if not judged:
        frame.part(f"No number of {name} can be compared with those of other places")
        frame.html(bullets([_why_not(rows)]))
        return
    frame.part(
        f"{len(alarms) or 'None'} of {many(len(judged), 'number')} of {name} "
        f"{'lies' if len(alarms) == 1 else 'lie'} further from the other places than chance explains"
    )
    chance = found_places.FALSE_ALARMS * len(judged)
    alerts = sum(row["flag"].endswith("alert") for row in comparable)
    unlike = len(judged) - len(comparable)
    said = f"By chance alone about {chance:.1f} would. "
    said += f"{alerts} more lie rather far, as one in 20 would by chance. " if alerts else ""
    said += f"On {unlike} the places are too unlike to be compared. " if unlike else ""
    more = link(
        "Comparison of places",
        "comparison",
        jurisdiction=place_label(place, reading.labels(release)),
    )
    alarms = _headline_first(release, alarms)
    points = [_alarm(release, row) for row in alarms[:MOST_LISTED]]
    points += [f"{len(alarms) - MOST_LISTED} more."] if len(alarms) > MOST_LISTED else []
    points += [_why_not(rows)] if len(rows) > len(judged) else []
    frame.say(join([said, more, "."]))
    if points:
        frame.html(bullets(points))


def _alarm(release: Release, row: dict) -> Markup:
    unit = reading.definitions(release)[row["metric_id"]]["value_unit"]
    period = reads.period(row["period_start"], row["period_end"])
    horizon = reads.horizon(row["horizon_days"])
    within = f"{period}, within {horizon}" if horizon else period
    way = "higher" if row["flag"] == "high_alarm" else "lower"
    value, others = (reads.value(row[key], unit) for key in ("value", "target"))
    mark = FLAGS[row["flag"]].shorthand
    said = f": {value}, {mark} {way} than the {others} of all others taken together."
    return join([linked(release, row, within), said])


def _between_groups(release: Release, place: str, rows: list[dict]) -> None:
    name = reading.labels(release).place(place)
    by_verdict = Counter(row["verdict"] for row in rows)
    differ = [row for row in rows if row["verdict"] in ("difference", "difference_explained")]
    frame.part(
        f"{len(differ) or 'None'} of {many(len(rows), 'comparison')} of groups in {name} "
        f"{'shows' if len(differ) == 1 else 'show'} a difference"
    )
    listed = "; ".join(
        f"{by_verdict[code]:,} × {words.label.lower()}"
        for code, words in VERDICTS.items()
        if by_verdict[code]
    )
    more = link(
        "Fairness audit",
        "fairness_audit",
        jurisdiction=place_label(place, reading.labels(release)),
    )
    frame.say(
        join(
            [
                f"{listed}. No difference shown is not the same as none. Why groups differ is another question. ",
                more,
                ".",
            ]
        )
    )
    differ = _headline_first(release, differ)
    points = [found_groups.gap(release, row) for row in differ[:MOST_LISTED]]
    points += [f"{len(differ) - MOST_LISTED} more."] if len(differ) > MOST_LISTED else []
    points += [_why_not(rows)] if by_verdict["cannot_tell"] else []
    if points:
        frame.html(bullets(points))


def _headline_first(release: Release, rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda row: not is_headline(release, row["metric_id"]))


def _why_not(rows: list[dict]) -> str:
    """How often nothing can be said, by reason."""
    reasons = Counter(reason(row["reason"]) for row in rows if row["reason"])
    listed = "; ".join(f"{words} {number:,}" for words, number in reasons.most_common())
    return f"Cannot tell in {sum(reasons.values()):,} of {len(rows):,}: {listed}."
