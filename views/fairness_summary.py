"""The audit in short: how many comparisons there are, what they say, and how many chance alone would bring."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.format import many
from charts.gaps import FIRST
from charts.verdicts import FALSE_IN_A_LIST, VERDICTS
from release.read import Release
from views import frame, marks, tiles
from views.fairness_read import PAGE, differs, is_tested
from views.html import element, join


def told(rows: Sequence[dict], where: str) -> str:
    """Two sentences: what was found, and what chance would bring."""
    differ = sum(differs(row) for row in rows)
    silent = sum(not is_tested(row) for row in rows)
    tested = len(rows) - silent
    head = (
        f"In {where}, {differ or 'none'} of {many(len(rows), 'comparison')} of a group with its "
        f"reference group {'shows' if differ <= 1 else 'show'} a difference, and in {silent:,} "
        "nothing can be told."
    )
    if not tested:
        return f"{head} Nothing was tested, so chance had no part in it."
    said = (
        f"{head} If no group differed, about {by_chance(tested)} of the {tested:,} that could be "
        "tested would look different by chance alone."
    )
    if differ:
        kept = "one difference" if differ == 1 else many(differ, "difference")
        said += (
            f" Of the {kept} kept after allowing for so many tests, about "
            f"{listed_by_chance(differ)} may still be chance."
        )
    return said


def by_chance(tested: int) -> str:
    """How many of so many tests chance alone would call different, were each looked at alone."""
    return f"{FALSE_IN_A_LIST * tested:,.1f}"


def listed_by_chance(differ: int) -> str:
    """How many of the differences that are kept may still be chance."""
    return f"{FALSE_IN_A_LIST * differ:,.1f}"


def show(release: Release, rows: Sequence[dict], where: str) -> None:
    """The section: tiles, and a table of verdicts by what tells the groups apart."""
    frame.section("In short")
    counted = Counter(row["verdict"] for row in rows)
    frame.html(tiles.together(_tile(code, counted[code], len(rows)) for code in FIRST))
    breakdowns = sorted({row["breakdown"] for row in rows})
    pairs = Counter((row["verdict"], row["breakdown"]) for row in rows)
    cells = [
        (
            marks.inline(words),
            f"{counted[code]:,}",
            *(f"{pairs[code, breakdown]:,}" for breakdown in breakdowns),
        )
        for code, words in ((code, VERDICTS[code]) for code in FIRST)
    ]
    totals = (f"{sum(r['breakdown'] == each for r in rows):,}" for each in breakdowns)
    cells.append(("All comparisons", f"{len(rows):,}", *totals))
    headings = ("Verdict", "All", *(reads.plain(each) for each in breakdowns))
    frame.table(
        release,
        f"Verdicts by what tells the groups apart, {where}",
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
            element("p", f"{number:,}", class_="answerable-tile-value"),
            element("p", f"of {many(total, 'comparison')}", class_="answerable-tile-more"),
            element("p", words.meaning, class_="answerable-tile-more"),
        ]
    )
