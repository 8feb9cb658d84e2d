"""Series that differ from their own past by more than chance, in the whole release."""

from charts import format as reads
from charts.format import many
from charts.verdicts import signal
from release.read import Release
from views import reading
from views.found import MOST_TOLD, is_headline, linked
from views.html import Markup, join

SERIES = (
    *("metric_id", "scope", "jurisdiction", "period_start", "period_end", "value", "signal"),
    *("limits_kind", "is_autocorrelated", "expected_false_alarms"),
)


def over_time(release: Release) -> Markup | None:
    """Series that differ from their own past by more than chance; the newest signals of headline metrics first."""
    series: dict[tuple, list[dict]] = {}
    for row in reading.rows(release, "trends", SERIES):
        if row["limits_kind"] != "none":
            key = (row["metric_id"], row["scope"], row["jurisdiction"])
            series.setdefault(key, []).append(row)
    if not series:
        return None
    expected = sum(rows[0]["expected_false_alarms"] for rows in series.values())
    shown = {key: [r for r in rows if r["signal"]] for key, rows in series.items()}
    shown = {key: rows for key, rows in shown.items() if rows}
    leaning = sum(series[key][0]["is_autocorrelated"] for key in shown)
    head = (
        f"Of {many(len(series), 'series', 'series')} long enough to be judged, {len(shown) or 'none'} "
        f"{'shows' if len(shown) == 1 else 'show'} a signal; if nothing had changed anywhere, about "
        f"{expected:.1f} would. "
    )
    caution = (
        f"In {leaning} of them each value leans on the one before, so that signals come too easily. "
        if leaning
        else ""
    )
    reliable = [key for key in shown if not series[key][0]["is_autocorrelated"]]
    newest = sorted(
        reliable,
        key=lambda key: (
            not is_headline(release, key[0]),
            -shown[key][-1]["period_end"].toordinal(),
            *key,
        ),
    )
    told = [_signal(release, shown[key][-1]) for key in _one_a_metric(newest)]
    return join([head, caution, join(told, " ")])


def _one_a_metric(keys: list[tuple]) -> list[tuple]:
    """The first few, no metric twice."""
    kept: dict[str, tuple] = {}
    for key in keys:
        kept.setdefault(key[0], key)
    return list(kept.values())[:MOST_TOLD]


def _signal(release: Release, row: dict) -> Markup:
    period = reads.period(row["period_start"], row["period_end"])
    unit = reading.definitions(release)[row["metric_id"]]["value_unit"]
    value = reads.value(row["value"], unit)
    where = reading.labels(release).place(row["jurisdiction"])
    head = linked(release, row, where)
    return join([head, f": {value} in {period}, {signal(row['signal'])}."])
