"""The duties behind a number of the table: how each stands, why, and the way to all that it rests on."""

from charts import format as reads
from charts.compliance import WORDING, state_words
from charts.release_words import inside
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import compliance_read, frame, marks, reading, results_table
from views.compliance_filters import ALL, Choice
from views.html import Markup, as_stored, element, join

MOST_ROWS = 100
"""Rows that a page can hold and a reader can look through; the download has all."""
HEADINGS = (later("Duty"), later("Aspect"), later("State"), later("Why"), later("Newest evidence"))


def show(release: Release, choice: Choice, listed: list[dict]) -> None:
    """The section; `listed` are the cells that every choice lets pass."""
    frame.section(phrase("Duties"))
    if not listed:
        frame.say(phrase("No duty fits these choices."))
        return
    if choice.place == ALL and choice.theme == ALL and choice.state == ALL:
        frame.say(
            phrase(
                "Choose a place, a theme or a state, or follow a number of the table above, to see the "
                "duties one by one."
            )
        )
    else:
        if len(listed) > MOST_ROWS:
            frame.say(
                phrase(
                    "The first {number} of {all}: a theme, an instrument or a state makes "
                    "them fewer, and the download has all of them.",
                    number=whole(MOST_ROWS),
                    all=whole(len(listed)),
                )
            )
        table_of(release, choice, listed)
        return
    what = phrase("duties and how they stand")
    results_table.download(release, listed, compliance_read.PAGE, what)


def state(code: str, names) -> Markup:
    """Mark and word of a state."""
    words = state_words(code, names)
    return marks.labelled(words.shorthand, words)


def inline(code: str, names) -> Markup:
    """Mark and word of a state, within a line."""
    words = state_words(code, names)
    mark = element("span", words.shorthand, aria_hidden="true", class_="answerable-mark")
    return join([mark, " ", words.label])


def wording(duty: dict) -> list[Markup]:
    """That the wording was not read in the text, where it was not."""
    said = WORDING.get(duty.get("certainty"))
    return [element("span", said, class_="answerable-aside")] if said else []


def table_of(release: Release, choice: Choice, listed: list[dict]) -> None:
    """The first rows as a table; its file holds all of them."""
    names = reading.labels(release)
    with_place = choice.place == ALL
    duty, *others = map(phrase, HEADINGS)
    headings = (duty, phrase("Place"), *others) if with_place else (duty, *others)
    rows = []
    for cell in listed[:MOST_ROWS]:
        key = (cell["jurisdiction"], cell["obligation_id"], cell["aspect"])
        place = [names.place(cell["jurisdiction"])] if with_place else []
        rows.append(
            (
                _duty(release, cell["obligation_id"], key),
                *place,
                names.category("aspect", cell["aspect"]),
                join([state(cell["state"], names), *_open(cell)]),
                _why(cell),
                reads.day(cell["newest"]) or phrase("None"),
            )
        )
    if with_place:
        caption = phrase_for(len(rows), "{number} duty by aspect", "{number} duties by aspect")
    else:
        caption = phrase_for(
            len(rows),
            "{number} duty by aspect: {place}",
            "{number} duties by aspect: {place}",
            place=names.place(choice.place),
        )
    frame.table(
        release,
        caption,
        headings,
        rows,
        name=compliance_read.PAGE,
        data=listed,
        file="duties and how they stand",
    )


def _duty(release: Release, obligation: str, key: tuple) -> Markup:
    duty = compliance_read.duties(release).get(obligation, {})
    names = reading.labels(release)
    said = [
        compliance_read.cell_link(compliance_read.duty_name(release, obligation), *key),
        element(
            "div",
            as_stored(duty["duty"]) if duty.get("duty") else phrase("Not described"),
            class_="answerable-duty",
        ),
    ]
    if duty.get("force"):
        force = names.category("obligation_force", duty["force"])
        words = phrase("Force: {force}", force=inside(force))
        said.append(element("span", words, class_="answerable-aside"))
    return join([*said, *wording(duty)])


SOUNDS_SETTLED = ("evidenced", "attested", "partly", "gap_found", "not_taken_up")
"""States that read as if somebody had decided; on one side's word alone nobody has."""


def _open(cell: dict) -> list[Markup]:
    """That a state which sounds settled still counts as open, where it does."""
    if cell["counts_as"] != "open" or cell["state"] not in SOUNDS_SETTLED:
        return []
    return [element("span", phrase("Counts as open"), class_="answerable-aside")]


def _why(cell: dict) -> Markup:
    replies = cell["replies"] or 0
    said = phrase_for(
        replies,
        "The place has replied: {number} reply.",
        "The place has replied: {number} replies.",
    )
    reply = [element("span", said, class_="answerable-aside")] if replies else []
    return join(
        [as_stored(cell["because"]) if cell["because"] else phrase("No reason given"), *reply]
    )
