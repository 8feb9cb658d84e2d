"""Do jurisdictions answer one another? Those who ask and those who answer, each on its own."""

from charts import release_words
from charts.labels import Labels
from charts.mix import mix_over_time
from languages import later, phrase
from release.read import Release
from views import (
    by_parts,
    figure,
    frame,
    measures,
    metric_charts,
    page_end,
    places,
    reading,
    tiles,
    yearly,
)
from views.filled import filled
from views.html import element
from views.sentences import blank_counts
from views.summaries import Summary, summaries

ADDRESS, TITLE = "cooperation", later("Cooperation")

IN_SHORT = ("requests_sent", "answered_in_90_days", "requests_received", "request_execution")
ASKING = ("requests_sent", "answered_in_90_days")
ANSWERING = (
    *("requests_received", "request_execution", "request_turnaround", "refusal_share"),
    *("orders_answered_in_120_days", "extradition_execution", "foreign_confiscation_execution"),
)
TOGETHER = ("joint_team_use", "safe_returns")
GROUNDS = "refusal_grounds"
EVERY = (*ASKING, *ANSWERING, GROUNDS, *TOGETHER)


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("Do jurisdictions answer one another?"))
    place = places.choose(release, ADDRESS)
    known = measures.held_ids(release, EVERY)
    if place is None or not known:
        frame.announce(
            phrase("This release holds no numbers about cooperation between jurisdictions.")
        )
        return
    names = reading.labels(release)
    frame.announce(_announced(release, place, names))
    frame.section(phrase("In short"))
    tiles.show(release, measures.held_ids(release, IN_SHORT), place)
    frame.note(
        phrase(
            "Asking and answering are two sides. How fast a request is answered tells of those who were "
            "asked, not of those who sent it. Each tile has beside it the number it must be read with."
        )
    )
    _asking(release, place)
    _answering(release, place)
    _grounds(release, place, names)
    frame.section(phrase("Working together, and people who return"))
    caption = phrase("{place}: teams and returns", place=names.place(place))
    measures.show(release, caption, TOGETHER, place, ADDRESS)
    page_end.show(release, CANNOT_TELL, known, place)


def _announced(release: Release, place: str, names: Labels) -> str:
    found = {
        each.metric_id: each
        for each in summaries(release, measures.held_ids(release, IN_SHORT), place)
    }

    def said(metric_id: str) -> str:
        each = found.get(metric_id)
        return phrase("not in this release") if each is None else _said(release, each)

    return phrase(
        "{place}. Asking: requests sent, {sent}; answered by the other side within 90 days, {answered}. "
        "Answering: requests received, {received}; executed within 12 months, {executed}.",
        place=names.place(place),
        sent=said("requests_sent"),
        answered=said("answered_in_90_days"),
        received=said("requests_received"),
        executed=said("request_execution"),
    )


def _said(release: Release, each: Summary) -> str:
    return measures.in_sentence(release, each.metric_id, each.row)


def _asking(release: Release, place: str) -> None:
    frame.section(phrase("Asking others for help"))
    yearly.show(release, "requests_sent", place, ADDRESS)
    _kinds(release, "requests_sent", place)
    yearly.show(release, "answered_in_90_days", place, ADDRESS)


def _answering(release: Release, place: str) -> None:
    frame.section(phrase("Answering others"))
    yearly.show(release, "requests_received", place, ADDRESS)
    _kinds(release, "requests_received", place)
    frame.part(phrase("What became of the requests received"))
    name = reading.labels(release).place(place)
    caption = phrase("{place}: requests received", place=name)
    measures.show(release, caption, ANSWERING, place, ADDRESS)
    frame.note(
        phrase(
            "A fast answer can be a fast refusal, so each number stands beside the share refused. A refusal "
            "that protects a person's rights is no failure."
        )
    )


def _kinds(release: Release, metric_id: str, place: str) -> None:
    by_parts.show(
        release,
        metric_id,
        place,
        ADDRESS,
        breakdown="cooperation_kind",
        what=later("kind of request"),
    )


def _grounds(release: Release, place: str, names: Labels) -> None:
    definition = reading.definitions(release).get(GROUNDS)
    if definition is None:
        return
    frame.section(phrase("Why requests were refused"))
    rows = reading.results(release, GROUNDS, jurisdiction=place)
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    chart = mix_over_time(definition, rows, names)
    if chart is not None:
        figure.draw(
            release,
            chart,
            key=f"{ADDRESS} {GROUNDS}",
            name=ADDRESS,
            told=metric_charts.covered(rows[0], names),
        )
        cells = [(mark["x"], mark["part"], mark["text"]) for mark in chart.rows]
        frame.table(
            release,
            phrase(
                "{title}: {place}",
                title=release_words.title(definition),
                place=names.place(place),
            ),
            (phrase("Period"), phrase("Ground"), phrase("Share of refusals")),
            cells,
            name=ADDRESS,
            data=list(chart.strand),
        )
    elif rows:
        none = phrase("No period tells every ground, so no shares are drawn.")
        frame.say(f"{none} {blank_counts(rows)}")
    else:
        frame.say(
            filled(
                phrase(
                    "{no_number}too few refusals of {place} are known to tell their grounds apart, "
                    "or none was recorded."
                ),
                no_number=element("strong", f"{phrase('No number:')} "),
                place=names.place(place),
            )
        )
    frame.note(release_words.question(definition))


CANNOT_TELL = (
    later(
        "Contacts from police to police are seldom written down as requests, so much help leaves no trace here."
    ),
    later(
        "The commonest refusal is silence: a request that was never answered is in no share of refusals."
    ),
    later(
        "How clearly a request was written decides much of how it is answered; nobody records that."
    ),
    later(
        "No partner is named: numbers of two places with each other would point to single cases."
    ),
    later(
        "Requests are few. Where a year or a kind would point to people, it is hidden or told together with others."
    ),
)
