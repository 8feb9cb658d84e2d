"""Do jurisdictions answer one another? Those who ask and those who answer, each on its own."""

from charts.labels import Labels
from charts.mix import mix_over_time
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
from views.html import element, join
from views.sentences import blank_counts
from views.summaries import Summary, summaries

ADDRESS, TITLE = "cooperation", "Cooperation"

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
    frame.heading(TITLE, "Do jurisdictions answer one another?")
    place = places.choose(release, ADDRESS)
    known = measures.held_ids(release, EVERY)
    if place is None or not known:
        frame.announce("This release holds no numbers about cooperation between jurisdictions.")
        return
    names = reading.labels(release)
    frame.announce(_announced(release, place, names))
    frame.section("In short")
    tiles.show(release, measures.held_ids(release, IN_SHORT), place)
    frame.note(
        "Asking and answering are two sides. How fast a request is answered tells of those who were "
        "asked, not of those who sent it. Each tile has beside it the number it must be read with."
    )
    _asking(release, place)
    _answering(release, place)
    _grounds(release, place, names)
    frame.section("Working together, and people who return")
    measures.show(release, f"{names.place(place)}: teams and returns", TOGETHER, place, ADDRESS)
    page_end.show(release, CANNOT_TELL, known, place)


def _announced(release: Release, place: str, names: Labels) -> str:
    found = {
        each.metric_id: each
        for each in summaries(release, measures.held_ids(release, IN_SHORT), place)
    }

    def said(metric_id: str) -> str:
        each = found.get(metric_id)
        return "not in this release" if each is None else _said(release, each)

    return (
        f"{names.place(place)}. Asking: requests sent, {said('requests_sent')}; answered by the other "
        f"side within 90 days, {said('answered_in_90_days')}. Answering: requests received, "
        f"{said('requests_received')}; executed within 12 months, {said('request_execution')}."
    )


def _said(release: Release, each: Summary) -> str:
    return measures.in_sentence(release, each.metric_id, each.row)


def _asking(release: Release, place: str) -> None:
    frame.section("Asking others for help")
    yearly.show(release, "requests_sent", place, ADDRESS)
    _kinds(release, "requests_sent", place)
    yearly.show(release, "answered_in_90_days", place, ADDRESS)


def _answering(release: Release, place: str) -> None:
    frame.section("Answering others")
    yearly.show(release, "requests_received", place, ADDRESS)
    _kinds(release, "requests_received", place)
    frame.part("What became of the requests received")
    name = reading.labels(release).place(place)
    measures.show(release, f"{name}: requests received", ANSWERING, place, ADDRESS)
    frame.note(
        "A fast answer can be a fast refusal, so each number stands beside the share refused. A refusal "
        "that protects a person's rights is no failure."
    )


def _kinds(release: Release, metric_id: str, place: str) -> None:
    by_parts.show(
        release, metric_id, place, ADDRESS, breakdown="cooperation_kind", what="kind of request"
    )


def _grounds(release: Release, place: str, names: Labels) -> None:
    definition = reading.definitions(release).get(GROUNDS)
    if definition is None:
        return
    frame.section("Why requests were refused")
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
            f"{definition['title']}: {names.place(place)}",
            ("Period", "Ground", "Share of refusals"),
            cells,
            name=ADDRESS,
            data=list(chart.strand),
        )
    elif rows:
        frame.say(f"No period tells every ground, so no shares are drawn. {blank_counts(rows)}")
    else:
        frame.say(
            join(
                [
                    element("strong", "No number: "),
                    f"too few refusals of {names.place(place)} are known to tell their grounds apart, "
                    "or none was recorded.",
                ]
            )
        )
    frame.note(definition["question"])


CANNOT_TELL = (
    "Contacts from police to police are seldom written down as requests, so much help leaves no trace here.",
    "The commonest refusal is silence: a request that was never answered is in no share of refusals.",
    "How clearly a request was written decides much of how it is answered; nobody records that.",
    "No partner is named: numbers of two places with each other would point to single cases.",
    "Requests are few. Where a year or a kind would point to people, it is hidden or told together with others.",
)
