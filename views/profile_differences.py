"""Where one place differs: from the other places, and between groups of people within it; and where nothing can be told."""

from collections import Counter

from charts import format as reads
from charts.release_words import inside
from charts.signals import differs, is_alarm, is_judged
from charts.verdicts import FLAGS, VERDICTS, reason
from languages import phrase, phrase_for, whole
from release.read import Release
from views import (
    comparison_matrix,
    comparison_sets,
    fairness_read,
    found_groups,
    frame,
    reading,
)
from views.filled import filled
from views.filters import place_address
from views.found import is_headline, linked
from views.html import Markup, bullets, join, link

MOST_LISTED = 6


def show(release: Release, place: str) -> None:
    """The section; none where the release compares nothing of this place."""
    compared = comparison_matrix.standing_rows(release, place)
    groups = fairness_read.chosen(release, fairness_read.Choice(place))
    if not compared and not groups:
        return
    frame.section(phrase("Where it differs"))
    if compared:
        _from_places(release, place, compared)
    if groups:
        _between_groups(release, place, groups)


def _from_places(release: Release, place: str, rows: list[dict]) -> None:
    judged = [row for row in rows if is_judged(row)]
    comparable = [row for row in judged if not row["is_overdispersed"]]
    alarms = [row for row in judged if is_alarm(row)]
    if not judged:
        frame.part(comparison_matrix.say_alarms(release, rows, place))
        frame.html(bullets([_why_not(rows)]))
        return
    frame.part(comparison_matrix.say_alarms(release, rows, place))
    alerts = sum(row["flag"].endswith("alert") for row in comparable)
    unlike = len(judged) - len(comparable)
    said = [comparison_matrix.say_by_chance(judged)]
    if alerts:
        said.append(
            phrase_for(
                alerts,
                "{number} more lie rather far, as one in 20 would by chance.",
                "{number} more lie rather far, as one in 20 would by chance.",
            )
        )
    if unlike:
        said.append(
            phrase(
                "On {count} the places are too unlike to be compared.",
                count=whole(unlike),
            )
        )
    more = link(
        phrase("Comparison of places"),
        comparison_sets.PAGE,
        **comparison_sets.address(place_address(place, reading.labels(release))),
    )
    alarms.sort(
        key=lambda row: (bool(row["is_overdispersed"]), not is_headline(release, row["metric_id"]))
    )
    points = [_alarm(release, row) for row in alarms[:MOST_LISTED]]
    points += _more(len(alarms) - MOST_LISTED)
    points += [_why_not(rows)] if len(rows) > len(judged) else []
    frame.say(join([" ".join(said), " ", more, "."]))
    if points:
        frame.html(bullets(points))


def _more(number: int) -> list[str]:
    """How many are not listed."""
    return [phrase("{count} more.", count=whole(number))] if number > 0 else []


def _alarm(release: Release, row: dict) -> Markup:
    unit = reading.definitions(release)[row["metric_id"]]["value_unit"]
    period = reads.period(row["period_start"], row["period_end"])
    horizon = reads.horizon(row["horizon_days"])
    within = (
        phrase("{moment}, within {horizon}", moment=period, horizon=horizon) if horizon else period
    )
    value, others = (reads.value(row[key], unit) for key in ("value", "target"))
    mark = FLAGS[row["flag"]].shorthand
    said = (
        phrase("{number}: {value}, {mark} higher than the {others} of all others taken together.")
        if row["flag"] == "high_alarm"
        else phrase(
            "{number}: {value}, {mark} lower than the {others} of all others taken together."
        )
    )
    number = linked(release, row, within)
    return filled(said, number=number, value=value, mark=mark, others=others)


def _between_groups(release: Release, place: str, rows: list[dict]) -> None:
    name = reading.labels(release).place(place)
    by_verdict = Counter(row["verdict"] for row in rows)
    differ = [row for row in rows if differs(row)]
    frame.part(_differing(len(differ), len(rows), name))
    listed = phrase("; ").join(
        f"{whole(by_verdict[code])} × {inside(words.label)}"
        for code, words in VERDICTS.items()
        if by_verdict[code]
    )
    more = link(
        phrase("Fairness audit"),
        "fairness_audit",
        jurisdiction=place_address(place, reading.labels(release)),
    )
    frame.say(
        join(
            [
                phrase(
                    "{listed}. No difference shown is not the same as none. Why groups differ is another question.",
                    listed=listed,
                ),
                " ",
                more,
                ".",
            ]
        )
    )
    differ = _headline_first(release, differ)
    points = [found_groups.gap(release, row) for row in differ[:MOST_LISTED]]
    points += _more(len(differ) - MOST_LISTED)
    points += [_why_not(rows)] if by_verdict["cannot_tell"] else []
    if points:
        frame.html(bullets(points))


def _differing(differ: int, compared: int, name: str) -> str:
    """The heading: how many comparisons of groups show a difference."""
    if not differ:
        return phrase_for(
            compared,
            "None of {number} comparison of groups in {place} show a difference",
            "None of {number} comparisons of groups in {place} show a difference",
            place=name,
        )
    all_of = phrase_for(compared, "{number} comparison", "{number} comparisons")
    return phrase_for(
        differ,
        "{number} of {all} of groups in {place} shows a difference",
        "{number} of {all} of groups in {place} show a difference",
        all=all_of,
        place=name,
    )


def _headline_first(release: Release, rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda row: not is_headline(release, row["metric_id"]))


def _why_not(rows: list[dict]) -> str:
    """How often nothing can be said, by reason."""
    reasons = Counter(reason(row["reason"]) for row in rows if row["reason"])
    listed = phrase("; ").join(
        f"{words} {whole(number)}" for words, number in reasons.most_common()
    )
    return phrase(
        "Cannot tell in {count} of {all}: {reasons}.",
        count=whole(sum(reasons.values())),
        all=whole(len(rows)),
        reasons=listed,
    )
