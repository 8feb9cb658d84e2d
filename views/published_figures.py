"""What have others published, and does it agree? Both numbers, side by side; never merged, never called wrong."""

from charts import format as reads
from charts.published import Pair, measures, metrics_beside, pairs
from charts.release_words import inside
from languages import later, phrase, phrase_for
from release.read import Release
from views import frame, page_end, places, published_alone, published_pairs, published_read, reading
from views.filled import filled
from views.html import link

ADDRESS, TITLE = "published_figures", later("Published figures beside ours")


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("What have others published, and does it agree?"))
    if not published_read.by_place(release):
        _without_figures(release)
        return
    place = places.choose(release, ADDRESS)
    rows = published_read.measured(release, place)
    found = _found(release, rows, place)
    frame.announce(_announced(release, rows, found, place))
    if rows:
        _beside(release, found)
        published_alone.disagreements(release, rows, ADDRESS)
        paired = {id(pair.theirs) for each in found.values() for pair in each if pair.ours}
        alone = [row for row in rows if id(row) not in paired]
        published_alone.without_ours(release, alone, place, ADDRESS)
    published_alone.places(release, ADDRESS)
    page_end.show(release, CANNOT_TELL, ("official_figures",), place)


def _without_figures(release: Release) -> None:
    if published_read.is_any_published(release):
        frame.announce(
            phrase(
                "What others have published is told here in details or shares only, and no figure of it can be set "
                "beside a number of ours."
            )
        )
        every = link(phrase("published figures"), "stage_official")
        frame.say(filled(phrase("All of it: {link}."), link=every))
        return
    frame.announce(
        phrase(
            "This release holds no figures that others have published, so there is nothing to set beside ours."
        )
    )
    frame.note(
        phrase(
            "Published figures come in as any submission does, with the name of the publication and its edition."
        )
    )


def _found(release: Release, rows: list[dict], place: str) -> dict[tuple[str, str], list[Pair]]:
    """(measure, metric) -> a pair a figure, where any figure has a number of ours beside it."""
    found = {}
    for measure in measures():
        theirs = [row for row in rows if row["category"] == measure]
        for metric_id in metrics_beside(measure):
            each = pairs(theirs, published_read.ours(release, metric_id, place))
            if any(pair.ours and pair.ours["blank"] != "not_reported" for pair in each):
                found[measure, metric_id] = each
    return found


def _announced(release: Release, rows: list[dict], found: dict, place: str) -> str:
    names = reading.labels(release)
    name = names.place(place)
    if not rows:
        return phrase(
            "Nobody has published figures about {place} that came in here; other places have some, listed below.",
            place=name,
        )
    sources = len({row["origin"] for row in rows})
    printed = phrase_for(
        len(rows),
        "{number} figure about {place} printed in {editions}",
        "{number} figures about {place} printed in {editions}",
        place=name,
        editions=phrase_for(sources, "{number} edition", "{number} editions"),
    )
    every = [pair for each in found.values() for pair in each if pair.difference is not None]
    if not every:
        return phrase(
            "{printed}; none can be set beside a number of ours of the same year, offence and unit.",
            printed=printed,
        )
    distinct = len({id(pair.theirs) for pair in every})
    widest = max(every, key=lambda pair: abs(pair.difference))
    when = reads.period(widest.theirs["period_start"], widest.theirs["period_end"])
    measure = inside(names.category("official_measure", widest.theirs["category"]))
    return phrase_for(
        distinct,
        "{printed}; {number} of them can be set beside a number of ours. They lie furthest apart for {measure} in "
        "{when}: {theirs} published, {ours} counted by us.",
        "{printed}; {number} of them can be set beside a number of ours. They lie furthest apart for {measure} in "
        "{when}: {theirs} published, {ours} counted by us.",
        printed=printed,
        measure=measure,
        when=when,
        theirs=reads.count(widest.theirs["value"]),
        ours=reads.count(widest.ours["value"]),
    )


def _beside(release: Release, found: dict[tuple[str, str], list[Pair]]) -> None:
    names = reading.labels(release)
    for measure in dict.fromkeys(measure for measure, _ in found):
        frame.section(names.category("official_measure", measure))
        of_measure = {key: each for key, each in found.items() if key[0] == measure}
        for (_, metric_id), each in of_measure.items():
            published_pairs.show(release, metric_id, measure, each, ADDRESS)
        published_pairs.why(release, measure, next(iter(of_measure.values())))


CANNOT_TELL = (
    later(
        "Which of two numbers is right: they count by different rules, and neither is a correction of the other."
    ),
    later(
        "How large a difference is as a share: two counts by two rules have no common whole, so none is given."
    ),
    later(
        "What a publisher hid: a figure printed as <5, or kept back, is shown as its publisher left it."
    ),
    later(
        "Whether a publication was corrected after it came in here: each edition stands as it was printed."
    ),
)
