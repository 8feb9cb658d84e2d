"""What the first page of a report and the first sheet of a workbook say."""

from charts import format as reads
from charts import release_words
from languages import later, phrase
from release.read import Release
from reports.material import Material
from reports.names import COVERED, covered, records, synthetic_mark

ALL_CRIME = later(
    "Everything here is about crime of many kinds, not about trafficking alone: no number of this report can be read as "
    "one about trafficking."
)
"""Said where a report tells trafficking apart nowhere; another report of the same release may."""


def cover(release: Release, material: Material, results: list[dict], name: str = "") -> dict:
    """Title, place, period, release; `name` is that of the places where they are several.

    Where there are no results the period is that of the whole release: silence is about the same years.
    """
    about = records(release.table("release"))[0]
    place = material.jurisdiction
    name = name or (
        material.labels.place(place) if place else phrase("All jurisdictions of the release")
    )
    dates = [row["as_of"] for row in results if row["as_of"]]
    about_trafficking = not results or any(row["scope"] == "trafficking" for row in results)
    start, end = covered(results) if results else _covered_by(release)
    return {
        "title": phrase("How justice systems answer for human-trafficking cases"),
        "place": release_words.place(name),
        "period": phrase("{first} to {last}", first=reads.day(start), last=reads.day(end)),
        "released_on": reads.day(about["released_on"]),
        "data_date": reads.day(max(dates)) if dates else phrase("not stated"),
        "release_id": release.release_id,
        "content_hash": about["content_hash"],
        "code_version": about["code_version"] or phrase("not stated"),
        "results": reads.count(len(results)),
        "mark": synthetic_mark(release),
        "scope": "" if about_trafficking else phrase(ALL_CRIME),
    }


def _covered_by(release: Release) -> tuple:
    with release.cursor() as cursor:
        found = cursor.execute(f"SELECT {COVERED} FROM results").fetchone()
    if found[0] is not None:
        return found
    day = records(release.table("release"))[0]["released_on"]
    return day, day
