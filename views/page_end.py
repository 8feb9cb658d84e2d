"""How a page about one question ends: what it cannot tell, and the duties it bears on."""

from collections.abc import Iterable

from languages import phrase, phrase_for
from release.read import Release
from views import compliance_read, frame, reading
from views.html import bullets, join


def show(
    release: Release, points: Iterable, metric_ids: Iterable[str], place: str | None = None
) -> None:
    """`points` are what the page cannot tell, `metric_ids` the metrics it tells."""
    frame.section(phrase("What this page cannot tell"))
    frame.html(bullets(map(phrase, points)))
    said = duties(release, metric_ids, place)
    if said:
        frame.note(said)


def duties(release: Release, metric_ids: Iterable[str], place: str | None = None):
    """One line: the instruments whose duties these metrics bear on, each a link to how they stand."""
    definitions = reading.definitions(release)
    known = compliance_read.duties(release)
    found: dict[str, set] = {}
    for key in metric_ids:
        for duty in reading.lines(definitions[key]["answers_to"]) if key in definitions else ():
            if duty in known:
                found.setdefault(known[duty]["instrument"], set()).add(duty)
    names = compliance_read.instruments(release)
    instruments = sorted(found, key=lambda key: names.get(key, key))
    if not instruments:
        return ""
    links = [
        compliance_read.page_link(
            release,
            phrase_for(
                len(found[key]),
                "{instrument} ({number} duty)",
                "{instrument} ({number} duties)",
                instrument=names.get(key, key),
            ),
            instrument=key,
            place=place,
        )
        for key in instruments
    ]
    return join([phrase("Duties these numbers bear on: "), join(links, ", "), "."])
