"""Reads what the command line asks for into orders, or says what of it cannot be had."""

from collections.abc import Sequence

from languages import known as known_languages
from languages.catalogue import SAMPLES
from release.read import Release
from reports.door.asked import Order, kinds_about
from reports.door.naming import reported_places
from reports.names import ReportError
from reports.reading import Reading
from reports.subject import subject

EACH, ALL = "each", "all"
"""Asks for every place in turn, and for all places told together."""
WORDS = {
    "report": "the accountability report as PDF",
    "document": "the same as DOCX, with room for text of your own",
    "web": "the same as one HTML page",
    "workbook": "every result behind it as XLSX",
    "return": "statutory returns as XLSX, PDF, DOCX and CSV",
    "package": "the whole release as CSV and Parquet, described for machines and people",
    "sdmx": "every result as SDMX-CSV",
}
"""Word of the command line -> what it makes; all but `return`, which is four files, are kinds of file."""
OF_RELEASE = tuple(kind.name for kind in kinds_about("release"))


def ordered(
    release: Release,
    *,
    make: Sequence[str],
    places: Sequence[str],
    return_ids: Sequence[str],
    year: int | None,
    languages: Sequence[str],
) -> list[Order]:
    """The orders; raises ReportError with a sentence for whoever asked."""
    check(make, WORDS, "kind of file")
    check_languages(languages)
    asked = places_asked(release, places)
    about_place = tuple(word for word in make if word not in ("return", *OF_RELEASE))
    about_release = tuple(word for word in make if word in OF_RELEASE)
    orders = []
    for language in languages:
        if about_place:
            orders += [Order(about_place, place, language=language) for place in asked or [None]]
        if "return" in make:
            orders += _returns(_filing(release, places, asked), return_ids, year, language)
    return orders + ([Order(about_release)] if about_release else [])


def places_asked(release: Release, places: Sequence[str]) -> list[str | tuple[str, ...] | None]:
    """A code a place, None for `all`; codes joined by commas are one group, told together; `each` is every place in turn.

    Raises ReportError for a place that the release does not know, before anything is made.
    """
    found: list[str | tuple[str, ...] | None] = []
    reading = Reading(release)
    for word in places:
        if word == ALL:
            found.append(None)
            continue
        if word == EACH:
            found += reported_places(release)
            continue
        codes = tuple(
            dict.fromkeys(code.strip().upper() for code in word.split(",") if code.strip())
        )
        if not codes:
            raise ReportError("Name a jurisdiction after --jurisdiction, as in XAA or XAA,XAB.")
        found.append(codes[0] if len(codes) == 1 else codes)
        subject(reading, found[-1])
    return list(dict.fromkeys(found))


def _filing(release: Release, places: Sequence[str], asked: list) -> list:
    """Who is asked for returns: with `each`, those of all places that file any; who is named is told why it files none."""
    from reports.returns import filing_places

    if EACH not in places:
        return asked
    named = {place.strip().upper() for place in places}
    return [place for place in asked if place in named or place in filing_places(release)]


def _returns(asked, return_ids: Sequence[str], year: int | None, language: str) -> list[Order]:
    from reports import returns

    known = [each.id for each in returns.known()]
    check(return_ids, known, "return")
    if not asked or not all(isinstance(place, str) for place in asked):
        raise ReportError(
            "A return is made by one State at a time: name it with --jurisdiction, or say each."
        )
    kinds = tuple(kind.name for kind in kinds_about("return"))
    return [
        Order(kinds, place, each, year, language) for place in asked for each in return_ids or known
    ]


def check_languages(languages: Sequence[str]) -> None:
    """Raise ReportError for a language there is no catalogue of."""
    check(languages, (*known_languages(), *SAMPLES), "language")


def check(words: Sequence[str], known: Sequence[str], what: str) -> None:
    """Raise ReportError where a word is not among those known."""
    for word in words:
        if word not in known:
            raise ReportError(f"There is no {what} {word!r}. There are: {', '.join(known)}.")
