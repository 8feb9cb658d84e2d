"""Who reported, how complete their records are, what became of what they sent, and what the checks found."""

from languages import later, phrase
from release.read import Release
from views import coverage, frame, page_end, reading, receipts, record_quality, shown
from views.filter_box import filter_box
from views.filters import place_label

EVERYWHERE = "everywhere"


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("Data quality and coverage"),
        phrase("Who reported, what could be used, and what did the checks find?"),
    )
    place = _choose(release)
    submissions, findings = (
        _of_place(release, name, place) for name in ("submissions", "data_quality")
    )
    frame.announce(coverage.told(release, place) + receipts.summary(submissions))
    coverage.show(release, place)
    record_quality.show(release, place)
    receipts.received(release, submissions)
    receipts.findings(release, findings)
    page_end.show(release, CANNOT_TELL, (*record_quality.METRICS, record_quality.FIELDS), place)


def _choose(release: Release) -> str | None:
    """The chosen place; None for everywhere."""
    names = reading.labels(release)
    held = {row["jurisdiction"] for row in reading.table(release, "submissions")} - {None}

    def said(code: str) -> str:
        return phrase("Everywhere") if code == EVERYWHERE else place_label(code, names)

    offered = [EVERYWHERE, *sorted(held, key=names.place)]
    place = filter_box(phrase("Place"), offered, format_func=said, key="reported_by")
    shown.choice(phrase("Place"), said(place))
    return None if place == EVERYWHERE else place


def _of_place(release: Release, table: str, place: str | None) -> list[dict]:
    rows = reading.table(release, table)
    return rows if place is None else [row for row in rows if row["jurisdiction"] == place]


CANNOT_TELL = (
    later("How late a report came: no day is on record by which agencies have to send theirs."),
    later(
        "What was never written down: a complete record of a case says nothing of cases nobody opened."
    ),
    later("Whether what was sent is true: checks find what cannot be, not what is merely wrong."),
    later(
        "Silence is never zero: where an agency is silent, its part of every number is not known."
    ),
)
