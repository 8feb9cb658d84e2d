"""What cannot be told: results without a number, by reason, and cohorts that are too young to be judged."""

from charts import format as reads
from charts import release_words
from charts.describe import moment
from charts.joining import with_commas
from charts.release_words import inside
from languages import phrase, phrase_for, whole
from release.read import Release
from views import headlines, held, reading
from views.filled import filled, in_turn
from views.found import Finding
from views.html import Markup, link


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
        return Finding(phrase("Every result of this release has a number"), tuple(points))
    share = reads.value(sum(kinds.values()) / total, "share")
    title = phrase("{share} of {total} results have no number", share=share, total=whole(total))
    return Finding(title, tuple(points))


def _kinds(release: Release, kinds: dict[str, int], total: int) -> list[Markup]:
    if not kinds:
        return []
    elsewhere = held.suppressed_by_publishers(release)
    numbers = {reads.blank(code): n for code, n in kinds.items() if code != "suppressed"}
    numbers[reads.blank("suppressed")] = kinds.get("suppressed", 0) - elsewhere
    by_others = phrase("{blank}, not here,", blank=reads.SUPPRESSED_BY_PUBLISHER.label)
    numbers[by_others] = elsewhere
    listed = with_commas(
        phrase("{blank} {share}", blank=inside(words), share=reads.value(n / total, "share"))
        for words, n in sorted(numbers.items(), key=lambda item: -item[1])
        if n > 0
    )
    said = f"{listed[:1].upper()}{listed[1:]}"
    more = link(phrase("What these mean"), "blanks")
    return [filled(phrase("{blanks}. {link}."), blanks=said, link=more)]


def _maturity(release: Release) -> list[Markup]:
    """The newest cohort of each headline metric that has been followed long enough, same words told once."""
    told: dict[str, list[Markup]] = {}
    groups = reading.labels(release).groups
    for metric_id in headlines.metrics(release):
        places = set(reading.places(release, metric_id)) - set(groups)
        rows = [row for place in places for row in reading.history(release, metric_id, place)]
        done = [row for row in rows if row["maturity"] == "mature" and row["horizon_days"]]
        young = [row for row in rows if row["maturity"] in ("provisional", "bounds_only")]
        if done:
            newest = max(done, key=lambda row: row["period_end"])
            waiting = len({row["period_end"] for row in young} - {r["period_end"] for r in done})
            if waiting:
                words = phrase_for(
                    waiting,
                    "{cohort} ({number} younger still open)",
                    "{cohort} ({number} younger still open)",
                    cohort=moment(newest),
                )
                title = release_words.title(reading.definitions(release)[metric_id])
                told.setdefault(words, []).append(link(title, metric_id))
    if not told:
        return []
    listed = in_turn(_first(words, of) for words, of in told.items())
    return [
        filled(phrase("The newest cohorts old enough to be judged: {cohorts}."), cohorts=listed)
    ]


def _first(cohort: str, links: list[Markup]) -> Markup:
    """The first metric of a cohort, and how many more."""
    if len(links) == 1:
        return filled(phrase("{cohort}: {metric}"), cohort=cohort, metric=links[0])
    more = phrase_for(len(links) - 1, "and {number} more", "and {number} more")
    said = phrase("{cohort}: {metric} {more}")
    return filled(said, cohort=cohort, metric=links[0], more=more)
