"""The chapter on conventions: how duties are met by theme, in law and in practice, and every gap with what it rests on.

No score is given anywhere: a share is told as its bounds, and what nobody knows stays open.
"""

from collections.abc import Iterable

from charts import format as reads
from charts import release_words
from charts.compliance import IN_SHARES, Tally
from languages import phrase, phrase_for
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table
from reports.duty_gaps import gaps_by_theme
from reports.duty_targets import targets
from reports.duty_words import ASPECTS, theme_name
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject

NOT_BINDING = ("soft", "unilateral")
PART = "-"
"""Stands in the code of a part of a State, as in USA-IL."""


def duties(reading: Reading, subject: Subject) -> list:
    """The chapter."""
    title = Heading(1, phrase("How duties are met"), anchor="duties")
    summary = of_duty_holders(reading, subject, "compliance_summary")
    if not summary:
        nothing = phrase("Nothing in this release says how duties under conventions are met here.")
        return [NewPage(), title, Paragraph(nothing)]
    cells = of_duty_holders(reading, subject, "compliance")
    return [
        NewPage(),
        title,
        Paragraph(_lead(), "note"),
        *_of_the_state(reading, subject),
        Bullets(tuple(_sentences(summary, subject))),
        *_by_theme(reading, summary),
        *_by_aspect(reading, summary),
        *_by_place(reading, subject, summary),
        *_by_instrument(reading, summary),
        *targets(reading, subject),
        *gaps_by_theme(reading, subject, cells),
    ]


def _of_the_state(reading: Reading, subject: Subject) -> list:
    """Who is bound, where the report is about a part of a State."""
    parents = {row["jurisdiction"]: row["parent"] for row in reading.table("jurisdictions")}
    parent = parents.get(subject.code)
    # What lies beneath a group of States is a State.
    if not parent or PART not in subject.code:
        return []
    said = phrase(
        "Duties bind States. Those told here are duties of {state}, of which {place} is a part: it answers for its share of them.",
        state=release_words.place(reading.labels.place(parent)),
        place=subject.name,
    )
    return [Paragraph(said)]


def short_sentence(reading: Reading, subject: Subject) -> str:
    """How binding duties stand, in one sentence; empty where none is known to apply."""
    found = counted(of(of_duty_holders(reading, subject, "compliance_summary"), "all"))
    return _stand(found) if found.applicable else ""


def of_duty_holders(reading: Reading, subject: Subject, table: str) -> list[dict]:
    """Rows of a table, without parts of places that have rows themselves: a State's duties are counted once, for the State."""
    rows = reading.about(table, subject.codes)
    held = {row["jurisdiction"] for row in rows}
    places = reading.table("jurisdictions")
    parts = {row["jurisdiction"] for row in places if row["parent"] in held}
    return [row for row in rows if row["jurisdiction"] not in parts]


def counted(rows: Iterable[dict]) -> Tally:
    """Rows of `compliance_summary`, added up."""
    rows = list(rows)
    return Tally(
        **{name: total(rows, name) for name in IN_SHARES},
        unknown=total(rows, "not_known"),
        out=total(rows, "not_applicable"),
    )


def total(rows: Iterable[dict], name: str) -> int:
    """Sum of a column."""
    return sum(int(row[name] or 0) for row in rows)


def of(summary: list[dict], dimension: str, aspect: str = "all", force: str = "binding") -> list:
    """Rows of `compliance_summary` of one dimension, aspect and force."""
    return [
        row
        for row in summary
        if (row["dimension"], row["aspect"], row["force_group"]) == (dimension, aspect, force)
    ]


def bounds_in_print(found: Tally) -> str:
    """The share that is met, from what is known to be met to that with all that is open."""
    if not found.applicable:
        return "–"
    if not (found.met or found.short):
        # From none to all of them: that is no share, but nothing known.
        return phrase("nothing decided")
    low, high = (reads.value(share, "share") for share in (found.lower, found.upper))
    return low if low == high else phrase("{low} to {high}", low=low, high=high)


def _lead() -> str:
    return phrase(
        "A duty is counted once for each aspect that it asks for: law, institution, practice, outcome. Open: there is no "
        "evidence, or none that decides. What is open is neither met nor a gap, so the share that is met is told as two bounds, "
        "and nothing is added up to a score."
    )


def _sentences(summary: list[dict], subject: Subject) -> list[str]:
    rows = of(summary, "all")
    found = counted(rows)
    if not found.applicable:
        told = [phrase("No binding duty is known to apply here.")]
    else:
        told = [
            _stand(found),
            phrase(
                "Of what is open: {none} without evidence or with none that tells, {stale} on evidence older than three years, {disputed} disputed.",
                none=reads.count(total(rows, "no_evidence")),
                stale=reads.count(total(rows, "stale")),
                disputed=reads.count(total(rows, "disputed")),
            ),
        ]
    if found.unknown:
        told.append(
            phrase_for(
                found.unknown,
                "Of {number} binding duty no record says whether it applies.",
                "Of {number} binding duties no record says whether they apply.",
            )
        )
    soft, unilateral = (counted(of(summary, "all", force=force)) for force in NOT_BINDING)
    if soft.applicable:
        told.append(
            phrase_for(
                soft.applicable,
                "Of {number} duty that does not bind: {met} met, {short} not taken up or only in part, {open} open.",
                "Of {number} duties that do not bind: {met} met, {short} not taken up or only in part, {open} open.",
                met=reads.count(soft.met),
                short=reads.count(soft.short),
                open=reads.count(soft.open),
            )
        )
    if unilateral.applicable:
        told.append(
            phrase_for(
                unilateral.applicable,
                "Of {number} standard that one State holds others to: {met} met, {short} not met, {open} open. "
                "Where one is not met, that is no breach.",
                "Of {number} standards that one State holds others to: {met} met, {short} not met, {open} open. "
                "Where one is not met, that is no breach.",
                met=reads.count(unilateral.met),
                short=reads.count(unilateral.short),
                open=reads.count(unilateral.open),
            )
        )
    return told


def _stand(found: Tally) -> str:
    values = {
        "met": reads.count(found.met),
        "short": reads.count(found.short),
        "open": reads.count(found.open),
    }
    if not (found.met or found.short):
        return phrase_for(
            found.applicable,
            "The {number} binding duty that applies is open: nothing is decided either way.",
            "All {number} binding duties that apply are open: nothing is decided either way.",
        )
    return phrase_for(
        found.applicable,
        "Of {number} binding duty that applies: {met} met, {short} met in part or not at all, {open} open. So {bounds} of them are met.",
        "Of {number} binding duties that apply: {met} met, {short} met in part or not at all, {open} open. So {bounds} of them are met.",
        **values,
        bounds=bounds_in_print(found),
    )


def _by_theme(reading: Reading, summary: list[dict]) -> list:
    labels = reading.labels
    rows: dict[str, list[dict]] = {}
    for row in of(summary, "theme"):
        rows.setdefault(theme_name(row["item"], labels), []).append(row)
    found = {name: counted(each) for name, each in sorted(rows.items())}
    found = {name: each for name, each in found.items() if each.applicable}
    if not found:
        return []
    source = of_table("compliance_summary", reading.release.release_id)
    note = phrase(
        "A duty that belongs to two themes counts in both. Themes in which no binding duty is known to apply are left out."
    )
    note += " " + source
    told = [_row(name, rows[name], each) for name, each in found.items()]
    return [_table(phrase("Binding duties by theme"), phrase("Theme"), told, note)]


def _by_aspect(reading: Reading, summary: list[dict]) -> list:
    told = []
    for aspect in ASPECTS:
        rows = of(summary, "all", aspect)
        if counted(rows).applicable:
            told.append(_row(reading.labels.category("aspect", aspect), rows, counted(rows)))
    note = phrase(
        "Law: the rule exists. Institution: somebody is charged with it. Practice: it is done. Outcome: it has the effect that "
        "was meant. A duty can be met in law and not in practice."
    )
    note += " " + of_table("compliance_summary", reading.release.release_id)
    title = phrase("Binding duties in law, institution, practice and outcome")
    return [_table(title, phrase("Aspect"), told, note)] if told else []


def _by_place(reading: Reading, subject: Subject, summary: list[dict]) -> list:
    """Of several places each one by name; of one place nothing."""
    if subject.code:
        return []
    rows = sorted(of(summary, "all"), key=lambda row: reading.labels.place(row["jurisdiction"]))
    told = [_row(reading.labels.place(row["jurisdiction"]), [row], counted([row])) for row in rows]
    note = phrase(
        "By name, not by number: places are bound by different texts and watched by different bodies, so these are no ranks."
    )
    note += " " + of_table("compliance_summary", reading.release.release_id)
    return [_table(phrase("Binding duties by place"), phrase("Place"), told, note)]


def _by_instrument(reading: Reading, summary: list[dict]) -> list:
    rows: dict[str, list[dict]] = {}
    for row in of(summary, "instrument"):
        rows.setdefault(reading.instruments.get(row["item"], row["item"]), []).append(row)
    told = [
        _row(name, each, found)
        for name, each in sorted(rows.items())
        if (found := counted(each)).applicable
    ]
    note = phrase("Instruments that bind nobody here, so far as is known, are left out.")
    note += " " + of_table("compliance_summary", reading.release.release_id)
    title = phrase("Binding duties by instrument")
    return [_table(title, phrase("Instrument"), told, note)] if told else []


def _table(caption: str, first: str, rows: list[tuple], note: str) -> Table:
    headings = (
        first,
        phrase("Apply"),
        phrase("Met"),
        phrase("In part or not met"),
        phrase("Open"),
        phrase("No evidence"),
        phrase("Disputed"),
        phrase("Share met"),
    )
    widths = (3, 0.8, 0.8, 1, 0.8, 1, 1, 1.5)
    return Table(caption, headings, tuple(rows), frozenset(range(1, 8)), note, widths)


def _row(name: str, rows: list[dict], found: Tally) -> tuple:
    numbers = (found.applicable, found.met, found.short, found.open)
    more = (total(rows, "no_evidence"), total(rows, "disputed"))
    return (name, *map(reads.count, (*numbers, *more)), bounds_in_print(found))
