"""What cannot be told: results without a number, by reason, and cohorts that are too young to be judged."""

from charts import format as reads
from charts.describe import moment
from release.read import Release
from views import headlines, held, reading
from views.found import Finding
from views.html import Markup, join, link


def untold(release: Release) -> Finding | None:
    """Share of results without a number; which cohorts are old enough."""
    total = held.result_count(release)
    if not total:
        return None
    kinds: dict[str, int] = {}
    for row in reading.table(release, "blanks"):
        kinds[row["blank"]] = kinds.get(row["blank"], 0) + row["results"]
    points = [*_kinds(release, kinds, total), *_maturity(release)]
    if not kinds:
        return Finding("Every result of this release has a number", tuple(points))
    share = reads.value(sum(kinds.values()) / total, "share")
    return Finding(f"{share} of {total:,} results have no number", tuple(points))


def _kinds(release: Release, kinds: dict[str, int], total: int) -> list[Markup]:
    if not kinds:
        return []
    elsewhere = held.suppressed_by_publishers(release)
    numbers = {reads.blank(code): n for code, n in kinds.items() if code != "suppressed"}
    numbers[reads.blank("suppressed")] = kinds.get("suppressed", 0) - elsewhere
    numbers[f"{reads.SUPPRESSED_BY_PUBLISHER.label}, not here,"] = elsewhere
    listed = ", ".join(
        f"{words.lower()} {reads.value(n / total, 'share')}"
        for words, n in sorted(numbers.items(), key=lambda item: -item[1])
        if n > 0
    )
    said = f"{listed[:1].upper()}{listed[1:]}. "
    return [join([said, link("What these mean", "blanks"), "."])]


def _maturity(release: Release) -> list[Markup]:
    """The newest cohort of each headline metric that has been followed long enough, same words told once."""
    told: dict[str, list[Markup]] = {}
    for metric_id in headlines.metrics(release):
        rows = [r for of_place in headlines.totals(release, metric_id).values() for r in of_place]
        done = [row for row in rows if row["maturity"] == "mature" and row["horizon_days"]]
        young = [row for row in rows if row["maturity"] in ("provisional", "bounds_only")]
        if done:
            newest = max(done, key=lambda row: row["period_end"])
            waiting = len({row["period_end"] for row in young} - {r["period_end"] for r in done})
            if waiting:
                words = f"{moment(newest)} ({waiting} younger still open)"
                title = reading.definitions(release)[metric_id]["title"]
                told.setdefault(words, []).append(link(title, metric_id))
    if not told:
        return []
    listed = join([join([words, ": ", *_first(of)]) for words, of in told.items()], "; ")
    return [join(["The newest cohorts old enough to be judged: ", listed, "."])]


def _first(links: list[Markup]) -> list:
    """The first, and how many more."""
    return [links[0], f" and {len(links) - 1} more" if len(links) > 1 else ""]
