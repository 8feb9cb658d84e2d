"""What the report says, as plain data, before anything is laid out. Nothing here knows about PDF."""

from charts import format as reads
from charts.labels import ALL_CRIME_ONLY
from release.read import Release
from reports.alarms import alarms
from reports.compact_table import compact_table
from reports.indicator_table import indicator_table
from reports.material import Material
from reports.method_notes import method_notes
from reports.metric_section import metric_section
from reports.names import covered, records, synthetic_mark
from reports.protection_section import protection_section
from reports.quality_section import quality_section


def gather(release: Release, material: Material, results: list[dict], progress) -> dict:
    """Everything the PDF prints: texts, tables as rows of texts, charts as SVG with their alt text."""
    told = [name for name in material.definitions if name in material.told_fully()]
    sections = {}
    for number, metric_id in enumerate(told, start=1):
        progress("Describing metrics", number, len(told))
        if metric_id in material.results:
            sections[metric_id] = metric_section(metric_id, material)
    titles = {name: row["title"] for name, row in material.definitions.items()}
    return {
        "cover": cover(release, material, results),
        **_in_short(sections, material),
        "alarms": alarms(material),
        "groups": _grouped(sections, material),
        "without": _without(material),
        "quality": quality_section(release, material.jurisdiction, material.labels),
        "protection": protection_section(
            release, material.jurisdiction, material.definitions, material.labels
        ),
        "methods": method_notes(results),
        "indicators": indicator_table(release, titles),
    }


def _in_short(sections: dict[str, dict], material: Material) -> dict:
    """Sentences about one place; a table about all, of whom sentences would tell too much at once."""
    if material.jurisdiction is None:
        table = compact_table("The measures that stand for their stage", list(sections), material)
        return {"summary": [], "in-short": table}
    told = [
        {"title": section["title"], "sentences": section["sentences"]}
        for section in sections.values()
    ]
    return {"summary": told, "in-short": None}


def _grouped(sections: dict[str, dict], material: Material) -> list[dict]:
    """Groups in the order of justice: whole sections first, then all other metrics in one table."""
    groups: dict[str, list[str]] = {}
    for metric_id, definition in material.definitions.items():
        groups.setdefault(definition["metric_group"], []).append(metric_id)
    found = []
    for group, metric_ids in groups.items():
        title = reads.plain(group)
        whole = [sections[each] for each in metric_ids if each in sections]
        others = [each for each in metric_ids if each not in sections]
        words = f"{title}: all other metrics" if whole else f"{title}: all metrics"
        table = compact_table(words, others, material)
        if whole or table:
            found.append({"title": title, "sections": whole, "table": table})
    return found


def _without(material: Material) -> dict | None:
    """The metrics of which there is nothing to report; None where every one has results."""
    left = [
        row["title"] for name, row in material.definitions.items() if name not in material.results
    ]
    if not left:
        return None
    place = material.jurisdiction
    where = f" for {material.labels.place(place)}" if place else ""
    return {
        "sentence": f"This release holds no results{where} of {reads.many(len(left), 'metric')}. "
        "That is no zero: nobody has reported what these would need.",
        "metrics": "; ".join(left) + ".",
    }


def cover(release: Release, material: Material, results: list[dict]) -> dict:
    """What the first page and the first sheet say."""
    start, end = covered(results)
    about = records(release.table("release"))[0]
    place = material.jurisdiction
    name = material.labels.place(place) if place else "All jurisdictions of the release"
    dates = [row["as_of"] for row in results if row["as_of"]]
    about_trafficking = any(row["scope"] == "trafficking" for row in results)
    return {
        "title": "How justice systems answer for human-trafficking cases",
        "place": name,
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
