"""What the stored comparisons of the whole release say together, each with the false alarms to expect."""

from charts import format as reads
from charts.choose import by_column
from charts.forest import difference
from charts.format import many
from charts.verdicts import signal
from release.read import Release
from views import reading
from views.filters import place_label
from views.html import Markup, join, link

MOST_TOLD = 3
ALARMS = ("high_alarm", "low_alarm")
SERIES = (
    *("metric_id", "scope", "jurisdiction", "period_start", "period_end", "value", "signal"),
    *("limits_kind", "is_autocorrelated", "expected_false_alarms"),
)
GAPS = (
    *("metric_id", "scope", "jurisdiction", "period_start", "period_end", "breakdown", "category"),
    *("reference", "verdict", "reason"),
    *("difference", "difference_lower", "difference_upper"),
)
SETS = ("metric_id", "scope", "source", "origin", "period_start", "period_end", "horizon_days")
PLACES = (*SETS, "jurisdiction", "flag", "reason", "is_overdispersed", "expected_false_alarms")


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
            not _is_headline(release, key[0]),
            -shown[key][-1]["period_end"].toordinal(),
            *key,
        ),
    )
    told = [_signal(release, shown[key][-1]) for key in _one_a_metric(newest)]
    return join([head, caution, join(told, " ")])


def places(release: Release) -> Markup | None:
    """Alarms of the newest years, and the measures on which places are too unlike to be compared."""
    rows = _newest(reading.rows(release, "comparisons", PLACES))
    sets = _sets(rows)
    assessed = {key: of_set for key, of_set in sets.items() if _are_assessed(of_set)}
    if not assessed:
        return None
    expected = sum(of_set[0]["expected_false_alarms"] or 0 for of_set in assessed.values())
    count = sum(row["flag"] != "not_assessable" for of_set in assessed.values() for row in of_set)
    alarms = [row for of_set in assessed.values() for row in of_set if row["flag"] in ALARMS]
    unlike = [key for key, of_set in assessed.items() if of_set[0]["is_overdispersed"]]
    head = (
        f"Of {count:,} numbers that can be compared with those of all other places, "
        f"{len(alarms) or 'none'} {'lies' if len(alarms) == 1 else 'lie'} further away than chance "
        f"explains; if no place differed, about {expected:.1f} would. "
    )
    caution = (
        f"On {len(unlike)} of {many(len(assessed), 'measure')} the places differ so widely among "
        "themselves that they are not comparable before their cases and definitions are looked at. "
        if unlike
        else ""
    )
    comparable = [row for row in alarms if not row["is_overdispersed"]]
    by_metric = by_column(comparable, "metric_id")
    first = sorted(by_metric, key=lambda key: (not _is_headline(release, key), key))[:MOST_TOLD]
    told = [_alarms(release, key, by_metric[key]) for key in first]
    return join([head, caution, join(told, " ")])


def groups(release: Release) -> Markup | None:
    """Groups that differ in one place and the newest years, and how often nothing can be told."""
    rows = _newest(reading.rows(release, "disparities", GAPS))
    if not rows:
        return None
    by_verdict = by_column(rows, "verdict")
    differ = by_verdict.get("difference", [])
    explained = len(by_verdict.get("difference_explained", []))
    silent = len(by_verdict.get("cannot_tell", []))
    head = (
        f"Of {many(len(rows), 'comparison')} of a group with its reference group, "
        f"{len(differ) or 'none'} {'shows' if len(differ) == 1 else 'show'} a difference"
        + (f", {explained} one that the mix of cases explains" if explained else "")
        + f", and in {silent} nothing can be told. Of the differences in such a list about 5% are "
        "chance. "
    )
    order = sorted(
        differ,
        key=lambda row: (not _is_headline(release, row["metric_id"]), -abs(row["difference"])),
    )
    kept = {}
    for row in order:
        kept.setdefault(row["metric_id"], row)
    told = [_gap(release, row) for row in list(kept.values())[:MOST_TOLD]]
    tail = " Why groups differ is another question: their cases may differ too." if told else ""
    return join([head, join(told, " "), tail])


def _newest(rows: list[dict]) -> list[dict]:
    """The last years of each metric in which anything could be said; all crime only where nothing else is told."""
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    kept = []
    for of_metric in by_column(rows, "metric_id").values():
        told = [row for row in of_metric if not row["reason"]]
        last = max((row["period_end"] for row in told), default=None)
        kept += [row for row in of_metric if row["period_end"] == last]
    return kept


def _sets(rows: list[dict]) -> dict[tuple, list[dict]]:
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in SETS), []).append(row)
    return found


def _are_assessed(rows: list[dict]) -> bool:
    return any(row["flag"] != "not_assessable" for row in rows)


def _one_a_metric(keys: list[tuple]) -> list[tuple]:
    """The first few, no metric twice."""
    kept: dict[str, tuple] = {}
    for key in keys:
        kept.setdefault(key[0], key)
    return list(kept.values())[:MOST_TOLD]


def _is_headline(release: Release, metric_id: str) -> bool:
    return reading.definitions(release)[metric_id]["headline"] == "yes"


def _signal(release: Release, row: dict) -> Markup:
    period = reads.period(row["period_start"], row["period_end"])
    unit = reading.definitions(release)[row["metric_id"]]["value_unit"]
    value = reads.value(row["value"], unit)
    where = reading.labels(release).place(row["jurisdiction"])
    head = _linked(release, row, where)
    return join([head, f": {value} in {period}, {signal(row['signal'])}."])


def _alarms(release: Release, metric_id: str, rows: list[dict]) -> Markup:
    names = reading.labels(release)
    parts = []
    for flag, words in (("high_alarm", "higher"), ("low_alarm", "lower")):
        listed = sorted(names.place(row["jurisdiction"]) for row in rows if row["flag"] == flag)
        parts += [f"{words} in {', '.join(dict.fromkeys(listed))}"] if listed else []
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    return join([_linked(release, rows[0], period), f": {'; '.join(parts)}."])


def _gap(release: Release, row: dict) -> Markup:
    names = reading.labels(release)
    group, beside = (
        names.category(row["breakdown"], row[name]).lower() for name in ("category", "reference")
    )
    period = reads.period(row["period_start"], row["period_end"])
    head = _linked(release, row, f"{names.place(row['jurisdiction'])}, {period}")
    return join([head, f": “{group}” beside “{beside}”, {difference(row)}."])


def _linked(release: Release, row: dict, more: str) -> Markup:
    title = reading.definitions(release)[row["metric_id"]]["title"]
    place = place_label(row["jurisdiction"], reading.labels(release))
    return link(f"{title}, {more}", row["metric_id"], jurisdiction=place)
