"""One metric's part of the report: the question, the answer in a sentence, chart, table, what it means."""

from charts import format as reads
from charts.choose import coarsest, headline, newest, numbers_in, strands
from charts.describe import method, quality, sentence, statement
from charts.from_results import charts_of
from charts.labels import Labels
from reports.result_table import detail_table, main_table
from reports.vega import draw_svg

MOST_SENTENCES = 6
"""More than these are summed up in one."""


def metric_section(
    definition: dict, rows: list[dict], labels: Labels, jurisdiction: str | None, shared: dict
) -> dict:
    """Texts, charts and tables of one metric that has results."""
    population = shared["populations"].get(definition["population"], {})
    tables = [table for table in _tables(definition, rows, labels, jurisdiction) if table]
    return {
        "title": definition["title"],
        "group": reads.plain(definition["metric_group"]),
        "question": definition["question"],
        "sentences": _sentences(definition, rows, labels, jurisdiction),
        "charts": [
            {
                "svg": draw_svg(chart),
                "alt": chart.alt,
                "title": chart.title,
                "note": _note(chart, labels),
            }
            for chart in charts_of(definition, rows, labels)
        ],
        "tables": tables,
        "facts": _facts(definition, rows, labels, shared),
        "includes": _lines(population.get("includes")),
        "excludes": _lines(population.get("excludes")),
        "caveats": _lines(definition["caveats"]),
        "obligations": _obligations(definition, shared["obligations"]),
    }


def _note(chart, labels: Labels) -> str:
    """Measure, place and period; which offences are counted; how its marks are read."""
    scopes = {row["scope"] for row in chart.strand}
    words = (
        f"{chart.subtitle}. Offences counted: {' and '.join(map(labels.scope, sorted(scopes)))}."
    )
    if any(mark["lower"] != mark["upper"] for mark in chart.rows):
        words += " Band or bar: 95% interval."
    return words


def _sentences(
    definition: dict, rows: list[dict], labels: Labels, jurisdiction: str | None
) -> list[str]:
    trafficking = [row for row in rows if row["scope"] == "trafficking"]
    main = strands(trafficking if numbers_in(trafficking) else rows)[0]
    chosen = headline(main) or coarsest(main)
    longest = max(
        (row["horizon_days"] or 0 for row in chosen if quality(row) != "blank"), default=0
    )
    if longest:
        chosen = [row for row in chosen if row["horizon_days"] == longest]
    by_name: dict[tuple, list[dict]] = {}
    for row in chosen:
        by_name.setdefault((row["jurisdiction"], row["category"]), []).append(row)
    latest = [newest(named) for named in by_name.values()]
    if jurisdiction is None:
        latest = [row for row in latest if row["jurisdiction"] not in labels.groups] or latest
    if len(latest) <= MOST_SENTENCES:
        return [sentence(row, definition, labels) for row in latest]
    if len({row["category"] for row in latest if quality(row) != "blank"}) > 1:
        return [_many_kinds(rows, labels)]
    return [_spread(definition, latest, labels)]


def _many_kinds(rows: list[dict], labels: Labels) -> str:
    """For figures of many kinds, which no one sentence sums up."""
    places = len({row["jurisdiction"] for row in rows})
    numbers = sum(quality(row) != "blank" for row in rows)
    return (
        f"{reads.count(numbers)} numbers of several kinds about {reads.many(places, 'place')}"
        f"{_all_crime(rows, labels)}; the workbook holds all."
    )


def _all_crime(rows: list[dict], labels: Labels) -> str:
    scopes = {row["scope"] for row in rows}
    return f" ({labels.scope('all_crime')})" if scopes == {"all_crime"} else ""


def _spread(definition: dict, latest: list[dict], labels: Labels) -> str:
    """The range over many places, unnamed: naming the ends would make a ranking."""
    certain = [row for row in latest if quality(row) not in ("blank", "very_uncertain")]
    blank = sum(quality(row) == "blank" for row in latest)
    words = (
        f"{len(latest) - blank} of {len(latest)} places have a number{_all_crime(latest, labels)}"
    )
    if blank:
        words += f"; {blank} {'has' if blank == 1 else 'have'} none"
    if not certain:
        return words + ", and none is certain enough to be named here."
    low = min(certain, key=lambda row: row["value"])
    high = max(certain, key=lambda row: row["value"])
    return (
        f"{words}. Where it is certain enough, it runs from {statement(low, definition, labels)}, "
        f"to {statement(high, definition, labels)}."
    )


def _tables(definition, rows, labels, jurisdiction) -> list[dict]:
    return [
        main_table(definition, rows, labels, jurisdiction),
        detail_table(definition, rows, labels, jurisdiction),
    ]


def _facts(definition: dict, rows: list[dict], labels: Labels, shared: dict) -> list[list[str]]:
    population = shared["populations"].get(definition["population"], {})
    pair = shared["titles"].get(definition["pair"], definition["pair"])
    source = ", ".join(part for part in (definition["source"], definition["source_clause"]) if part)
    methods = sorted({method(row) for row in rows if row["interval_method"]})
    origins = sorted({labels.publication(row["origin"]) for row in rows if row["origin"]})
    units = sorted({row["unit_counted"] for row in rows})
    directions = {"up": "Higher is better", "down": "Lower is better"}
    facts = [
        ("Above the line", definition["numerator"]),
        ("Below the line", definition["denominator"]),
        ("Counts as", reads.plain("_or_".join(units))),
        ("Enters by", population.get("entry")),
        ("Good direction", directions.get(definition["good_direction"], "Neither, by itself")),
        ("Read together with", pair),
        ("Interval", "; ".join(methods)),
        ("Published by", "; ".join(origins)),
        ("Follows", source),
        ("Definition", definition["definition_hash"]),
    ]
    return [[name, text] for name, text in facts if text]


def _obligations(definition: dict, obligations: dict) -> list[str]:
    found = []
    for name in _lines(definition["answers_to"]):
        duty = obligations.get(name)
        if duty is None:
            found.append(name)
            continue
        found.append(f"{duty['instrument_title']}, article {duty['article']}: {duty['duty']}")
    return found


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
