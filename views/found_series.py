"""Series that differ from their own past by more than chance, in the whole release."""

from charts import format as reads
from charts import release_words
from charts.joining import with_commas
from charts.verdicts import signal
from languages import decimal, phrase, phrase_for, whole
from release.read import Release
from views import reading, trends_read
from views.filled import filled
from views.found import MOST_TOLD, Finding, is_headline
from views.html import Markup, link


def _expected(number: float) -> str:
    """Few series have fewer than one signal to expect, and a little is not nothing."""
    if number >= 0.05:
        return phrase(
            "If nothing had changed anywhere, about {number} would show a signal.",
            number=decimal(number, 1),
        )
    return phrase(
        "If nothing had changed anywhere, fewer than {number} would show a signal.",
        number=decimal(0.1, 1),
    )


def over_time(release: Release) -> Finding | None:
    """Series that differ from their own past by more than chance; the newest signals of headline metrics first."""
    series = judged(release)
    if not series:
        return None
    expected = expected_signals(series)
    shown = {key: [r for r in rows if r["signal"]] for key, rows in series.items()}
    shown = {key: rows for key, rows in shown.items() if rows}
    leaning = sum(series[key][0]["is_autocorrelated"] for key in shown)
    honest = _expected(expected)
    if leaning:
        caution = phrase(
            "In {leaning} of the {shown} each value leans on the one before, so that signals come too easily.",
            leaning=whole(leaning),
            shown=whole(len(shown)),
        )
        honest = f"{honest} {caution}"
    more = link(phrase("Trends"), trends_read.PAGE, **trends_read.everything())
    points = [filled(phrase("{told} {link}."), told=honest, link=more)]
    reliable = [key for key in shown if not series[key][0]["is_autocorrelated"]]
    newest = sorted(
        reliable,
        key=lambda key: (
            not is_headline(release, key[0]),
            -shown[key][-1]["period_end"].toordinal(),
            *key,
        ),
    )
    points += [_signal(release, shown[key][-1]) for key in _one_a_metric(newest)]
    return Finding(_title(len(shown), len(series)), tuple(points))


def _title(changed: int, followed: int) -> str:
    if followed == 1 and changed:
        return phrase(
            "The one number followed over time changed by more than its usual ups and downs"
        )
    if followed == 1:
        return phrase(
            "The one number followed over time did not change by more than its usual ups and downs"
        )
    if not changed:
        return phrase(
            "None of {all} numbers followed over time changed by more than their usual ups and downs",
            all=whole(followed),
        )
    return phrase_for(
        changed,
        "{number} of {all} numbers followed over time changed by more than their usual ups and downs",
        "{number} of {all} numbers followed over time changed by more than their usual ups and downs",
        all=whole(followed),
    )


def judged(release: Release, place: str | None = None) -> dict[tuple, tuple[dict, ...]]:
    """Metric and place -> the points of a series that is long enough for limits; of one place or of all."""
    return {
        (each.metric_id, each.jurisdiction): each.rows
        for each in trends_read.series(release)
        if each.is_judged and place in (None, each.jurisdiction)
    }


def expected_signals(series: dict[tuple, tuple[dict, ...]]) -> float:
    """How many of these series would show a signal if nothing had changed."""
    return sum(rows[0]["expected_false_alarms"] for rows in series.values())


def _one_a_metric(keys: list[tuple]) -> list[tuple]:
    """The first few, no metric twice."""
    kept: dict[str, tuple] = {}
    for key in keys:
        kept.setdefault(key[0], key)
    return list(kept.values())[:MOST_TOLD]


def _signal(release: Release, row: dict) -> Markup:
    """A sentence; its link opens the series, for a quarter has no page of its metric to stand on."""
    period = reads.period(row["period_start"], row["period_end"])
    definition = reading.definitions(release)[row["metric_id"]]
    value = reads.value(row["value"], definition["value_unit"])
    where = reading.labels(release).place(row["jurisdiction"])
    head = link(
        with_commas([release_words.title(definition), where]),
        trends_read.PAGE,
        **trends_read.of_metric(release, row["metric_id"]),
    )
    said = phrase("{metric}: {value} in {period}, {signal}.")
    return filled(said, metric=head, value=value, period=period, signal=signal(row["signal"]))
