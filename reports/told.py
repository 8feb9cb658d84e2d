"""Which results a metric is summed up by, and how it reads in a sentence, beside its counter-metric."""

from charts import format as reads
from charts import release_words
from charts.describe import moment, quality, sentence, statement, within
from charts.in_brief import no_newer
from charts.joining import with_commas
from charts.labels import Labels
from charts.select import by_column, numbers_in, select_history, select_parts
from languages import decimal, phrase, phrase_for
from reports.material import Material

MOST_SENTENCES = 4
"""More than these are summed up in one."""


def latest(metric_id: str, material: Material) -> list[dict]:
    """The headline of each place or, where no one number sums the metric up, the newest row of each of its figures."""
    definition = material.definitions[metric_id]
    by_place = by_column(material.results[metric_id], "jurisdiction")
    if material.jurisdiction is None:
        groups = material.labels.groups
        by_place = {code: rows for code, rows in by_place.items() if code not in groups} or by_place
    return [row for rows in by_place.values() for row in select_parts(definition, rows)]


def sentences(metric_id: str, material: Material) -> list[str]:
    """The newest numbers of a metric in sentences, each followed by its counterpart's."""
    definition, labels = material.definitions[metric_id], material.labels
    rows = material.results[metric_id]
    found = latest(metric_id, material)
    if len(found) <= MOST_SENTENCES:
        return [
            " ".join(
                filter(
                    None,
                    (
                        sentence(row, definition, labels),
                        older(row, material),
                        beside(row, definition, material),
                    ),
                )
            )
            for row in found
        ]
    pair = material.pair(definition)
    places = len(material.places)
    told = [_summed(definition, rows, found, labels, places)]
    others = material.results.get(pair["metric_id"])
    if others:
        of_pair = latest(pair["metric_id"], material)
        summed = _summed(pair, others, of_pair, labels, places)
        told.append(_beside(release_words.title(pair), summed))
    return told


def beside(row: dict, definition: dict, material: Material) -> str:
    """What the counter-metric says about the same place and period, as a sentence."""
    pair = material.pair(definition)
    title = release_words.title(pair)
    found, is_same = counterpart(row, definition, material)
    if found is None:
        return phrase("Beside it, {measure}: not told here.", measure=title)
    about = within(title, found["horizon_days"]) if is_same else with_commas([title, moment(found)])
    said = statement(found, pair, material.labels)
    return phrase("Beside it, {measure}: {said}.", measure=about, said=said)


def older(row: dict, material: Material) -> str:
    """Of a number older than the data, why there is no newer one, as a sentence; else empty."""
    rows = by_column(material.results[row["metric_id"]], "jurisdiction")[row["jurisdiction"]]
    history = select_history(material.definitions[row["metric_id"]], rows)
    said = no_newer(row, history)
    return f"{said}." if said else ""


def _beside(measure: str, summed: str) -> str:
    return phrase("Beside it, {measure}: {summed}", measure=measure, summed=summed)


def counterpart(row: dict, definition: dict, material: Material) -> tuple[dict | None, bool]:
    """What stands beside a headline number; True where it is of the very same period."""
    found = material.counterparts[definition["metric_id"]].beside(row, row["jurisdiction"])
    return found, is_same_period(found, row)


def is_same_period(found: dict | None, row: dict) -> bool:
    days = ("period_start", "period_end")
    return found is not None and all(found[name] == row[name] for name in days)


def _summed(
    definition: dict, rows: list[dict], found: list[dict], labels: Labels, places: int
) -> str:
    if len({row["category"] for row in found if quality(row) != "blank"}) > 1:
        return _many_kinds(rows, labels)
    return spread(definition, found, labels, places)


def _many_kinds(rows: list[dict], labels: Labels) -> str:
    """For figures of many kinds, which no one sentence sums up."""
    places = len({row["jurisdiction"] for row in rows})
    return phrase_for(
        places,
        "{count} numbers of several kinds about {number} place{offences}; the workbook holds all.",
        "{count} numbers of several kinds about {number} places{offences}; the workbook holds all.",
        count=reads.count(numbers_in(rows)),
        offences=_all_crime(rows, labels),
    )


def spread(definition: dict, found: list[dict], labels: Labels, places: int) -> str:
    """The range over `places`, unnamed: naming the ends would make a ranking."""
    certain = [row for row in found if quality(row) not in ("blank", "very_uncertain")]
    total = max(places, len(found))
    blank = total - numbers_in(found)
    words = phrase(
        "{count} of {total} places have a number{offences}",
        count=decimal(total - blank, 0),
        total=decimal(total, 0),
        offences=_all_crime(found, labels),
    )
    if blank:
        words += phrase_for(blank, "; {number} has none", "; {number} have none")
    if not certain:
        return phrase("{words}, and none is certain enough to be named here.", words=words)
    low = min(certain, key=lambda row: row["value"])
    high = max(certain, key=lambda row: row["value"])
    return phrase(
        "{words}. Where it is certain enough, it runs from {low}, to {high}.",
        words=words,
        low=statement(low, definition, labels),
        high=statement(high, definition, labels),
    )


def _all_crime(rows: list[dict], labels: Labels) -> str:
    scopes = {row["scope"] for row in rows}
    return f" ({labels.scope('all_crime')})" if scopes == {"all_crime"} else ""
