"""The two ways of money: from claims to survivors, and from proceeds of the crime back to them."""

from dataclasses import dataclass

from charts.joining import named
from charts.money_chain import Step, chain_chart
from languages import SaidLines, later, phrase
from release.read import Release
from views import figure, frame, marks, metric_charts, reading
from views.filters import metric_link
from views.money_words import STEPS
from views.period_choice import Period


@dataclass(frozen=True)
class Chain:
    """`links` are (metric, what it begins from, what is reached), in the order money goes.

    `unread` is said where no sum of it can be read.
    """

    key: str
    title: str
    unread: str
    links: tuple[tuple[str, str, str], ...]


CLAIMED, AWARDED, PAID = later("Claimed"), later("Awarded"), later("Paid")
TRACED, FROZEN, CONFISCATED = later("Traced"), later("Frozen"), later("Confiscated")
REALISED, RETURNED = later("Turned into money"), later("Returned to victims")

COMPENSATION = Chain(
    "compensation",
    later("From claim to payment, in money"),
    later("From claim to payment, in money, no sum can be read"),
    (
        ("award_to_claim", CLAIMED, AWARDED),
        ("compensation_paid", AWARDED, PAID),
    ),
)
PROCEEDS = Chain(
    "proceeds",
    later("From proceeds back to victims, in money"),
    later("From proceeds back to victims, in money, no sum can be read"),
    (
        ("frozen_of_traced", TRACED, FROZEN),
        ("confiscated_of_frozen", FROZEN, CONFISCATED),
        ("realisation_ratio", CONFISCATED, REALISED),
        ("proceeds_to_victims", REALISED, RETURNED),
    ),
)
METRICS = tuple(metric_id for chain in (COMPENSATION, PROCEEDS) for metric_id, *_ in chain.links)
HEADINGS = SaidLines(
    later("Step"),
    later("Began with"),
    later("Got there"),
    later("Share"),
    later("Period"),
    later("How sure"),
    later("Told by"),
)


def steps(
    release: Release, chain: Chain, place: str, period: Period, currency: str | None
) -> list[Step]:
    """The steps whose metric the release defines, each for the period or a longer one around it."""
    return [
        Step(
            phrase(begun),
            phrase(reached),
            reading.headline(release, metric_id, place, period=period, currency=currency),
        )
        for metric_id, begun, reached in chain.links
        if metric_id in reading.definitions(release)
    ]


def last_seen(found: list[Step]) -> Step | None:
    """The last step that can be read."""
    told = [step for step in found if not step.is_hidden and not step.is_empty]
    return told[-1] if told else None


def show(
    release: Release, chain: Chain, place: str, period: Period, currency: str | None, page: str
) -> None:
    """The chart and the table of one chain; where no sum can be read, the table alone says why."""
    found = steps(release, chain, place, period, currency)
    if not found:
        return
    names = reading.labels(release)
    rows = [step.row for step in found if step.row]
    seen = last_seen(found)
    chart = None
    if seen and currency:
        title = phrase("In {place}, {sums}", place=names.place(place), sums=seen.sums)
        subtitle = phrase(
            "Sums of money in {currency}, {place}. {covered}",
            currency=currency,
            place=names.place(place),
            covered=metric_charts.covered(rows[0], names),
        )
        chart = chain_chart(found, currency, title=title, subtitle=subtitle)
    if chart:
        figure.draw(release, chart, key=chain.key, name=page, told=_in_words(found))
    else:
        frame.part(phrase(chain.title))
        frame.say(
            phrase(
                "{place}: no sum of this chain can be read. {steps}",
                place=names.place(place),
                steps=_in_words(found),
            )
        )
    _table(release, chain, found, place, page)
    frame.note(phrase(STEPS))


def _in_words(found: list[Step]) -> str:
    """Every step in a sentence: its sums and their share, or why there are none."""
    said = [step.statement for step in found]
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in said)


def _table(release: Release, chain: Chain, found: list[Step], place: str, page: str) -> None:
    definitions, names = reading.definitions(release), reading.labels(release)
    told = [key for key, *_ in chain.links if key in definitions]
    cells = [
        (
            step.name,
            step.amount("denominator"),
            step.amount("numerator"),
            step.share[:1].upper() + step.share[1:],
            step.when or phrase("Not told"),
            marks.status(step.row, definitions[key]) if step.row else phrase("Nothing is told"),
            metric_link(release, key, place, step.row),
        )
        for key, step in zip(told, found, strict=True)
    ]
    frame.table(
        release,
        named(phrase(chain.title), names.place(place)),
        HEADINGS,
        cells,
        numeric=(1, 2),
        name=page,
        data=[step.row for step in found if step.row] or None,
    )
