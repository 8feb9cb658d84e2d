"""Figures that a made-up yearbook and a made-up bulletin print about the same events, each by rules of its own."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa

from data.demo.court import TRAFFICKING_OFFENCE, Court
from data.demo.dice import NEVER, day_number
from data.demo.people import People
from data.demo.rows import table
from data.demo.truths_published import Published


def yearbook_table(
    place: str, rules: Published, court: Court, people: People
) -> dict[str, pa.Table]:
    """Rows of `official_counts`; no table at all for places that nothing is published about."""
    if place not in rules.jurisdictions:
        return {}
    events = _events(court, people)
    printed = list(_yearbook(place, rules, events))
    if place in rules.bulletin:
        printed += _bulletin(rules, court)
    columns = ("source", "vintage", "year", "measure", "unit_counted", "value", "blank")
    found = {name: [row[number] for row in printed] for number, name in enumerate(columns)}
    years = found.pop("year")
    values = pa.array(found.pop("value"), pa.float64())
    return {
        "official_counts": table(
            "official_counts",
            jurisdiction=place,
            scope="trafficking",
            period_start=np.array([day_number(date(year, 1, 1)) for year in years]),
            period_end=np.array([day_number(date(year, 12, 31)) for year in years]),
            offence_label="total",
            breakdown="total",
            category="total",
            sex="total",
            age_group="total",
            **found,
            line=[None] * len(years),
            value=values,
        )
    }


def _events(court: Court, people: People) -> dict[str, tuple[str, np.ndarray]]:
    """Measure -> what it counts, and the day of each event, NEVER where there is none."""
    main = court.is_primary & np.isin(court.offence, tuple(TRAFFICKING_OFFENCE.values()))
    is_main = np.zeros(len(court.suspect), dtype=bool)
    is_main[court.proceeding[main]] = True
    convicted = is_main & (court.outcome == "convicted_trafficking")
    return {
        "persons_prosecuted": ("persons", np.where(is_main, court.charged, NEVER)),
        "persons_convicted": ("persons", np.where(convicted, court.disposed, NEVER)),
        "victims_detected": ("victims", people.referred),
    }


def _yearbook(place: str, rules: Published, events) -> Iterator[tuple]:
    for edition in rules.editions:
        last = int(edition) - 1
        press = day_number(date(last, *rules.press_day))
        for year in range(last - rules.years + 1, last + 1):
            for measure, (unit, days) in events.items():
                registered = days[days != NEVER] + rules.registered_after
                first, end = day_number(date(year, 1, 1)), day_number(date(year, 12, 31))
                until = press if year == last else end
                number = int(((registered >= first) & (registered <= until)).sum())
                is_hidden = (place, year, measure) in rules.hidden
                value = (None, "suppressed") if is_hidden else (float(number), None)
                yield rules.series, edition, year, measure, unit, *value


def _bulletin(rules: Published, court: Court) -> list[tuple]:
    """Every person charged with anything, by the year of the charge, in the newest edition only."""
    edition = rules.editions[-1]
    last = int(edition) - 1
    years = range(last - rules.years + 1, last + 1)
    charged = court.charged.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970
    return [
        (rules.bulletin_series, edition, year, "persons_prosecuted", "persons", float(number), None)
        for year in years
        for number in [int((charged == year).sum())]
    ]
