"""What the report says, as plain data, before anything is laid out. Nothing here knows about PDF."""

from charts import format as reads
from charts.labels import ALL_CRIME_ONLY, Labels
from charts.order import in_justice_order
from release.read import Release
from reports.method_notes import method_notes
from reports.metric_section import metric_section
from reports.names import covered, records, synthetic_mark
from reports.quality_section import quality_section


def gather(release: Release, jurisdiction: str | None, results: list[dict], progress) -> dict:
    """Everything the PDF prints: texts, tables as rows of texts, charts as SVG with their alt text."""
    labels = Labels.from_records(
        records(release.table("jurisdictions")), records(release.table("vocabulary"))
    )
    definitions = in_justice_order(records(release.definitions()))
    by_metric: dict[str, list[dict]] = {}
    for row in results:
        by_metric.setdefault(row["metric_id"], []).append(row)
    sections = []
    shared = _shared(release, definitions)
    for number, definition in enumerate(definitions, start=1):
        progress("Describing metrics", number, len(definitions))
        rows = by_metric.get(definition["metric_id"])
        if rows:
            sections.append(metric_section(definition, rows, labels, jurisdiction, shared))
    return {
        "cover": _cover(release, jurisdiction, labels, results),
        "summary": [
            {"title": section["title"], "sentences": section["sentences"]} for section in sections
        ],
        "groups": _grouped(sections),
        "without": _without(definitions, by_metric, jurisdiction, labels),
        "quality": quality_section(release, jurisdiction, labels),
        "methods": method_notes(release, results),
    }


def _without(definitions: list[dict], by_metric: dict, jurisdiction, labels: Labels) -> dict | None:
    """The metrics of which there is nothing to report; None where every one has results."""
    left = [row for row in definitions if row["metric_id"] not in by_metric]
    if not left:
        return None
    where = f" for {labels.place(jurisdiction)}" if jurisdiction else ""
    return {
        "sentence": f"This release holds no results{where} of {reads.many(len(left), 'metric')}. "
        "That is no zero: nobody has reported what these would need.",
        "metrics": [f"{row['title']}: {row['question']}" for row in left],
    }


def _cover(release: Release, jurisdiction: str | None, labels: Labels, results: list[dict]) -> dict:
    start, end = covered(results)
    about = records(release.table("release"))[0]
    place = labels.place(jurisdiction) if jurisdiction else "All jurisdictions of the release"
    dates = [row["as_of"] for row in results if row["as_of"]]
    about_trafficking = any(row["scope"] == "trafficking" for row in results)
    return {
        "title": "How justice systems answer for human-trafficking cases",
        "place": place,
        "period": f"{reads.day(start)} to {reads.day(end)}",
        "released_on": reads.day(about["released_on"]),
        "data_date": reads.day(max(dates)) if dates else "not stated",
        "release_id": release.release_id,
        "content_hash": about["content_hash"],
        "code_version": about["code_version"] or "not stated",
        "results": reads.count(len(results)),
        "mark": synthetic_mark(release),
        "scope": "" if about_trafficking else ALL_CRIME_ONLY,
    }


def _shared(release: Release, definitions: list[dict]) -> dict:
    return {
        "titles": {row["metric_id"]: row["title"] for row in definitions},
        "populations": {row["population"]: row for row in records(release.table("populations"))},
        "obligations": {row["obligation_id"]: row for row in records(release.table("obligations"))},
    }


def _grouped(sections: list[dict]) -> list[dict]:
    groups: dict[str, list[dict]] = {}
    for section in sections:
        groups.setdefault(section["group"], []).append(section)
    return [{"title": title, "sections": found} for title, found in groups.items()]
