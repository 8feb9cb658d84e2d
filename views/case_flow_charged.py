"""People charged: what had become of them by the chosen time after the charge, open cases included."""

from functools import reduce

from charts import case_flow_ends, joining
from charts import format as reads
from charts.case_flow_ends import ENDS, Ends
from charts.cohorts import in_words
from charts.format import BLANKS
from charts.release_words import inside
from languages import phrase
from release.read import Release
from views import case_flow_read, figure, frame, reading
from views.case_flow_filters import Choice
from views.filled import filled, in_turn

NAME = "what_became_of_people_charged"


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = case_flow_read.known(release, ENDS)
    if not metric_ids:
        return
    frame.section(phrase("People charged: what became of them"))
    names = reading.labels(release)
    found = {
        key: case_flow_read.followed(
            reading.counted_here(release, key, choice.place), choice.horizon
        )
        for key in metric_ids
    }
    known = case_flow_ends.ends(found)
    chart = case_flow_ends.stacked(known, names)
    every = [row for some in found.values() for row in some]
    if chart:
        figure.draw(release, chart, key="charged", name=NAME, told=told(known))
        _table(release, choice, known)
    else:
        frame.say(case_flow_read.why_none(every, choice.place, names))
    links = (
        case_flow_read.titled(release, key, choice.place, choice.cohort, choice.horizon)
        for key in metric_ids
    )
    frame.note(
        filled(
            phrase(
                "Counted in persons. These are counts of those known to have ended so, not estimates; "
                "the metric pages give the shares with their intervals: {links}."
            ),
            links=in_turn(links),
        )
    )


def told(known: list[Ends]) -> str:
    """What the parts leave open: too young spans, and ends that were not told."""
    said = []
    young = [in_words(each.span) for each in known if each.is_young]
    if young:
        said.append(
            phrase(
                "Too young: of those charged in {years} not everybody could be followed to "
                "the end, so the open part can only shrink and the other parts can only grow.",
                years=reduce(_and, young),
            )
        )
    for each in known:
        if each.untold:
            listed = joining.in_turn(
                f"{inside(ENDS[key])} ({_reason(code)})" for key, code in each.untold.items()
            )
            said.append(
                phrase(
                    "{years}: not told here: {ends}. These stand in the grey part "
                    "with the open ones, and are not worked out from it.",
                    years=in_words(each.span),
                    ends=listed,
                )
            )
    if all(not each.untold for each in known):
        said.append(
            phrase("Every end is published, so the grey part is what was open at that time.")
        )
    return " ".join(said)


def _and(first: str, second: str) -> str:
    return phrase("{first} and {second}", first=first, second=second)


def _reason(code: str) -> str:
    if code in BLANKS:
        return inside(BLANKS[code].label)
    return phrase("not published for these years")


def _table(release: Release, choice: Choice, known: list[Ends]) -> None:
    lines = [
        (
            in_words(each.span),
            reads.count(each.charged),
            *(_counted(each, key) for key in ENDS),
            phrase(
                "{name}: {value}",
                name=each.rest_name,
                value=_share(each.rest, each.charged),
            ),
            phrase("Too young") if each.is_young else phrase("Yes"),
        )
        for each in reversed(known)
    ]
    frame.table(
        release,
        phrase(
            "{place}: people charged and what became of them within {horizon}",
            place=reading.labels(release).place(choice.place),
            horizon=reads.horizon(choice.horizon),
        ),
        (
            phrase("Charged in"),
            phrase("Persons"),
            *ENDS.values(),
            phrase("The rest"),
            phrase("Old enough?"),
        ),
        lines,
        (1,),
        name=NAME,
        data=[row for each in known for row in each.rows],
    )


def _counted(each: Ends, metric_id: str) -> str:
    if metric_id in each.counts:
        known = _share(each.counts[metric_id], each.charged)
        return phrase("At least {number}", number=known) if each.is_young else known
    words = _reason(each.untold[metric_id])
    return f"{words[:1].upper()}{words[1:]}"


def _share(count: float, charged: float) -> str:
    return f"{reads.value(count / charged, 'share')} ({reads.count(count)})"
