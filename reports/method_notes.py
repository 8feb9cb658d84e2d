"""The notes every reader of numbers needs: what the words and marks mean."""

from charts import format as reads
from charts.describe import blank_words, method


def method_notes(results: list[dict]) -> dict:
    """Words of blanks, statuses and maturities, and interval methods in use."""
    counted: dict[str, int] = {}
    for row in results:
        if row["blank"]:
            label = blank_words(row).label
            counted[label] = counted.get(label, 0) + 1
    methods = sorted({method(row) for row in results if row["interval_method"]})
    blanks = [*reads.BLANKS.values(), reads.SUPPRESSED_BY_PUBLISHER]
    return {
        "blanks": [
            [words.shorthand, words.label, words.meaning, reads.count(counted.get(words.label, 0))]
            for words in blanks
        ],
        "statuses": [
            [words.label, words.meaning]
            for code, words in reads.STATUSES.items()
            if code not in reads.BLANKS
        ]
        + [[f"{reads.PUBLIC_FACT.shorthand} {reads.PUBLIC_FACT.label}", reads.PUBLIC_FACT.meaning]],
        "maturities": [[words.label, words.meaning] for words in reads.MATURITIES.values()],
        "interval_methods": methods,
        "paragraphs": list(PARAGRAPHS),
    }


PARAGRAPHS = (
    "Every number is counted from case data that agencies submitted, or repeated from what somebody"
    " else published; the two are never added up or divided by each other.",
    "Every interval is a 95% interval: it shows how far chance alone could move a number counted from"
    " this many. It does not cover facts that were recorded wrongly or not at all.",
    "A cohort is followed from its first day, and people whose case is still open count as open, not"
    " as lost: recent cohorts are not judged on unfinished cases.",
    "With all unseen: the range the number would fall in if everybody who did not answer, was lost"
    " from sight or is still open had counted, or had not.",
    "Left out: the share of the population that could not be counted because a fact is missing.",
    "Places are listed by name. A list in the order of the numbers would be a ranking, and most"
    " differences between places are chance, or a difference in what is recorded.",
    "Each definition carries a hash. Two numbers with the same hash were counted with the same rules.",
)
