"""The evidence of one cell, what counts today first: who says what, when, how strongly, and where it stands."""

from charts import format as reads
from charts import release_words
from charts.compliance import GRADES, WORDING
from charts.format import is_missing
from languages import later, phrase, phrase_in
from release.read import Release
from views import compliance_read, frame, reading
from views.filters import number_link
from views.html import Markup, as_stored, element, join


def in_order(pieces: list[dict]) -> list[dict]:
    """Current pieces before those that count no more, newest first."""
    dated = sorted(pieces, key=lambda row: str(row["dated_on"] or ""), reverse=True)
    return sorted(dated, key=lambda row: not row["is_current"])


def show(release: Release, cell: dict, pieces: list[dict]) -> None:
    """The section."""
    frame.section(phrase("Evidence"))
    if not pieces:
        frame.say(
            phrase(
                "Nothing was submitted, published or found. No evidence is neither zero nor a gap."
            )
        )
        return
    names = reading.labels(release)
    deciding = set(reading.lines(cell["evidence_ids"]))
    rows = [[_faded(part, row) for part in _cells(release, row, deciding, names)] for row in pieces]
    headings = (
        phrase("What"),
        phrase("Says"),
        phrase("Standing"),
        phrase("Day"),
        phrase("Counts today"),
        phrase("Reason"),
    )
    frame.table(
        release,
        phrase("Evidence on this duty, what counts today first"),
        headings,
        rows,
        name=compliance_read.CELL_PAGE,
        data=pieces,
        file="evidence",
    )


def standing(row: dict, deciding: set[str]) -> str:
    """Whether a piece counts today, in words."""
    if row["is_current"]:
        return phrase("Yes, it decides") if row["evidence_id"] in deciding else phrase("Yes")
    if row["is_stale"]:
        return phrase("No: stale, older than three years")
    return phrase("No: overtaken by something newer of the same source")


def outward(text, url) -> Markup:
    """A link out of the dashboard; plain text where the address is not https."""
    if is_missing(url) or not str(url).startswith("https://"):
        return join([text])
    return element("a", text, href=url, rel="noopener noreferrer", target="_blank")


def recommendations(release: Release, pieces: list[dict]) -> None:
    """What was asked for, by when, and what became of it; reports that fall due likewise."""
    rows = [row for row in pieces if row["kind"] in ("recommendation", "report")]
    if not rows:
        return
    frame.section(phrase("Recommendations and reports, and their follow-up"))
    names, today = reading.labels(release), frame.data_date(release)
    cells = [
        (
            outward(_title(row, names), row["link"]),
            names.category("recommendation_strength", row["strength"])
            if row["strength"]
            else phrase("None stated"),
            reads.day(row["due_on"]) or phrase("Not stated"),
            follow_up(row, today),
        )
        for row in rows
    ]
    headings = (phrase("What"), phrase("Strength word"), phrase("Due on"), phrase("Follow-up"))
    frame.table(
        release,
        phrase("Recommendations and reports, with what became of them"),
        headings,
        cells,
        name=compliance_read.CELL_PAGE,
        data=rows,
        file="recommendations",
    )


def follow_up(row: dict, today) -> str:
    """Done, open, or overdue at the data date."""
    if not is_missing(row["done_on"]):
        late = not is_missing(row["due_on"]) and row["done_on"] > row["due_on"]
        day = reads.day(row["done_on"])
        if late:
            return phrase("Done on {day}, after it was due", day=day)
        return phrase("Done on {day}", day=day)
    is_overdue = not is_missing(row["due_on"]) and today is not None and row["due_on"] < today
    return phrase("Open, overdue") if is_overdue else phrase_in("recommendation", "Open")


def _cells(release: Release, row: dict, deciding: set[str], names) -> tuple:
    if row["grade"] in GRADES:
        grade = GRADES[row["grade"]]
    else:
        grade = phrase("Figure, no grade") if row["metric_id"] else phrase("No grade")
    strength = row["strength"]
    strength = (
        [f"; {release_words.inside(names.category('recommendation_strength', strength))}"]
        if strength
        else []
    )
    return (
        _what(release, row, names),
        join([names.category("finding", row["finding"]), *_numbers(row)]),
        join([grade, *strength]),
        _day(row),
        standing(row, deciding),
        element(
            "span",
            as_stored(row["reason"]) if row["reason"] else phrase("None given"),
            class_="answerable-plain",
        ),
    )


def _what(release: Release, row: dict, names) -> Markup:
    """Kind and title, which leads to where it stands: a metric here, all else elsewhere."""
    title = _title(row, names)
    definition = reading.definitions(release).get(row["metric_id"])
    if definition:
        # Official figures of every measure share one metric; the evidence says which it is.
        title = title if row["kind"] == "official_figure" else release_words.title(definition)
        title = number_link(release, title, row)
    else:
        title = outward(title, row["link"])
    said = [
        element("span", names.category("evidence_kind", row["kind"]), class_="answerable-aside")
    ]
    if source := _source(row, names):
        said.append(
            element("span", phrase("Source: {source}", source=source), class_="answerable-aside")
        )
    if row["coder"]:
        said.append(element("span", coder(row["coder"]), class_="answerable-aside"))
    if row["certainty"] in WORDING:
        said.append(element("span", WORDING[row["certainty"]], class_="answerable-aside"))
    return join([title, *said])


CODERS = {"first": later("First coder"), "second": later("Second coder")}


def coder(code: str) -> str:
    """Which of those who read the evidence has judged."""
    if code in CODERS:
        return phrase(CODERS[code])
    return phrase("{name} coder", name=code.capitalize())


def _title(row: dict, names) -> str:
    if row["title"]:
        return as_stored(row["title"])
    return names.category("evidence_kind", row["kind"])


def _source(row: dict, names) -> str:
    """Who made it: the kind of body and the number of the record, or a court; empty where the kind says it all."""
    body, _, number = (row["source"] or "").partition(" ")
    label = names.category("recommendation_source", body)
    if row["kind"] == "recommendation":
        return f"{label} {number}".strip()
    return "" if not number and body.islower() else row["source"]


def _numbers(row: dict) -> list[Markup]:
    """Number of the instrument beside the number found."""
    if is_missing(row["number_asked"]):
        return []
    missing = is_missing(row["number_found"])
    said = phrase(
        "The instrument sets {asked}; found: {found}",
        asked=reads.count(row["number_asked"]),
        found=phrase("nothing") if missing else reads.count(row["number_found"]),
    )
    return [element("span", said, class_="answerable-aside")]


def _day(row: dict) -> str:
    if not (is_missing(row["period_start"]) or is_missing(row["period_end"])):
        return reads.period(row["period_start"], row["period_end"])
    return reads.day(row["dated_on"]) or phrase("Not dated")


def _faded(part, row: dict):
    return part if row["is_current"] else element("div", part, class_="answerable-past")
