"""Metrics as rows: the newest number with its interval, its counts, its status, and its counterpart's number."""

from charts import format as reads
from charts import release_words
from charts.describe import blank_words, counts, is_public_fact, limits_of, moment, quality
from charts.joining import in_turn, named, with_commas
from charts.linkage import linkage
from charts.release_words import inside
from charts.select import number, of_newest_period
from languages import phrase, whole
from reports.blocks import Table
from reports.material import Material
from reports.sourced import of_metrics
from reports.told import counterpart, latest, older


def compact_table(title: str, metric_ids: list[str], material: Material) -> Table | None:
    """One row a metric; for many places a row says how many have a number and how far these reach."""
    ids = [each for each in metric_ids if each in material.results]
    if not ids:
        return None
    of_one = material.jurisdiction is not None
    row = _of_place if of_one else _of_places
    beside = phrase("Beside it")
    if of_one:
        number_of = phrase("Number and 95% interval")
        headings = (phrase("Measure"), number_of, phrase("Counted"), phrase("Status"), beside)
    else:
        headings = (phrase("Measure"), phrase("Places"), phrase("From"), phrase("To"), beside)
    return Table(
        title,
        headings,
        tuple(tuple(row(each, material)) for each in ids),
        note=of_metrics(material),
        widths=(1.7, 1.6, 1.1, 1.1, 1.7) if of_one else (1.7, 0.6, 1.4, 1.4, 2),
    )


def how_to_read() -> str:
    """What stands in these tables, to be said once above them."""
    return phrase(
        "The newest number of each; the workbook holds every period and every detail. Beside it: the counter-metric, which would "
        "show a number being improved at a price. In brackets: the metric in the release."
    )


def named_with_key(definition: dict) -> str:
    """Title of a metric and, below it, its key in the release."""
    return f"{release_words.title(definition)}\n[{definition['metric_id']}]"


def _of_place(metric_id: str, material: Material) -> list[str]:
    definition = material.definitions[metric_id]
    found = latest(metric_id, material)
    row = _foremost(found)
    told = told_number(row, definition["value_unit"])
    kind = material.labels.category(row["breakdown"], row["category"])
    if len(found) == 1 and row["breakdown"] != "total":
        told = named(kind, told)
    if len(found) > 1:
        told = phrase(
            "Largest of {count}, {kind}: {number}", count=whole(len(found)), kind=kind, number=told
        )
    return [
        named_with_key(definition),
        with_commas([told, *_about(row, material)]),
        counts(row, definition, material.labels) or "–",
        status_words(row, definition),
        _beside(row, definition, material),
    ]


def _about(row: dict, material: Material) -> list[str]:
    """When, and what must be said of a number wherever it stands: its offences, its publisher."""
    words = [moment(row)]
    if row["scope"] == "all_crime":
        words.append(material.labels.scope("all_crime"))
    if row["origin"]:
        words.append(material.labels.publication(row["origin"]))
    return [*words, *filter(None, [older(row, material).removesuffix(".")])]


def _of_places(metric_id: str, material: Material) -> list[str]:
    definition = material.definitions[metric_id]
    pair = material.pair(definition)
    others = material.results.get(pair["metric_id"], [])
    known, low, high = _reach(definition, material)
    told = phrase("not told here")
    if others:
        places, least, most = _reach(pair, material)
        if most != "–":
            told = phrase("{places} places, {low} to {high}", places=places, low=least, high=most)
        else:
            told = phrase("{places} places", places=places)
    beside = named(release_words.title(pair), told)
    return [named_with_key(definition), known, low, high, beside]


def _reach(definition: dict, material: Material) -> tuple[str, str, str]:
    """Places with a number, and the lowest and highest that is certain enough, unnamed."""
    found = latest(definition["metric_id"], material)
    known = [row for row in found if quality(row) != "blank"]
    places = {row["jurisdiction"] for row in known}
    total = len(material.places | {row["jurisdiction"] for row in found})
    said = phrase("{count} of {total}", count=whole(len(places)), total=whole(total))
    if len({row["category"] for row in known}) > 1:
        return said, phrase("of several kinds"), "–"
    certain = [row for row in found if quality(row) not in ("blank", "very_uncertain")]
    if not certain:
        return said, "–", "–"
    ends = (min(certain, key=_value), max(certain, key=_value))
    unit = definition["value_unit"]
    return said, *(told_number(row, unit) + missed(row, definition) for row in ends)


def _value(row: dict) -> float:
    return row["value"]


def _foremost(found: list[dict]) -> dict:
    """The one row or, of many kinds, the largest of the newest."""
    return max(of_newest_period(found), key=lambda row: (number(row["value"]), row["category"]))


def _beside(row: dict, definition: dict, material: Material) -> str:
    pair = material.pair(definition)
    found, is_same = counterpart(row, definition, material)
    if found is None:
        return named(release_words.title(pair), phrase("not told here"))
    told = told_number(found, pair["value_unit"]) + missed(found, pair)
    told = told if is_same else with_commas([told, moment(found)])
    return named(release_words.title(pair), told)


def missed(row: dict | None, definition: dict) -> str:
    """What linkage leaves out of a counterpart's number, behind a comma."""
    words = linkage(row, definition) if row and not row["blank"] else ""
    return phrase(", {more}", more=words) if words else ""


def told_number(row: dict, unit: str) -> str:
    """A value with its interval, the interval alone where it is very uncertain, or why there is none."""
    if row["blank"]:
        return inside(blank_words(row).label)
    limits = limits_of(row, unit)
    if row["status"] == "very_uncertain" and limits:
        return phrase("somewhere in {limits}", limits=limits)
    value = reads.value(row["value"], unit, row["currency"])
    return phrase("{value} ({limits})", value=value, limits=limits) if limits else value


def status_words(row: dict, definition: dict, *, with_linkage: bool = True) -> str:
    """How far a number can be trusted, or why there is none; what linkage leaves out; whether court made it public."""
    told = [_status(row)]
    told += (
        [f"{reads.PUBLIC_FACT.shorthand} {reads.PUBLIC_FACT.label}"] if is_public_fact(row) else []
    )
    is_counted = row["numerator"] is not None or row["denominator"] is not None
    told += [linkage(row, definition)] if is_counted and with_linkage else []
    return in_turn(told)


def _status(row: dict) -> str:
    if row["blank"]:
        return blank_words(row).label
    words = reads.STATUSES[row["status"]].label if row["status"] else phrase("No status")
    if row["maturity"] and row["maturity"] != "mature":
        words = with_commas([words, inside(reads.MATURITIES[row["maturity"]].label)])
    return words
