"""Who reported on which year: agencies of one place, or places, beside years, as a grid with words in every cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charts.chart import Chart
from charts.format import is_missing
from charts.heat import Cell, heat
from charts.joining import in_turn, named
from languages import Said, later, percent, phrase, phrase_for, phrase_in

FULL, SILENT, CORRECTED = "all", "none", "new"
"""Words of a cell: every month due was reported; none was; all were, by a submission that replaced an earlier one."""
WORDS = Said(
    {
        FULL: later("every month due was reported"),
        CORRECTED: later(
            "every month due was reported, in a newer submission that replaced an earlier one"
        ),
        SILENT: later("reports were due and nothing came"),
    }
)
MOST_LINES = 40


@dataclass(frozen=True)
class Year:
    """What came of one year: `reported` of `due` months; `is_corrected` where a later submission took another's place.

    Both numbers are None where they are not told.
    """

    who: str
    year: int
    reported: float | None
    due: float | None
    is_corrected: bool = False

    @property
    def is_told(self) -> bool:
        """True where it is known how many months were due, and how many came."""
        return not is_missing(self.reported) and not is_missing(self.due)

    @property
    def is_silent(self) -> bool:
        return bool(self.due) and self.reported == 0

    @property
    def words(self) -> str:
        """all, none, new, or the share of months that came of those due, short enough for a cell: 50%."""
        if is_missing(self.reported) or not self.due:
            return "?"
        if self.is_silent:
            return SILENT
        if self.reported >= self.due:
            return CORRECTED if self.is_corrected else FULL
        # Rounded up to all, or down to none, it would hide what it is about.
        return percent(min(99, max(1, round(100 * self.reported / self.due))) / 100, 0)


def coverage(years: Sequence[Year], where: str, what: str) -> Chart | None:
    """`what` are the lines in words, as in `agencies`; None without any, or with too many to be read as a grid."""
    lines = list(dict.fromkeys(each.who for each in years))
    if not lines or len(lines) > MOST_LINES:
        return None
    columns = sorted({each.year for each in years})
    found = {(each.who, each.year): each for each in years}
    cells = [
        _cell(found.get((who, year), Year(who, year, None, None)))
        for who in lines
        for year in columns
    ]
    subtitle = phrase(
        "Months reported of months due, {place}, {first} to {last}",
        place=where,
        first=columns[0],
        last=columns[-1],
    )
    return heat(
        seen(years, where, what),
        subtitle,
        cells,
        unit="share",
        y_title=phrase("Months reported of months due"),
        columns=tuple(str(year) for year in columns),
    )


def seen(years: Sequence[Year], where: str, what: str) -> str:
    """Gallowen: 1 of 5 agencies reported nothing in at least one year: Criminal court of Gallowen (2022 to 2025)."""
    lines = list(dict.fromkeys(each.who for each in years))
    silent = _years_of(each for each in years if each.is_silent)
    partly = _years_of(each for each in years if each.due and (each.reported or 0) < each.due)
    if silent:
        said = phrase(
            "{count} of {total} {agencies} reported nothing in at least one year",
            count=len(silent),
            total=len(lines),
            agencies=what,
        )
    elif partly:
        said = phrase(
            "{count} of {total} {agencies} left out months that were due",
            count=len(partly),
            total=len(lines),
            agencies=what,
        )
    else:
        return named(where, _whole(years, lines, what))
    listed = [f"{who} ({_span(found)})" for who, found in sorted((silent or partly).items())]
    rest = [phrase("and others")] if len(listed) > 3 else []
    return named(where, named(said, in_turn([*listed[:3], *rest])))


def _whole(years: Sequence[Year], lines: Sequence[str], what: str) -> str:
    """Nothing is missing of what is known to be due; of some years it may not be known."""
    who = lines[0]
    if len(lines) > 1:
        who = phrase("all {agencies}, {count} in number", agencies=what, count=len(lines))
    if all(each.is_told for each in years):
        return phrase("every month due was reported by {agency}", agency=who)
    untold = _years_of(each for each in years if not each.is_told)
    if len(lines) == 1:
        return phrase(
            "every month known to be due was reported by {agency}, of other years it is not told",
            agency=who,
        )
    return phrase(
        "every month known to be due was reported; of {count} of {total} {agencies} it is not told for every year "
        "which were due",
        count=len(untold),
        total=len(lines),
        agencies=what,
    )


def _years_of(years: Iterable[Year]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for each in years:
        found.setdefault(each.who, []).append(each.year)
    return found


def _cell(each: Year) -> Cell:
    share = each.reported / each.due if each.due and not is_missing(each.reported) else None
    return Cell(each.who, str(each.year), share, short(each.words))


def short(words: str) -> str:
    """What stands in a cell, for readers: one of the three words of a year, or a share as it is."""
    match words:
        case "all":
            return phrase_in("months reported", "all")
        case "none":
            return phrase_in("months reported", "none")
        case "new":
            return phrase_in("months reported", "new")
    return words


def _span(years: Sequence[int]) -> str:
    first, last = min(years), max(years)
    if first == last:
        return f"{first}"
    is_whole = len(set(years)) == last - first + 1
    if is_whole:
        return phrase("{first} to {last}", first=first, last=last)
    return phrase_for(
        len(set(years)),
        "{number} year from {first} to {last}",
        "{number} years from {first} to {last}",
        first=first,
        last=last,
    )
