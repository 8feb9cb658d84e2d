"""Numbers told anew since the release before, and those that stand as they were: by stage, metric and place."""

from charts import format as reads
from charts import release_words
from charts.heat import Cell, heat
from languages import phrase, phrase_for, whole
from release.read import Release
from views import figure, frame, reading
from views.html import as_stored, link
from views.revisions_read import HELD, PAGE, REVISED, WHAT, WITHDRAWN

MOST_ROWS = 40
MOST_NAMES = 4


def numbers(release: Release, found: list[dict], previous: str) -> None:
    """Chart by stage of justice and table of what was told anew."""
    frame.section(phrase("Numbers told anew"))
    anew = [row for row in found if row["what"] == REVISED]
    if not anew:
        frame.say(phrase("No number that these choices let pass was told anew."))
        return
    chart = _chart(found, previous)
    if chart is not None:
        figure.draw(
            release,
            chart,
            key=f"{PAGE} stages",
            name=PAGE,
            told=phrase(
                "A cell counts periods of a metric in a place, not numbers: how many numbers moved is told coarsely."
            ),
        )
    _by_metric(release, anew)


def held_back(release: Release, found: list[dict]) -> None:
    """What stands as it was, and the reason that is given."""
    frame.section(phrase("Numbers that stand as they were, and why"))
    held = [row for row in found if row["what"] == HELD]
    if not held:
        frame.say(phrase("No number is said to have been held as it was."))
        return
    frame.say(
        phrase(
            "A number is held as it was told before where nothing has changed, or where so little has changed that the "
            "difference between two releases would point to those who came late. The day up to which it counts "
            "stands beside it on its page."
        )
    )
    _by_stage(release, held, phrase("Numbers held as they were in the release before"))


def withdrawn(release: Release, found: list[dict]) -> None:
    """What the release before told and this one does not; nothing is shown where there is none."""
    gone = [row for row in found if row["what"] == WITHDRAWN]
    if not gone:
        return
    frame.section(phrase("Numbers told no more"))
    frame.say(
        phrase_for(
            _periods(gone),
            "Numbers of {number} period of a metric in a place stood in the release before and stand in this one no more.",
            "Numbers of {number} periods of a metric in a place stood in the release before and stand in this one no more.",
        )
    )
    _by_stage(release, gone, phrase("Numbers of the release before that are told no more"))


def _chart(found: list[dict], previous: str):
    """Stages of justice beside told anew and held; None where there is nothing to lay out."""
    stages: dict[str, dict[str, int]] = {}
    for row in found:
        counted = stages.setdefault(_stage(row["metric_group"]), {})
        counted[row["what"]] = counted.get(row["what"], 0) + row["periods"]
    if not stages:
        return None
    # A column of what is gone stands only where something is.
    shown = {
        what: words
        for what, words in WHAT.items()
        if what != WITHDRAWN or any(what in counted for counted in stages.values())
    }
    cells = [
        Cell(stage, phrase(words), float(counted.get(what, 0)), whole(counted.get(what, 0)))
        for stage, counted in stages.items()
        for what, words in shown.items()
    ]
    anew = sum(counted.get(REVISED, 0) for counted in stages.values())
    touched = sum(1 for counted in stages.values() if counted.get(REVISED))
    title = phrase(
        "Since {release}, {periods} told anew, in {stages}",
        release=previous,
        periods=phrase_for(anew, "{number} period", "{number} periods"),
        stages=phrase_for(touched, "{number} stage of justice", "{number} stages of justice"),
    )
    subtitle = phrase("Periods of a metric in a place, by stage of justice")
    columns = tuple(map(phrase, shown.values()))
    return heat(title, subtitle, cells, unit="count", y_title=phrase("Periods"), columns=columns)


def _stage(code: str | None) -> str:
    return reads.plain(code) if code else phrase("No stage")


def _by_metric(release: Release, rows: list[dict]) -> None:
    known = reading.definitions(release)
    metrics: dict[tuple, list[dict]] = {}
    for row in rows:
        metrics.setdefault((row["metric_id"], row["reason"]), []).append(row)
    every = sorted(metrics.items(), key=lambda item: (-_periods(item[1]), item[0][0]))
    if len(every) > MOST_ROWS:
        frame.note(
            phrase(
                "The {count} metrics with most periods, of {all}; the file has all.",
                count=whole(MOST_ROWS),
                all=whole(len(every)),
            )
        )
    cells = [
        (
            link(
                release_words.title(known[metric_id]) if metric_id in known else metric_id,
                metric_id,
            ),
            whole(_periods(each)),
            _places(release, each),
            as_stored(reason) if reason else phrase("No reason given"),
        )
        for (metric_id, reason), each in every[:MOST_ROWS]
    ]
    caption = phrase("Numbers told anew since the release before")
    headings = (phrase("Metric"), phrase("Periods"), phrase("Places"), phrase("Why"))
    frame.table(release, caption, headings, cells, (1,), name=PAGE, data=rows)


def _by_stage(release: Release, rows: list[dict], caption: str) -> None:
    stages: dict[tuple, list[dict]] = {}
    for row in rows:
        stages.setdefault((row["metric_group"], row["reason"]), []).append(row)
    cells = [
        (
            link(_stage(stage), f"stage_{stage}") if stage else _stage(stage),
            whole(len({row["metric_id"] for row in each})),
            whole(_periods(each)),
            _places(release, each),
            as_stored(reason) if reason else phrase("No reason given"),
        )
        for (stage, reason), each in stages.items()
    ]
    headings = (phrase("Stage of justice"), phrase("Metrics"), phrase("Periods"))
    headings += (phrase("Places"), phrase("Why"))
    frame.table(release, caption, headings, cells, (1, 2), name=PAGE, data=rows)
    frame.note(phrase("The file names every metric and place."))


def _periods(rows: list[dict]) -> int:
    return sum(row["periods"] for row in rows)


def _places(release: Release, rows: list[dict]) -> str:
    names = reading.labels(release)
    found = sorted({names.place(row["jurisdiction"]) for row in rows})
    if len(found) <= MOST_NAMES:
        return ", ".join(found)
    return phrase_for(len(found), "{number} place", "{number} places")
