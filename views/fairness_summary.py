"""The audit in short: how many comparisons there are, what they say, and how many chance alone would bring."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.gaps import FIRST
from charts.signals import differs, is_tested
from charts.verdicts import FALSE_IN_A_LIST, VERDICTS
from languages import decimal, phrase, phrase_for, whole
from release.read import Release
from views import frame, marks, tiles
from views.fairness_read import PAGE
from views.html import element, join


def told(rows: Sequence[dict], where: str) -> str:
    """Two sentences: what was found, and what chance would bring."""
    differ = sum(differs(row) for row in rows)
    silent = sum(not is_tested(row) for row in rows)
    tested = len(rows) - silent
    head = _found(differ, len(rows), silent, where)
    if not tested:
        return f"{head} {phrase('Nothing was tested, so chance had no part in it.')}"
    said = [
        head,
        phrase(
            "If no group differed, about {chance} of the {tested} that could be tested would look "
            "different by chance alone.",
            chance=by_chance(tested),
            tested=whole(tested),
        ),
    ]
    if differ:
        said.append(
            phrase_for(
                differ,
                "Of the one difference kept after allowing for so many tests, about {chance} may still be chance.",
                "Of the {number} differences kept after allowing for so many tests, about {chance} may still be "
                "chance.",
                chance=listed_by_chance(differ),
            )
        )
    return " ".join(said)


def _found(differ: int, compared: int, silent: int, where: str) -> str:
    about = {"where": where, "comparisons": comparisons(compared), "silent": whole(silent)}
    if not differ:
        return phrase(
            "In {where}, none of {comparisons} of a group with its reference group shows a difference, "
            "and in {silent} nothing can be told.",
            **about,
        )
    return phrase_for(
        differ,
        "In {where}, {number} of {comparisons} of a group with its reference group shows a difference, "
        "and in {silent} nothing can be told.",
        "In {where}, {number} of {comparisons} of a group with its reference group show a difference, "
        "and in {silent} nothing can be told.",
        **about,
    )


def comparisons(number: int) -> str:
    """So many comparisons, for the middle of a sentence."""
    return phrase_for(number, "{number} comparison", "{number} comparisons")


def by_chance(tested: int) -> str:
    """How many of so many tests chance alone would call different, were each looked at alone."""
    return decimal(FALSE_IN_A_LIST * tested, 1)


def listed_by_chance(differ: int) -> str:
    """How many of the differences that are kept may still be chance."""
    return decimal(FALSE_IN_A_LIST * differ, 1)


def show(release: Release, rows: Sequence[dict], where: str) -> None:
    """The section: tiles, and a table of verdicts by what tells the groups apart."""
    frame.section(phrase("In short"))
    counted = Counter(row["verdict"] for row in rows)
    frame.html(tiles.together(_tile(code, counted[code], len(rows)) for code in FIRST))
    breakdowns = sorted({row["breakdown"] for row in rows})
    pairs = Counter((row["verdict"], row["breakdown"]) for row in rows)
    cells = [
        (
            marks.inline(words),
            whole(counted[code]),
            *(whole(pairs[code, breakdown]) for breakdown in breakdowns),
        )
        for code, words in ((code, VERDICTS[code]) for code in FIRST)
    ]
    totals = (whole(sum(r["breakdown"] == each for r in rows)) for each in breakdowns)
    cells.append((phrase("All comparisons"), whole(len(rows)), *totals))
    headings = (phrase("Verdict"), phrase("All"), *(reads.plain(each) for each in breakdowns))
    frame.table(
        release,
        phrase("Verdicts by what tells the groups apart, {where}", where=where),
        headings,
        cells,
        tuple(range(1, len(headings))),
        name=PAGE,
    )


def _tile(code: str, number: int, total: int):
    words = VERDICTS[code]
    return join(
        [
            element("p", marks.inline(words), class_="answerable-tile-name"),
            element("p", whole(number), class_="answerable-tile-value"),
            element(
                "p",
                phrase("of {comparisons}", comparisons=comparisons(total)),
                class_="answerable-tile-more",
            ),
            element("p", words.meaning, class_="answerable-tile-more"),
        ]
    )
