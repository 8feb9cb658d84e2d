"""The chapter every reader of numbers needs: what the words and marks mean."""

from charts import format as reads
from charts.describe import blank_words, method
from charts.joining import in_turn
from languages import SaidLines, later, phrase
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table

NOTES = SaidLines(
    later(
        "Every number is counted from case data that agencies submitted, or repeated from what somebody"
        " else published; the two are never added up or divided by each other."
    ),
    later(
        "Every interval is a 95% interval: it shows how far chance alone could move a number counted from"
        " this many. It does not cover facts that were recorded wrongly or not at all."
    ),
    later(
        "A cohort is followed from its first day, and people whose case is still open count as open, not"
        " as lost: recent cohorts are not judged on unfinished cases."
    ),
    later(
        "With all unseen: the range the number would fall in if everybody who did not answer, was lost"
        " from sight or is still open had counted, or had not."
    ),
    later(
        "Left out: the share of the population that could not be counted because a fact is missing."
    ),
    later(
        "Places are listed by name. A list in the order of the numbers would be a ranking, and most"
        " differences between places are chance, or a difference in what is recorded."
    ),
    later(
        "Each definition carries a hash. Two numbers with the same hash were counted with the same rules."
    ),
)


def method_notes(results: list[dict]) -> list:
    """The chapter: notes, words of blanks, statuses and maturities, and interval methods in use."""
    methods = sorted({method(row) for row in results if row["interval_method"]})
    blocks = [
        NewPage(),
        Heading(1, phrase("How to read the numbers"), anchor="methods"),
        Bullets(tuple(NOTES)),
        _blanks(results),
        _statuses(),
        _maturities(),
    ]
    if methods:
        blocks += [
            Heading(2, phrase("Intervals in this report")),
            Paragraph(in_turn(methods) + "."),
        ]
    return blocks


def _blanks(results: list[dict]) -> Table:
    counted: dict[str, int] = {}
    for row in results:
        if row["blank"]:
            label = blank_words(row).label
            counted[label] = counted.get(label, 0) + 1
    rows = tuple(
        (words.shorthand, words.label, words.meaning, reads.count(counted.get(words.label, 0)))
        for words in (*reads.BLANKS.values(), reads.SUPPRESSED_BY_PUBLISHER)
    )
    headings = (phrase("Mark"), phrase("Word"), phrase("What it means"), phrase("Results"))
    note = phrase("A blank is never zero, and never without a reason.")
    title = phrase("Why a number is missing")
    return Table(title, headings, rows, frozenset({3}), note, (0.5, 1.4, 4, 0.8))


def _statuses() -> Table:
    found = [words for code, words in reads.STATUSES.items() if code not in reads.BLANKS]
    rows = [(words.label, words.meaning) for words in found]
    public = reads.PUBLIC_FACT
    rows.append((f"{public.shorthand} {public.label}", public.meaning))
    headings = (phrase("Status"), phrase("What it means"))
    return Table(phrase("How far a number can be trusted"), headings, tuple(rows), widths=(1, 4))


def _maturities() -> Table:
    rows = tuple((words.label, words.meaning) for words in reads.MATURITIES.values())
    headings = (phrase("Word"), phrase("What it means"))
    return Table(phrase("How complete a cohort is"), headings, rows, widths=(1, 4))
