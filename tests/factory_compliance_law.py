"""Made-up records of law: who is bound, what statutes cover, new methods, and how coders agree."""

from datetime import date
from itertools import product

import pandas as pd

from data.instruments import instruments

SILENT = "XAC"
"""The place of which nothing is known but that it exists."""


def instruments_told() -> list[dict]:
    return [
        {"instrument": each.name}
        | {name: getattr(each, name) for name in ("title", "short_title", "adopted", "kind")}
        for each in instruments().values()
    ]


def participations(places) -> list[dict]:
    record = {"source": "curated", "certainty": "unchecked", "link": "https://example.org/treaty"}
    found = []
    for place in places:
        if place != SILENT:
            joined = {"event": "in_force", "from_on": date(2010, 5, 1)}
            found.append({"jurisdiction": place, "instrument": "palermo"} | joined | record)
    named = {"event": "reservation", "obligation_ids": "palermo-6-2", "until_on": date(2015, 1, 1)}
    note = {"from_on": date(2010, 5, 1), "note": "Withdrawn since."}
    return [*found, {"jurisdiction": "XAA", "instrument": "palermo"} | named | note | record]


def statutes(places) -> list[dict]:
    elements = {"acts": "yes", "purposes": "partly", "forced_criminality": "no", "attempt": None}
    return [
        {
            "jurisdiction": place,
            "statute_id": f"{place}-penal-code",
            "title": "Penal Code",
            "provision": "article 101",
            "element": element,
            "covered": covered,
            "number": 4.0 if element == "maximum_penalty_years" else None,
            "valid_from": date(2015, 1, 1),
            "certainty": "read",
            "link": "https://example.org/code",
        }
        for place in places
        if place != SILENT
        for element, covered in (elements | {"maximum_penalty_years": "yes"}).items()
    ]


def methods(places, definitions: pd.DataFrame) -> list[dict]:
    """Forced criminality is seen before it is covered; no metric shows surrogacy; Cassia hides its figure."""
    metric = sorted(definitions.loc[definitions["value_unit"] == "share", "metric_id"])[0]
    found = []
    for place, year in product(places, range(2021, 2026)):
        number = {"numerator": 10.0 + year - 2021, "denominator": 100.0, "status": "reportable"}
        number |= {"value": number["numerator"] / 100, "lower": 0.04, "upper": 0.22}
        hidden = {"blank": "suppressed", "status": "suppressed"}
        found.append(
            {
                "jurisdiction": place,
                "method": "forced_criminality",
                "metric_id": metric,
                "breakdown": "exploitation",
                "category": "forced_criminality",
                "year": year,
                "period_start": date(year, 1, 1),
                "period_end": date(year, 12, 31),
                "note": "Counts something wider.",
                "covered": "no" if year < 2024 else "partly",
                "statute_ids": None if year < 2024 else f"{place}-penal-code",
            }
            | (hidden if place == SILENT else number)
        )
    silent = {"method": "surrogacy", "covered": "not_known"}
    return [*found, *({"jurisdiction": place} | silent for place in places)]


def agreement() -> list[dict]:
    told = {"pairs": 40, "same": 31, "agreement": 0.775, "kappa": 0.61}
    told |= {"lower": 0.42, "upper": 0.8, "interval_method": "made up", "status": "use_with_care"}
    few = {"jurisdiction": "XAA", "aspect": "law", "pairs": 1, "same": 1, "agreement": 1.0}
    return [{"aspect": "all"} | told, few | {"status": "insufficient"}]


def composite(places) -> list[dict]:
    return [
        {
            "jurisdiction": place,
            "arithmetic": 0.5 - number / 100,
            "geometric": 0.4 - number / 100,
            "lowest_rank": 1,
            "highest_rank": max(1, len(places) - number % 2),
            "places": len(places),
            "draws": 1000,
        }
        for number, place in enumerate(places)
    ]
