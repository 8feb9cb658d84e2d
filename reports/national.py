"""The national accountability report of one place, of several or of all, in blocks that every format is written from."""

from collections.abc import Callable

from languages import current, direction, phrase
from release.read import Release
from reports.blocks import Heading, NewPage, Paragraph, Report
from reports.comparison_section import comparison_section
from reports.cover import cover
from reports.disparity_section import disparity_section
from reports.duties import duties
from reports.in_short import in_short
from reports.material import Material, gather_material
from reports.method_notes import method_notes
from reports.metric_page import metric_page
from reports.other_measures import other_measures
from reports.protection_section import protection_section
from reports.quality_section import quality_section
from reports.reading import Reading
from reports.register import register
from reports.replies_section import replies_section
from reports.revisions_section import revisions_section
from reports.silence import silence
from reports.subject import Subject, subject
from reports.trend_section import trend_section
from reports.unsaid import marked


def national_report(
    release: Release,
    place: str | tuple[str, ...] | None = None,
    progress: Callable | None = None,
    reading: Reading | None = None,
) -> Report:
    """The report in the language spoken now.

    `place` is a code, several codes, or None for all places; a code without results of its own, beneath which others lie,
    stands for these. `progress(message, done, total)` is told every step. Whoever makes many reports of one release gives
    the same `reading` to all, which then share what is about no place. Raises ReportError where the release does not know a place, or holds nothing.
    """
    tell = progress or (lambda message, done=None, total=None: None)
    reading = reading or Reading(release)
    about = subject(reading, place)
    material = gather_material(reading, about)
    results = [row for rows in material.results.values() for row in rows]
    told = cover(release, material, results, about.name)
    hash_ = told["content_hash"]
    return Report(
        title=told["title"],
        place=told["place"],
        period=told["period"],
        language=current(),
        direction=direction(),
        day=reading.table("release")[0]["released_on"],
        facts=_facts(told),
        foot=(
            phrase(
                "Release {release}, content {hash}", release=told["release_id"], hash=hash_[:12]
            ),
        ),
        description=phrase(
            "Accountability report of release {release}", release=told["release_id"]
        ),
        mark=told["mark"],
        warning=_warning(told),
        blocks=marked(tuple(_blocks(reading, about, material, results, tell))),
    )


def _warning(told: dict) -> str:
    made_up = phrase("No number in this report is about a real place or person.")
    return "\n".join(filter(None, [made_up if told["mark"] else "", told["scope"]]))


def _facts(told: dict) -> tuple[tuple[str, str], ...]:
    return (
        (phrase("Published"), told["released_on"]),
        (phrase("Data as of"), told["data_date"]),
        (phrase("Results"), told["results"]),
        (phrase("Release"), told["release_id"]),
        (phrase("Content hash"), told["content_hash"]),
        (phrase("Program version"), told["code_version"]),
    )


def _blocks(
    reading: Reading, about: Subject, material: Material, results: list[dict], tell: Callable
) -> list:
    first = in_short if about.reports else silence
    blocks = [*first(reading, about, material), *duties(reading, about)]
    blocks += _metric_pages(material, tell)
    chapters = (other_measures, comparison_section, trend_section, disparity_section)
    if about.reports:
        for number, chapter in enumerate(chapters, 1):
            tell("Comparing", number, len(chapters))
            blocks += chapter(material)
    return [
        *blocks,
        *quality_section(reading, about),
        *revisions_section(reading, about),
        *replies_section(reading, about),
        *protection_section(reading, about),
        *method_notes(results),
        *register(reading, material),
    ]


def _metric_pages(material: Material, tell: Callable) -> list:
    """A chapter with a page for every measure that stands for its stage."""
    told = [name for name in material.headlines if name in material.results]
    if not told:
        return []
    # The chapter begins on the page of its first measure: a page with a heading alone would say nothing.
    title = phrase("The measures that stand for their stage")
    blocks: list = [
        NewPage(is_whole=True),
        Heading(1, title, anchor="headline-measures"),
        Paragraph(_how_to_read(), "note"),
    ]
    for number, name in enumerate(told, 1):
        tell("Describing metrics", number, len(told))
        blocks += [NewPage(is_whole=True)] if number > 1 else []
        blocks += metric_page(name, material)
    return blocks


def _how_to_read() -> str:
    return phrase(
        "Each has one page: what it asks, the newest numbers in sentences, a chart, its periods as a table, how it is counted, and what it does not say. "
        "No number stands alone: beside each is the counter-metric that would show it being improved at a price."
    )
