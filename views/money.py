"""What was awarded and paid, traced and given back?"""

import streamlit as st

from charts.describe import quality
from charts.joining import named
from languages import later, phrase
from release.read import Release
from views import (
    frame,
    money_chains,
    money_currency,
    money_routes,
    page_end,
    period_choice,
    places,
    reading,
    summary_table,
    tiles,
)
from views.money_chains import COMPENSATION, METRICS, PROCEEDS, last_seen
from views.money_words import CURRENCY, LIMITS, LITTLE, UNITS
from views.period_choice import Period, days
from views.summaries import summaries

ADDRESS, TITLE = "money", later("Money")
IN_SHORT = (
    *("claim_rate", "compensation_awarded", "victims_paid"),
    *("compensation_paid", "frozen_of_traced", "proceeds_to_victims"),
)
PEOPLE = ("claim_rate", "compensation_awarded", "victims_paid", "time_to_payment")
SUMS = ("money_awarded",)
CASES = (
    *("financial_investigation_rate", "freezing_rate", "confiscation_rate"),
    "money_confiscated",
)
OTHER_WAYS = (
    *("civil_claims_filed", "civil_claim_success", "civil_claim_duration"),
    *("state_fund_success", "state_fund_duration"),
    *("restorative_offered", "restorative_replies"),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("What was awarded and paid, traced and given back?"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = places.choose(release, ADDRESS)
        rows = _sums(release, place)
        currency = money_currency.choose(rows, ADDRESS)
        rows = [row for row in rows if row["currency"] == currency]
        period = period_choice.choose(rows, ADDRESS, likes=fullest(rows))
    if place is None:
        frame.announce(phrase("This release holds no results, so there is nothing to show."))
        return
    frame.announce(_told(release, place, period, currency))
    if period:
        frame.section(phrase("In short"))
        found = summaries(release, IN_SHORT, place, period, currency=currency)
        frame.html(tiles.together(tiles.tile(release, each, place) for each in found))
        frame.note(phrase(UNITS))
        frame.section(phrase("From claim to payment"))
        money_chains.show(release, COMPENSATION, place, period, currency, ADDRESS)
        money_routes.show(release, place, period, currency)
    else:
        frame.section(phrase("From claim to payment"))
    awarded = phrase("People and sums awarded")
    _numbers(release, awarded, (*PEOPLE, *SUMS), place, period, currency)
    frame.section(phrase("From proceeds back to victims"))
    if period:
        money_chains.show(release, PROCEEDS, place, period, currency, ADDRESS)
    looked_for = phrase("Cases in which money was looked for")
    _numbers(release, looked_for, CASES, place, period, currency)
    frame.note(phrase(LITTLE))
    frame.section(phrase("Other ways to redress"))
    others = phrase("Claims, funds and offers")
    _numbers(release, others, OTHER_WAYS, place, period, currency)
    everything = (*PEOPLE, *SUMS, *METRICS, *CASES, *OTHER_WAYS)
    page_end.show(release, (*LIMITS, CURRENCY), everything, place)


def _sums(release: Release, place: str | None) -> list[dict]:
    """The results of the two chains."""
    if place is None:
        return []
    known = [key for key in METRICS if key in reading.definitions(release)]
    return [row for key in known for row in reading.counted_here(release, key, place)]


def fullest(rows: list[dict]) -> Period | None:
    """The period in which most steps have a number, of several the newest."""
    told: dict[Period, int] = {}
    for row in rows:
        if quality(row) != "blank":
            told[days(row)] = told.get(days(row), 0) + 1
    return max(told, key=lambda each: (told[each], each[1], each[0]), default=None)


def _told(release: Release, place: str, period: Period | None, currency: str | None) -> str:
    name = reading.labels(release).place(place)
    if period is None:
        return phrase(
            "{place} reported no sums of money awarded, paid, traced or given back.", place=name
        )
    said = []
    for chain in (COMPENSATION, PROCEEDS):
        seen = last_seen(money_chains.steps(release, chain, place, period, currency))
        told = seen.statement if seen else phrase(chain.unread)
        said.append(f"{told[:1].upper()}{told[1:]}.")
    return phrase("{place}. {sums}", place=name, sums=" ".join(said))


def _numbers(
    release: Release,
    caption: str,
    metric_ids: tuple[str, ...],
    place: str,
    period: Period | None,
    currency: str | None,
) -> None:
    """A table of metrics beside their counterparts."""
    wanted = tuple(key for key in metric_ids if key in reading.definitions(release))
    if not wanted:
        frame.say(phrase("This release defines no metric of this."))
        return
    found = summaries(release, wanted, place, period, currency=currency)
    name = reading.labels(release).place(place)
    summary_table.show(release, named(caption, name), found, place, name=ADDRESS, of_period=True)
