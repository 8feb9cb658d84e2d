"""What matters now, found in the release and said in sentences with numbers."""

from itertools import combinations, pairwise

from charts import format as reads
from charts.describe import moment
from release.read import Release
from views import headlines, reading
from views.filters import breakdown_label, place_label
from views.html import Markup, join, link

PEOPLE = ("sex", "age_band", "citizenship_group", "migration_status", "exploitation_form")
"""Breakdowns that compare groups of people."""

SILENT_DAYS = 365
MOST_TOLD = 3
# Two equal 95% intervals that do not touch: |z| > 2 * 1.96 / sqrt(2), two-sided.
CHANCE_TO_PART = 0.0056


def findings(release: Release) -> list[Markup]:
    """Sentences for the front page, the most pressing first."""
    told = [_silent(release), _moved(release), _apart(release), _maturity(release), _blank(release)]
    return [each for each in told if each]


def _silent(release: Release) -> Markup | None:
    """Agencies whose last accepted period ends long before the newest of the release."""
    names = reading.labels(release)
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    last: dict[tuple, object] = {}
    for row in reading.table(release, "submissions"):
        if row["rows_accepted"]:
            key = (row["jurisdiction"], row["agency_id"])
            last[key] = max(row["period_end"], last.get(key, row["period_end"]))
    if not last:
        return None
    newest = max(last.values())
    silent = [key for key, day in sorted(last.items()) if (newest - day).days > SILENT_DAYS]
    if not silent:
        reported = "it" if len(last) == 1 else f"all {len(last)}"
        return join(
            [f"No agency has fallen silent: {reported} reported within a year of the newest data."]
        )
    listed = "; ".join(
        f"{agencies.get(agency) or agency} ({names.place(place) if place else 'several places'}), last up to "
        f"{reads.day(last[place, agency])}"
        for place, agency in silent[:MOST_TOLD]
    )
    more = f"; and {len(silent) - MOST_TOLD} more" if len(silent) > MOST_TOLD else ""
    return join(
        [
            f"{len(silent)} of {len(last)} agencies stopped reporting: {listed}{more}. ",
            link("Data quality", "data_quality"),
            ".",
        ]
    )


def _moved(release: Release) -> Markup | None:
    """Newest against the number before it, where the intervals part; widest move of the shares first."""
    compared, moves = 0, []
    for metric_id in headlines.metrics(release):
        for rows in headlines.totals(release, metric_id).values():
            for before, after in list(pairwise(headlines.with_numbers(rows)))[-1:]:
                compared += 1
                if _part(before, after):
                    moves.append((_distance(before, after), metric_id, before, after))
    if not compared:
        return None
    head = f"Of {_many(compared, 'number')} that can be compared with the period before, {len(moves) or 'none'} moved so far that the intervals do not overlap. "
    told = [
        _change(release, metric_id, before, after)
        for _, metric_id, before, after in sorted(moves, key=lambda m: -m[0])[:MOST_TOLD]
    ]
    return join([head, join(told, " "), _chance(compared)])


def _apart(release: Release) -> Markup | None:
    """Groups of people in one place and period whose intervals part, widest first."""
    compared, gaps = 0, []
    for metric_id in headlines.metrics(release):
        definition = reading.definitions(release)[metric_id]
        if definition["value_unit"] != "share":
            continue
        for breakdown in set(reading.lines(definition["breakdowns"])) & set(PEOPLE):
            for rows in _newest_groups(release, metric_id, breakdown):
                for one, other in combinations(rows, 2):
                    compared += 1
                    if _part(one, other):
                        gaps.append((abs(one["value"] - other["value"]), metric_id, one, other))
    if not compared:
        return None
    head = f"Of {_many(compared, 'pair')} of groups that can be compared, {len(gaps) or 'none'} {'lies' if len(gaps) == 1 else 'lie'} so far apart that the intervals do not overlap. "
    widest = sorted(gaps, key=lambda gap: (-gap[0], gap[1], gap[2]["jurisdiction"]))[:MOST_TOLD]
    told = [_gap(release, metric_id, one, other) for _, metric_id, one, other in widest]
    tail = " A difference is not yet a bias: the groups may differ in their cases."
    return join([head, join(told, " "), _chance(compared), tail])


def _maturity(release: Release) -> Markup | None:
    """The newest cohort that has been followed long enough to be judged."""
    told = []
    for metric_id in headlines.metrics(release):
        rows = [r for of_place in headlines.totals(release, metric_id).values() for r in of_place]
        done = [row for row in rows if row["maturity"] == "mature" and row["horizon_days"]]
        young = [row for row in rows if row["maturity"] in ("provisional", "bounds_only")]
        if done:
            newest = max(done, key=lambda row: row["period_end"])
            waiting = len({row["period_end"] for row in young} - {r["period_end"] for r in done})
            title = reading.definitions(release)[metric_id]["title"]
            told.append(
                join([link(title, metric_id), f": {moment(newest)} ({waiting} younger still open)"])
            )
    if not told:
        return None
    return join(["The newest cohorts old enough to be judged: ", join(told, "; "), "."])


def _blank(release: Release) -> Markup:
    """Share of results without a number, by reason."""
    kinds: dict[str, int] = {}
    for row in reading.table(release, "blanks"):
        kinds[row["blank"]] = kinds.get(row["blank"], 0) + row["results"]
    total = reading.result_count(release)
    if not kinds or not total:
        return join(["Every result of this release has a number."])
    listed = ", ".join(
        f"{reads.blank(code).lower()} {reads.value(n / total, 'share')}"
        for code, n in sorted(kinds.items(), key=lambda item: -item[1])
    )
    without = reads.value(sum(kinds.values()) / total, "share")
    elsewhere = reading.suppressed_by_publishers(release)
    hidden = f" {elsewhere:,} were suppressed by their publisher, not here." if elsewhere else ""
    return join(
        [
            f"{without} of {total:,} results have no number: {listed}.{hidden} ",
            link("What these mean", "blanks"),
            ".",
        ]
    )


def _newest_groups(release: Release, metric_id: str, breakdown: str) -> list[list[dict]]:
    """For each place, its groups with numbers in its newest period; unknown is not a group."""
    rows = reading.results(release, metric_id, breakdown=breakdown, scope="trafficking")
    by_place: dict[str, dict] = {}
    for row in headlines.with_numbers(rows):
        if row["category"] != "unknown" and row["status"] == "reportable":
            key = (row["period_end"], row["horizon_days"] or 0)
            by_place.setdefault(row["jurisdiction"], {}).setdefault(key, []).append(row)
    return [periods[max(periods)] for periods in by_place.values()]


def _change(release: Release, metric_id: str, before: dict, after: dict) -> Markup:
    names, unit = reading.labels(release), reading.definitions(release)[metric_id]["value_unit"]
    return join(
        [
            link(
                f"{reading.definitions(release)[metric_id]['title']}, {names.place(after['jurisdiction'])}",
                metric_id,
                jurisdiction=place_label(after["jurisdiction"], names),
            ),
            f": {_number(before, unit)} in {reads.period(before['period_start'], before['period_end'])}, "
            f"{_number(after, unit)} in {reads.period(after['period_start'], after['period_end'])}.",
        ]
    )


def _gap(release: Release, metric_id: str, one: dict, other: dict) -> Markup:
    names, definition = reading.labels(release), reading.definitions(release)[metric_id]
    unit = definition["value_unit"]
    low, high = sorted((one, other), key=lambda row: row["value"])
    return join(
        [
            link(
                f"{definition['title']}, {names.place(one['jurisdiction'])}, {moment(one)}",
                metric_id,
                jurisdiction=place_label(one["jurisdiction"], names),
                breakdown=breakdown_label(one["breakdown"]),
            ),
            f": {names.category(low['breakdown'], low['category'])} {_number(low, unit)}, "
            f"{names.category(high['breakdown'], high['category'])} {_number(high, unit)}.",
        ]
    )


def _number(row: dict, unit: str) -> str:
    limits = reads.interval(row["lower"], row["upper"], unit, row["currency"])
    return f"{reads.value(row['value'], unit, row['currency'])} ({limits})"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _chance(compared: int) -> str:
    """How many of so many comparisons would part if nothing differed; left out where it is next to none."""
    if compared * CHANCE_TO_PART < 0.05:
        return ""
    return f" By chance alone about {compared * CHANCE_TO_PART:.1f} would."


def _part(one: dict, other: dict) -> bool:
    return one["upper"] < other["lower"] or other["upper"] < one["lower"]


def _distance(before: dict, after: dict) -> float:
    """Size of a move relative to where it began, so that days and shares can stand in one list."""
    return abs(after["value"] - before["value"]) / max(abs(before["value"]), 1e-9)
