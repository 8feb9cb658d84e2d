"""Duties under treaties and laws, and which metric bears on each."""

from charts import release_words
from languages import phrase, phrase_for, whole
from release.read import Release
from views import compliance_list, compliance_read, frame, reading, shown
from views.filled import filled
from views.filter_box import filter_box
from views.html import Markup, as_stored, element, join, link, markup

ALL = "all"


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("Obligations"),
        phrase("Which duties do states have, and which number tells how they are met?"),
    )
    rows = reading.table(release, "obligations")
    instruments = {row["instrument"]: row["instrument_title"] or row["instrument"] for row in rows}

    def said(code: str) -> str:
        return phrase("All instruments") if code == ALL else instruments[code]

    offered = [ALL, *sorted(instruments, key=instruments.get)]
    chosen = filter_box(
        phrase("Instrument"), offered, format_func=said, key="instrument", width=420
    )
    shown.choice(phrase("Instrument"), said(chosen))
    if chosen != ALL:
        rows = [row for row in rows if row["instrument"] == chosen]
    answering = _answering(release)
    measured = sum(row["obligation_id"] in answering for row in rows)
    frame.announce(
        phrase_for(
            len(rows),
            "{number} duties; a metric of this release bears on {measured} of them.",
            "{number} duties; a metric of this release bears on {measured} of them.",
            measured=whole(measured),
        )
    )
    known = compliance_read.instruments(release)
    cells = [
        (
            row["article"] or row["obligation_id"],
            _duty(row),
            as_stored(known[row["instrument"]]),
            _force(release, row),
            _themes(release, row),
            _shown(release, row, answering),
        )
        for row in rows
    ]
    frame.section(phrase("Each duty and its measure"))
    headings = [phrase("Article"), phrase("Duty"), phrase("Instrument"), phrase("Force")]
    headings += [phrase("Themes"), phrase("What would show it")]
    frame.table(release, phrase("Duties"), headings, cells, name="obligations", data=rows)
    if compliance_read.cells(release):
        more = compliance_read.page_link(
            release, phrase("Compliance"), instrument=None if chosen == ALL else chosen
        )
        frame.note(filled(phrase("How each of them stands, place by place: {link}."), link=more))


def _answering(release: Release) -> dict[str, list[dict]]:
    """Obligation -> the definitions that answer to it."""
    found: dict[str, list[dict]] = {}
    for definition in reading.definitions(release).values():
        for key in reading.lines(definition["answers_to"]):
            found.setdefault(key, []).append(definition)
    return found


def _duty(row: dict) -> Markup:
    """The duty in plain words; says where its wording was not read in the text."""
    duty = as_stored(row["duty"]) if row["duty"] else phrase("Not described")
    said = element("div", duty, class_="answerable-duty")
    return join([said, *compliance_list.wording(row)])


def _force(release: Release, row: dict) -> Markup:
    """How strongly the text binds, and by which words that is weakened."""
    if not row.get("force"):
        return markup(phrase("Not stated"))
    names = reading.labels(release)
    note = row.get("force_note")
    more = [element("span", as_stored(note), class_="answerable-aside")] if note else []
    return join([names.category("obligation_force", row["force"]), *more])


def _themes(release: Release, row: dict) -> str:
    names = (compliance_read.theme_name(release, each) for each in compliance_read.themes(row))
    return ", ".join(names)


def _shown(release: Release, row: dict, answering: dict) -> Markup:
    """Metrics, what a statement has to show, a number of the instrument; or why nothing shows it."""
    metrics = answering.get(row["obligation_id"])
    said = []
    if metrics:
        said.append(
            join((link(release_words.title(each), each["metric_id"]) for each in metrics), ", ")
        )
    said += [as_stored(row[key]) for key in ("attested", "number_text") if row.get(key)]
    if row.get("not_measured") and not metrics:
        said.append(as_stored(row["not_measured"]))
    return join(element("div", each) for each in said or [phrase("No metric yet")])
