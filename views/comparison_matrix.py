"""All headline measures beside all places: a word a cell, which says whether chance explains where the place stands."""

from collections.abc import Sequence

from charts import format as reads
from charts import release_words
from charts.verdicts import FLAGS, reason
from languages import decimal, phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import comparison_sets, frame, marks, reading
from views.filters import number_link
from views.html import element, join, link


def show(release: Release) -> None:
    """The section; nothing where no headline measure is compared."""
    definitions = reading.definitions(release)
    every = comparison_sets.standing(release)
    sets = {key: rows for key, rows in every.items() if definitions[key]["headline"] == "yes"}
    if sets:
        _headlines(release, sets)
    _alarms(release, every)


def _headlines(release: Release, sets: dict[str, list[dict]]) -> None:
    definitions = reading.definitions(release)
    frame.section(phrase("All headline measures at once"))
    frame.say(told(list(sets.values())))
    judged = {key: rows for key, rows in sets.items() if any(map(comparison_sets.is_judged, rows))}
    silent = ", ".join(release_words.title(definitions[key]) for key in sets if key not in judged)
    if silent:
        frame.say(phrase("Of these, nowhere to be compared: {measures}.", measures=silent))
    if judged:
        _table(release, judged)


def _alarms(release: Release, sets: dict[str, list[dict]]) -> None:
    """Over all measures: how many places stand out, each of them in a table."""
    judged = [row for rows in sets.values() for row in rows if comparison_sets.is_judged(row)]
    if not judged:
        return
    alarms = [row for row in judged if comparison_sets.is_alarm(row)]
    frame.section(phrase("All measures together"))
    frame.say(
        phrase_for(
            len(alarms),
            "{number} of {numbers} numbers lies further from those of other places than chance explains.",
            "{number} of {numbers} numbers lie further from those of other places than chance explains.",
            numbers=whole(len(judged)),
        )
    )
    if not alarms:
        return
    names, definitions = reading.labels(release), reading.definitions(release)
    cells = []
    for row in alarms:
        definition = definitions[row["metric_id"]]
        value, others = (
            reads.value(row[key], definition["value_unit"]) for key in ("value", "target")
        )
        title = number_link(release, release_words.title(definition), row)
        cells.append(
            (title, names.place(row["jurisdiction"]), _when(row), _cell(row), value, others)
        )
    headings = (phrase("Measure"), phrase("Place"), phrase("Period"), phrase("How it stands"))
    headings += (phrase_in("value", "Number"), phrase("All others together"))
    frame.table(
        release,
        phrase("Numbers further from those of other places than chance explains"),
        headings,
        cells,
        name=comparison_sets.PAGE,
        data=alarms,
        file="alarms",
    )


def _table(release: Release, sets: dict[str, list[dict]]) -> None:
    names, definitions = reading.labels(release), reading.definitions(release)
    places = sorted(
        {row["jurisdiction"] for rows in sets.values() for row in rows}, key=names.place
    )
    at = {(key, row["jurisdiction"]): row for key, rows in sets.items() for row in rows}
    frame.table(
        release,
        phrase("Places and headline measures, each in its newest years with a verdict"),
        (phrase("Place"), *(_title(definitions[key], rows[0]) for key, rows in sets.items())),
        [(names.place(place), *(_cell(at.get((key, place))) for key in sets)) for place in places],
        name=comparison_sets.PAGE,
        data=[row for rows in sets.values() for row in rows],
    )
    frame.note(
        phrase(
            "Higher and lower say how a place stands to all others together, not whether it does better. "
            "Places stand by name. Two places are not compared with one another."
        )
    )


def told(sets: Sequence[list[dict]]) -> str:
    """How many of all numbers stand out, and how many would by chance alone."""
    judged = [row for rows in sets for row in rows if comparison_sets.is_judged(row)]
    if not judged:
        return phrase("No headline measure could be compared between places in this release.")
    alarms = sum(comparison_sets.is_alarm(row) for row in judged)
    expected = sum(
        rows[0]["expected_false_alarms"] or 0
        for rows in sets
        if any(comparison_sets.is_judged(row) for row in rows)
    )
    unlike = sum(bool(rows[0]["is_overdispersed"]) for rows in sets)
    said = phrase_for(
        len(sets),
        "On {number} headline measure, {numbers} numbers could be compared with those "
        "of all other places: {alarms}; if no place differed, about {expected} would be expected.",
        "On {number} headline measures, {numbers} numbers could be compared with those "
        "of all other places: {alarms}; if no place differed, about {expected} would be expected.",
        numbers=whole(len(judged)),
        alarms=phrase_for(alarms, "{number} alarm", "{number} alarms"),
        expected=decimal(expected, 2),
    )
    if unlike:
        said += " " + phrase(
            "On {number} of them the places are not comparable before their cases and definitions "
            "are looked at.",
            number=whole(unlike),
        )
    return said


def _when(row: dict) -> str:
    horizon = reads.horizon(row["horizon_days"])
    when = reads.period(row["period_start"], row["period_end"])
    return phrase("{period}, within {horizon}", period=when, horizon=horizon) if horizon else when


def _title(definition: dict, first: dict):
    when = _when(first)
    about = phrase("{when}; not comparable", when=when) if first["is_overdispersed"] else when
    title = link(release_words.title(definition), comparison_sets.PAGE, measure=definition["title"])
    return join([title, " ", element("span", about, class_="answerable-aside")])


def _cell(row: dict | None):
    if row is None:
        return phrase("Not compared")
    words = FLAGS[row["flag"]]
    said, why = marks.inline(words), reason(row["reason"])
    return join([said, " ", element("span", why, class_="answerable-aside")]) if why else said
