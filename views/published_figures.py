"""What have others published, and does it agree? Both numbers, side by side; never merged, never called wrong."""

from charts import format as reads
from charts.published import Pair, measures, metrics_beside, pairs
from release.read import Release
from views import frame, page_end, places, published_alone, published_pairs, published_read, reading
from views.html import join, link

ADDRESS, TITLE = "published_figures", "Published figures beside ours"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What have others published, and does it agree?")
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
            "What others have published is told here in details or shares only, and no figure of it can be set "
            "beside a number of ours."
        )
        frame.say(join(["All of it: ", link("published figures", "stage_official"), "."]))
        return
    frame.announce(
        "This release holds no figures that others have published, so there is nothing to set beside ours."
    )
    frame.note(
        "Published figures come in as any submission does, with the name of the publication and its edition."
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
        return f"Nobody has published figures about {name} that came in here; other places have some, listed below."
    sources = len({row["origin"] for row in rows})
    head = f"{reads.many(len(rows), 'figure')} about {name} printed in {reads.many(sources, 'edition')}; "
    every = [pair for each in found.values() for pair in each if pair.difference is not None]
    if not every:
        return f"{head}none can be set beside a number of ours of the same year, offence and unit."
    distinct = len({id(pair.theirs) for pair in every})
    widest = max(every, key=lambda pair: abs(pair.difference))
    when = reads.period(widest.theirs["period_start"], widest.theirs["period_end"])
    measure = names.category("official_measure", widest.theirs["category"]).lower()
    return (
        f"{head}{distinct} of them can be set beside a number of ours. They lie furthest apart for {measure} in "
        f"{when}: {reads.count(widest.theirs['value'])} published, {reads.count(widest.ours['value'])} counted by us."
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
    "Which of two numbers is right: they count by different rules, and neither is a correction of the other.",
    "How large a difference is as a share: two counts by two rules have no common whole, so none is given.",
    "What a publisher hid: a figure printed as <5, or kept back, is shown as its publisher left it.",
    "Whether a publication was corrected after it came in here: each edition stands as it was printed.",
)
