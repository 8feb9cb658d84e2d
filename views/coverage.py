"""Who reported on which year, and up to which day each agency's data go."""

from charts.coverage import MOST_LINES, WORDS, Year, coverage, seen, short
from languages import later, phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import coverage_read, data_up_to, figure, frame, reading
from views.html import facts

PAGE = "data_quality"
EVERYWHERE = later("All places")


def show(release: Release, place: str | None) -> None:
    """Grid, its table and the days; `place` is None for everywhere."""
    frame.section(phrase("Who reported, year by year"))
    names = reading.labels(release)
    years = coverage_read.years(release, place)
    where = names.place(place) if place else phrase(EVERYWHERE)
    what = _what(place)
    if not years:
        frame.say(
            phrase(
                "{place}: this release does not tell which months were due, so a silence cannot be seen. "
                "What came in is listed below.",
                place=where,
            )
        )
    else:
        _grid(release, years, where, what)
    data_up_to.show(release, place)


def told(release: Release, place: str | None) -> str:
    """In one sentence who was silent; empty where it is not told which months were due."""
    years = coverage_read.years(release, place)
    where = reading.labels(release).place(place) if place else phrase(EVERYWHERE)
    return f"{seen(years, where, _what(place))}. " if years else ""


def _what(place: str | None) -> str:
    return phrase("agencies") if place else phrase("places")


def _grid(release: Release, years: list[Year], where: str, what: str) -> None:
    chart = coverage(years, where, what)
    if chart is None:
        frame.say(
            phrase(
                "{places} are too many for a grid of {most}.",
                places=phrase_for(
                    len({each.who for each in years}), "{number} place", "{number} places"
                ),
                most=whole(MOST_LINES),
            )
        )
    else:
        figure.draw(
            release,
            chart,
            key=f"{PAGE} coverage",
            name=PAGE,
            told=phrase(
                "A share is months reported of months due. Silence is not zero: nothing is known of that time."
            ),
        )
        used = {each.words for each in years}
        frame.html(facts([(short(word), said) for word, said in WORDS.items() if word in used]))
    frame.table(
        release,
        phrase("{place}: months reported of months due", place=where),
        (
            phrase("Who"),
            phrase("Year"),
            phrase_in("months", "Reported"),
            phrase_in("months", "Due"),
            phrase("In words"),
        ),
        [_cells(each) for each in years if each.words != "all"] or [_whole(years, what)],
        (2, 3),
        name=PAGE,
        data=[_row(each) for each in years],
    )
    frame.note(phrase("The table lists what was not simply complete; its file has every year."))


def _cells(each: Year) -> tuple:
    if each.words in WORDS:
        words = WORDS[each.words]
    else:
        words = phrase("Not told") if each.words == "?" else phrase("Part of what was due")
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
        phrase("All {agencies}", agencies=what),
        phrase("Every year"),
        _number(reported),
        _number(due),
        phrase("Every month due was reported"),
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
    return phrase("Not told") if value is None else whole(value)
