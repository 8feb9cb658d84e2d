"""Who reported on which year, and up to which day each agency's data go."""

from charts import format as reads
from charts.coverage import MOST_LINES, WORDS, Year, coverage, seen
from release.read import Release
from views import coverage_read, data_up_to, figure, frame, reading
from views.html import facts

PAGE = "data_quality"
EVERYWHERE = "All places"


def show(release: Release, place: str | None) -> None:
    """Grid, its table and the days; `place` is None for everywhere."""
    frame.section("Who reported, year by year")
    names = reading.labels(release)
    years = coverage_read.years(release, place)
    where = names.place(place) if place else EVERYWHERE
    what = _what(place)
    if not years:
        frame.say(
            f"{where}: this release does not tell which months were due, so a silence cannot be seen. What came "
            "in is listed below."
        )
    else:
        _grid(release, years, where, what)
    data_up_to.show(release, place)


def told(release: Release, place: str | None) -> str:
    """In one sentence who was silent; empty where it is not told which months were due."""
    years = coverage_read.years(release, place)
    where = reading.labels(release).place(place) if place else EVERYWHERE
    return f"{seen(years, where, _what(place))}. " if years else ""


def _what(place: str | None) -> str:
    return "agencies" if place else "places"


def _grid(release: Release, years: list[Year], where: str, what: str) -> None:
    chart = coverage(years, where, what)
    if chart is None:
        frame.say(
            f"{reads.many(len({each.who for each in years}), 'place')} are too many for a grid of {MOST_LINES}."
        )
    else:
        figure.draw(
            release,
            chart,
            key=f"{PAGE} coverage",
            name=PAGE,
            told="A share is months reported of months due. Silence is not zero: nothing is known of that time.",
        )
        used = {each.words for each in years}
        frame.html(facts([(word, said) for word, said in WORDS.items() if word in used]))
    frame.table(
        release,
        f"{where}: months reported of months due",
        ("Who", "Year", "Reported", "Due", "In words"),
        [_cells(each) for each in years if each.words != "all"] or [_whole(years, what)],
        (2, 3),
        name=PAGE,
        data=[_row(each) for each in years],
    )
    frame.note("The table lists what was not simply complete; its file has every year.")


def _cells(each: Year) -> tuple:
    words = WORDS.get(each.words, "Part of what was due" if each.words != "?" else "Not told")
    return (
        each.who,
        str(each.year),
        _number(each.reported),
        _number(each.due),
        f"{words[:1].upper()}{words[1:]}",
    )


def _whole(years: list[Year], what: str) -> tuple:
    reported, due = (
        sum(getattr(each, name) or 0 for each in years) for name in ("reported", "due")
    )
    return (
        f"All {what}",
        "Every year",
        _number(reported),
        _number(due),
        "Every month due was reported",
    )


def _row(each: Year) -> dict:
    return {
        "who": each.who,
        "year": each.year,
        "months_reported": each.reported,
        "months_due": each.due,
        "is_corrected": each.is_corrected,
    }


def _number(value: float | None) -> str:
    return "Not told" if value is None else f"{value:,.0f}"
