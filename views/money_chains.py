"""The two ways of money: from claims to survivors, and from proceeds of the crime back to them."""

from dataclasses import dataclass

from charts.money_chain import Step, chain_chart
from release.read import Release
from views import figure, frame, marks, metric_charts, reading
from views.filters import place_label
from views.html import link
from views.money_words import STEPS
from views.period_choice import Period
from views.period_summaries import row_of


@dataclass(frozen=True)
class Chain:
    """`links` are (metric, what it begins from, what is reached), in the order money goes."""

    key: str
    title: str
    links: tuple[tuple[str, str, str], ...]


COMPENSATION = Chain(
    "compensation",
    "From claim to payment, in money",
    (
        ("award_to_claim", "Claimed", "Awarded"),
        ("compensation_paid", "Awarded", "Paid"),
    ),
)
PROCEEDS = Chain(
    "proceeds",
    "From proceeds back to victims, in money",
    (
        ("frozen_of_traced", "Traced", "Frozen"),
        ("confiscated_of_frozen", "Frozen", "Confiscated"),
        ("realisation_ratio", "Confiscated", "Turned into money"),
        ("proceeds_to_victims", "Turned into money", "Returned to victims"),
    ),
)
METRICS = tuple(metric_id for chain in (COMPENSATION, PROCEEDS) for metric_id, *_ in chain.links)
HEADINGS = ("Step", "Began with", "Got there", "Share", "Period", "How sure", "Told by")


def steps(
    release: Release, chain: Chain, place: str, period: Period, currency: str | None
) -> list[Step]:
    """The steps whose metric the release defines, each for the period or a longer one around it."""
    return [
        Step(begun, reached, row_of(release, metric_id, place, period, currency=currency))
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
        title = f"In {names.place(place)}, {seen.sums}"
        subtitle = f"Sums of money in {currency}, {names.place(place)}. "
        subtitle += metric_charts.covered(rows[0], names)
        chart = chain_chart(found, currency, title=title, subtitle=subtitle)
    if chart:
        figure.draw(release, chart, key=chain.key, name=page, told=_in_words(found))
    else:
        frame.part(chain.title)
        frame.say(f"{names.place(place)}: no sum of this chain can be read. {_in_words(found)}")
    _table(release, chain, found, place, page)
    frame.note(STEPS)


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
            step.when or "Not told",
            marks.status(step.row, definitions[key]) if step.row else "Nothing is told",
            link(definitions[key]["title"], key, jurisdiction=place_label(place, names)),
        )
        for key, step in zip(told, found, strict=True)
    ]
    frame.table(
        release,
        f"{chain.title}: {names.place(place)}",
        HEADINGS,
        cells,
        numeric=(1, 2),
        name=page,
        data=[step.row for step in found if step.row] or None,
    )
