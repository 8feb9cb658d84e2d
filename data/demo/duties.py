"""What bodies owe the public: recommendations carried out, reports published when the law says."""

from datetime import date

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after, day_number
from data.demo.rows import identifiers, table
from data.demo.tied import reports_due, tied_to_duties
from data.demo.truths import AS_OF, START, Truths

SOURCES = {
    "monitoring_body": 0.34,
    "rapporteur": 0.3,
    "audit": 0.16,
    "parliament": 0.12,
    "court": 0.08,
}
REPORTS = {"OVERSIGHT": "Annual report of the rapporteur", "LINK": "Yearly figures on trafficking"}
"""Last part of the agency's identifier -> the report it owes by the middle of each year, on the year before."""


def duties_tables(place: str, truths: Truths, cut: int, dice: Dice) -> dict[str, pa.Table]:
    """Recommendations and statutory reports, as they stand at the data date."""
    own = dice.apart("duties")
    return {
        "recommendations": _recommendations(place, truths, cut, own),
        "statutory_reports": pa.concat_tables(
            [_reports(place, truths, cut, own), reports_due(place, truths.compliance.reports)]
        ),
    }


def _recommendations(place: str, truths: Truths, cut: int, own: Dice) -> pa.Table:
    rules = truths.duties
    size = rules.recommendations
    made = np.sort(own.days_between(day_number(START), day_number(AS_OF), size))
    carried_out = after(made, own.days(420, 0.6, size), own.chance(rules.implemented, size))
    is_done = carried_out <= cut
    source = own.pick(SOURCES, size)
    due = made + own.random.choice([365, 545, 730], size)
    links = np.array([f"https://example.org/{place}/{number}" for number in range(size)], object)
    return table(
        "recommendations",
        jurisdiction=place,
        recommendation_id=identifiers(f"{place}-RE", np.arange(size)),
        source=source,
        made_on=made,
        due_on=due,
        implemented_on=np.where(is_done, carried_out, NEVER),
        evidence_url=np.where(is_done & own.chance(rules.evidenced, size), links, None),
        **tied_to_duties(place, truths.compliance, source, own.apart("duties named")),
    )


def _reports(place: str, truths: Truths, cut: int, own: Dice) -> pa.Table:
    rules = truths.duties
    years = range(START.year, AS_OF.year)
    owed = [(suffix, year) for suffix in REPORTS for year in years]
    size = len(owed)
    due = np.array([day_number(date(year + 1, 6, 30)) for _, year in owed], dtype=np.int32)
    fate = own.pick(
        {"early": rules.on_time, "never": rules.never, "late": 1 - rules.on_time - rules.never},
        size,
    )
    early = due - own.days_between(0, 40, size)
    published = np.where(fate == "early", early, after(due, own.days(80, 0.7, size)))
    published = np.where(fate == "never", NEVER, published)
    return table(
        "statutory_reports",
        jurisdiction=place,
        report_id=identifiers(f"{place}-SR", np.arange(size)),
        agency_id=[f"{place}-{suffix}" for suffix, _ in owed],
        name=[f"{REPORTS[suffix]} {year}" for suffix, year in owed],
        due_on=due,
        published_on=np.where(published <= cut, published, NEVER),
        obligation_id=[None] * size,
    )
