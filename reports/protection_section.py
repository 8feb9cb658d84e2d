"""The chapter on the protection of people: what a blank means, how much is shown, attacks, what is told in less detail."""

from charts import format as reads
from charts import protection as words
from charts import release_words
from charts.joining import with_commas
from languages import phrase, phrase_for, whole
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject

MOST_ROWS = 16
ALL = "all"
"""Stands in the table `protection` for every metric, or every place."""


def protection_section(reading: Reading, subject: Subject) -> list:
    """The chapter; what an older release holds no table of is said to be missing."""
    shown, audits = reading.table("protection"), reading.table("audits")
    plan = reading.about("plan", subject.codes)
    tables = [_shown(shown, subject, reading), _audits(audits, reading)]
    tables.append(_plan(plan, subject, reading))
    told = _sentences(shown, audits, subject, reading)
    rules = len(reading.table("policy"))
    blocks = [
        NewPage(),
        Heading(1, phrase("How people are protected"), anchor="protection"),
        *([Bullets(tuple(told))] if told else []),
        Heading(2, phrase("What may be concluded from a blank")),
        Bullets(tuple(words.CONCLUSIONS)),
        *filter(None, tables),
        Heading(2, phrase("From one release to the next")),
        Bullets(tuple(words.SUCCESSIVE)),
    ]
    if rules:
        said = phrase_for(
            rules,
            "The release holds the {number} rule by which numbers are hidden, in its table policy; the workbook lists it with value, reason and source.",
            "The release holds all {number} rules by which numbers are hidden, in its table policy; the workbook lists each with value, reason and source.",
        )
        blocks.append(Paragraph(said))
    return blocks


def _sentences(shown, audits, subject: Subject, reading: Reading) -> list[str]:
    told = []
    if "protection" not in reading.tables:
        told.append(
            phrase(
                "This release was made before its protection was reported: it holds no table of what is shown."
            )
        )
    elif not shown:
        told.append(
            phrase(
                "This release holds no result that was counted from case data, so there was none to hide."
            )
        )
    for row in _of(shown, subject):
        if row["metric_id"] == ALL:
            told.append(_of_headlines(row) if row["headline"] == "yes" else _of_all(row))
    if not audits:
        told.append(phrase("The release holds no list of the attacks that were tried on it."))
    if "plan" not in reading.tables:
        told.append(phrase("The release holds no plan of what is told at which detail."))
    return told


def _of(shown: list[dict], subject: Subject) -> list[dict]:
    """The rows about the place, or about all; of several places none sums up."""
    if subject.codes is not None and subject.code is None:
        return []
    return [row for row in shown if row["jurisdiction"] == (subject.code or ALL)]


def _of_headlines(row: dict) -> str:
    return phrase(
        "Of headline metrics, {shown} results are shown ({share}), {partly} with their counts only, and {hidden} are hidden to protect people.",
        **_amounts(row),
    )


def _of_all(row: dict) -> str:
    return phrase(
        "Of all metrics, {shown} results are shown ({share}), {partly} with their counts only, and {hidden} are hidden to protect people.",
        **_amounts(row),
    )


def _amounts(row: dict) -> dict[str, str]:
    share = row["share_shown"]
    return {
        "shown": reads.count(row["shown"]),
        "share": phrase("none due") if share is None else reads.value(share, "share"),
        "partly": reads.count(row["partly_shown"]),
        "hidden": reads.count(row["hidden"]),
    }


def _shown(shown: list[dict], subject: Subject, reading: Reading) -> Table | None:
    """A row a stage of justice."""
    sums: dict[str, list[int]] = {}
    of_several = subject.codes if subject.code is None else None
    rows = (
        [r for r in shown if r["jurisdiction"] in of_several] if of_several else _of(shown, subject)
    )
    for row in rows:
        if row["metric_id"] in reading.definitions:
            stage = reading.definitions[row["metric_id"]]["metric_group"]
            before = sums.get(stage, [0] * len(words.WAYS))
            sums[stage] = [a + row[way] for a, way in zip(before, words.WAYS, strict=True)]
    if not sums:
        return None
    stages = dict.fromkeys(each["metric_group"] for each in reading.definitions.values())
    headings = (
        phrase("Stage"),
        *(each.label for each in words.WAYS.values()),
        phrase("Share shown"),
    )
    cells = tuple(
        (reads.plain(stage), *map(reads.count, sums[stage]), _of_due(sums[stage]))
        for stage in stages
        if stage in sums
    )
    note = phrase(
        "Share shown: of the results that there would be a number for. The workbook tells each metric."
    )
    note += " " + of_table("protection", reading.release.release_id)
    title = phrase("Results from case data, shown and hidden, by stage of justice")
    return Table(title, headings, cells, frozenset(range(1, 6)), note, (2, 1, 1, 1, 1.5, 1))


def _of_due(counts: list[int]) -> str:
    shown, partly, hidden, _ = counts
    due = shown + partly + hidden
    return reads.value(shown / due, "share") if due else phrase("none due")


def _audits(rows: list[dict], reading: Reading) -> Table | None:
    if not rows:
        return None
    headings = (
        phrase("Attack"),
        phrase("What it tries"),
        phrase("Outcome"),
        phrase("Cells looked at"),
        phrase("What that means"),
    )
    cells = tuple(
        (
            words.AUDITS.get(row["audit"]) or reads.plain(row["audit"]),
            row["tries"],
            words.OUTCOMES.get(row["outcome"]) or reads.plain(row["outcome"]),
            row["cells"] or phrase("not counted"),
            row["sentence"],
        )
        for row in rows
    )
    note = phrase(
        "The program that attacks shares nothing with the one that hides, and sees only what is published. Where it succeeds, nothing is published."
    )
    note += " " + of_table("audits", reading.release.release_id)
    title = phrase("Attacks tried on this release before it was published")
    return Table(title, headings, cells, note=note, widths=(1, 2, 0.9, 1, 2))


def _plan(plan: list[dict], subject: Subject, reading: Reading) -> Table | None:
    """What is told in less detail: of one place its headline measures, of several counted by place."""
    less = [row for row in plan if words.is_in_less_detail(row)]
    if not less:
        return None
    if subject.code is None:
        return _plan_by_place(plan, reading)
    order = list(reading.definitions)
    less = [row for row in less if row["metric_id"] in order]
    less.sort(key=lambda row: (order.index(row["metric_id"]), row["scope"], row["breakdown"]))
    alike: dict[tuple[str, str], list[str]] = {}
    for row in less:
        definition = reading.definitions[row["metric_id"]]
        key = (release_words.title(definition), words.plan_sentence(row))
        alike.setdefault(key, []).append(words.breakdown_words(row["breakdown"]))
    first = {
        release_words.title(row) for row in reading.definitions.values() if row["headline"] == "yes"
    }
    told = [
        (title, with_commas(dict.fromkeys(details)), sentence)
        for (title, sentence), details in alike.items()
    ]
    of_headlines = [row for row in told if row[0] in first]
    rows = (of_headlines or told)[:MOST_ROWS]
    note = ""
    if left := len(told) - len(rows):
        note = phrase_for(
            left,
            "{number} more stands in the workbook.",
            "{number} more stand in the workbook.",
        )
    note = f"{note} {of_table('plan', reading.release.release_id)}".strip()
    headings = (phrase("Measure"), phrase("Detail"), phrase("How it is told, and why"))
    title = phrase("Told in less detail, and why")
    return Table(title, headings, tuple(rows), note=note, widths=(1.6, 1.4, 3))


def _plan_by_place(plan: list[dict], reading: Reading) -> Table:
    labels = reading.labels
    rows = []
    for place in sorted({row["jurisdiction"] for row in plan}, key=labels.place):
        tables = [row for row in plan if row["jurisdiction"] == place]
        less = sum(map(words.is_in_less_detail, tables))
        rows.append((labels.place(place), whole(len(tables)), whole(less)))
    headings = (phrase("Place"), phrase("Tables"), phrase("In less detail"))
    note = phrase("The workbook tells which, and why.")
    note += " " + of_table("plan", reading.release.release_id)
    title = phrase("Tables told in less detail, by place")
    return Table(title, headings, tuple(rows), frozenset({1, 2}), note, (3, 1, 1))
