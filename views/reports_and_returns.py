"""What a ministry takes away, signs and sends: reports, statutory returns and the whole release as data."""

import streamlit as st

from languages import current, later, phrase
from release.read import Release
from reports.door.asked import Kind, Order, kinds_about
from reports.door.naming import paths
from reports.names import ReportError
from views import choices, filing, frame, page_end, reading, return_shown, shown
from views.compliance_filters import ALL
from views.filters import place_label
from views.html import element, join

TITLE = later("Reports and returns")
ADDRESS = "reports_and_returns"
MOST_IN_A_GROUP = 12
CANNOT_TELL = (
    later(
        "What an official form asks today: forms change. Cells that are recalled and were not seen are marked, to be "
        "checked against the form."
    ),
    later(
        "Numbers that are kept back to protect people: a return leaves them blank, and says which agency holds them."
    ),
    later(
        "Whether a file was changed after it was made: compare it with one made again, byte by byte."
    ),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase(TITLE),
        phrase("What can be taken away, signed and sent, from the numbers of these pages?"),
    )
    place = choices.place(release, ADDRESS)
    frame.announce(_said(release, place))
    frame.note(
        phrase(
            "A file is made when its button is pressed. For a report this can take half a minute; the button turns "
            "until the file is there, and the page can be read meanwhile."
        )
    )
    _reports(release, place)
    _returns(release, place)
    _data(release)
    page_end.show(release, CANNOT_TELL, (), None if place == ALL else place)


def _said(release: Release, place: str) -> str:
    if place == ALL:
        return phrase(
            "Files about all places of release {release}; choose a place for files about one.",
            release=release.release_id,
        )
    return phrase(
        "Files about {place}, from release {release}. They hold what these pages show, and nothing else.",
        place=reading.labels(release).place(place),
        release=release.release_id,
    )


def _reports(release: Release, place: str) -> None:
    frame.section(phrase("Accountability report"))
    frame.say(
        phrase(
            "A summary in sentences, gaps against conventions by theme, a page a headline metric, comparisons, trends, "
            "data quality, methods, revisions and the reply of the place; each figure names its metric and the hash of "
            "the release."
        )
    )
    chosen = None if place == ALL else place
    if chosen:
        chosen = _group(release, chosen)
    _files(
        release,
        Order(tuple(kind.name for kind in kinds_about("place")), chosen, language=current()),
    )


def _group(release: Release, place: str) -> str | tuple[str, ...]:
    """The place alone, or with others that are told together with it."""
    names = reading.labels(release)
    held = {row["jurisdiction"] for row in reading.table(release, "jurisdictions")}
    others = st.multiselect(
        phrase("Told together with"),
        sorted(held - {place}, key=names.place),
        format_func=lambda code: place_label(code, names),
        key="together_with",
        max_selections=MOST_IN_A_GROUP,
        placeholder=phrase("Choose places to make a report about a group"),
        help=phrase("The report then tells these places side by side, without a ranking."),
    )
    if others:
        shown.choice(phrase("Told together with"), ", ".join(map(names.place, others)))
    return (place, *others) if others else place


def _returns(release: Release, place: str) -> None:
    frame.section(phrase("Statutory returns"))
    if place == ALL:
        frame.say(phrase("A return is made by one State at a time: choose a place above."))
        return
    try:
        filled = return_shown.choose(release, place)
    except ReportError as problem:
        frame.say(str(problem))
        return
    kinds = tuple(kind.name for kind in kinds_about("return"))
    order = Order(kinds, place, filled.form.id, filled.years[-1], current())
    return_shown.summary(filled)
    _files(release, order, filled.years)
    return_shown.show(release, filled)


def _data(release: Release) -> None:
    frame.section(phrase("The whole release as data"))
    frame.say(
        phrase(
            "For researchers and programs. Codes, columns and definitions are in English, whatever the language of "
            "these pages."
        )
    )
    _files(release, Order(tuple(kind.name for kind in kinds_about("release"))))


def _files(release: Release, order: Order, years: tuple[int, ...] = ()) -> None:
    """A button a kind of file, with what it is good for; each is made when it is clicked."""
    names = paths(release, order, release.path, years)
    kinds = [kind for kind in kinds_about(order.about) if kind.name in order.kinds]
    for column, kind in zip(st.columns(len(kinds)), kinds, strict=True):
        with column:
            _file(release, kind, order, names[kind.name].name)


def _file(release: Release, kind: Kind, order: Order, name: str) -> None:
    one = Order((kind.name,), order.place, order.return_id, order.year, order.language)
    st.download_button(
        phrase(kind.title),
        filing.maker(release, one),
        file_name=name,
        mime=kind.mime,
        key=f"file {kind.name}",
        on_click="ignore",
        width="stretch",
    )
    st.html(join([element("p", phrase(kind.says), class_="answerable-note")]))
