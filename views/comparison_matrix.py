"""All headline measures beside all places: a word a cell, which says whether chance explains where the place stands."""

from collections.abc import Sequence

from charts import format as reads
from charts import release_words
from charts.signals import FALSE_ALARMS, is_alarm, is_judged
from charts.verdicts import FLAGS, reason
from languages import decimal, phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import comparison_sets, frame, marks, reading
from views.compliance_filters import ALL
from views.filters import number_link
from views.html import element, join, link


def show(release: Release, place: str = ALL) -> None:
    """All measures of one place or of ALL: the answer, the numbers that stand out, the headline measures side by side."""
    definitions = reading.definitions(release)
    rows = standing_rows(release, place)
    frame.announce(f"{say_alarms(release, rows, place)}. {say_by_chance(rows)}".rstrip())
    _alarms(release, list(filter(is_alarm, rows)))
    every = comparison_sets.standing(release)
    sets = {key: rows for key, rows in every.items() if definitions[key]["headline"] == "yes"}
    if sets and place == ALL:
        _headlines(release, sets)


def standing_rows(release: Release, place: str = ALL) -> list[dict]:
    """What is counted where the places of this release are compared: of each measure the set that stands for it."""
    sets = comparison_sets.standing(release).values()
    return [row for rows in sets for row in rows if place in (ALL, row["jurisdiction"])]


def say_alarms(release: Release, rows: list[dict], place: str = ALL) -> str:
    """How many of these rows of a place or of ALL lie far from those of the others; without a full stop."""
    judged, alarms = sum(map(is_judged, rows)), sum(map(is_alarm, rows))
    name = "" if place == ALL else reading.labels(release).place(place)
    if name and not judged:
        return phrase("No number of {place} can be compared with those of other places", place=name)
    if name and not alarms:
        return phrase_for(
            judged,
            "None of {number} number of {place} lie further from the other places than chance explains",
            "None of {number} numbers of {place} lie further from the other places than chance explains",
            place=name,
        )
    if name:
        return phrase_for(
            alarms,
            "{number} of {all} of {place} lies further from the other places than chance explains",
            "{number} of {all} of {place} lie further from the other places than chance explains",
            all=phrase_for(judged, "{number} number", "{number} numbers"),
            place=name,
        )
    if not alarms:
        return phrase(
            "None of {numbers} numbers lie further from those of other places than chance explains",
            numbers=whole(judged),
        )
    return phrase_for(
        alarms,
        "{number} of {numbers} numbers lies further from those of other places than chance explains",
        "{number} of {numbers} numbers lie further from those of other places than chance explains",
        numbers=whole(judged),
    )


def say_by_chance(rows: list[dict]) -> str:
    """How many of these rows would lie that far if no place differed; nothing where none could be judged."""
    judged = sum(map(is_judged, rows))
    expected = decimal(FALSE_ALARMS * judged, 1)
    return phrase("By chance alone about {number} would.", number=expected) if judged else ""


def _headlines(release: Release, sets: dict[str, list[dict]]) -> None:
    definitions = reading.definitions(release)
    frame.section(phrase("All headline measures at once"))
    frame.say(say_headlines(list(sets.values())))
    judged = {key: rows for key, rows in sets.items() if any(map(is_judged, rows))}
    silent = ", ".join(release_words.title(definitions[key]) for key in sets if key not in judged)
    if silent:
        frame.say(phrase("Of these, nowhere to be compared: {measures}.", measures=silent))
    if judged:
        _table(release, judged)


def _alarms(release: Release, alarms: list[dict]) -> None:
    """Each number that stands out, in a table."""
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


def say_headlines(sets: Sequence[list[dict]]) -> str:
    """How many of all numbers stand out, and how many would by chance alone."""
    judged = [row for rows in sets for row in rows if is_judged(row)]
    if not judged:
        return phrase("No headline measure could be compared between places in this release.")
    alarms = sum(is_alarm(row) for row in judged)
    expected = sum(
        rows[0]["expected_false_alarms"] or 0
        for rows in sets
        if any(is_judged(row) for row in rows)
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
