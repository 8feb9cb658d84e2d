"""Tables about what courts do: proceedings, charges, sentences, and the events of both."""

import numpy as np
import pyarrow as pa

from data.demo.court import Court
from data.demo.dice import NEVER, Dice
from data.demo.files import Files
from data.demo.log import EventLog
from data.demo.rows import identifiers, table
from data.demo.truths import CURRENCY, Truths
from data.demo.truths_trial import Provisions


def court_tables(
    place: str, truths: Truths, files: Files, court: Court, cut: int, dice: Dice
) -> dict[str, pa.Table]:
    """Proceedings, charges, sentences, and the events of proceedings and charges."""
    proceedings = identifiers(f"{place}-P", np.arange(len(court.suspect)))
    charges = identifiers(f"{place}-H", np.arange(len(court.proceeding)))
    return {
        "proceedings": table(
            "proceedings",
            jurisdiction=place,
            proceeding_id=proceedings,
            case_id=identifiers(f"{place}-C", files.case[court.suspect]),
            defendant_id=identifiers(f"{place}-D", court.suspect),
            agency_id=f"{place}-COURT",
            court_level=dice.apart("court_level").pick(
                truths.provisions.court_levels, len(court.suspect)
            ),
            openness=dice.apart("openness").pick(truths.provisions.openness, len(court.suspect)),
            is_use_of_services=dice.apart("use_of_services").chance(
                truths.provisions.use_of_services, len(court.suspect)
            ),
        ),
        "charges": table(
            "charges",
            jurisdiction=place,
            charge_id=charges,
            proceeding_id=proceedings.take(pa.array(court.proceeding)),
            offence=court.offence,
            counts=court.counts,
            is_primary=court.is_primary,
        ),
        "sentences": _sentences(place, truths.provisions, court, proceedings, cut, dice),
        "events": _court_events(place, court, proceedings, charges, cut, dice),
    }


def _court_events(place, court: Court, proceedings, charges, cut: int, dice: Dice) -> pa.Table:
    agency = f"{place}-COURT"
    log = EventLog(place, f"{place}-EC", cut)
    length = court.disposed - court.charged
    arraigned = court.charged + np.minimum(length, dice.days(20, 0.5, len(length)))
    tried = np.isin(court.outcome, ("convicted_trafficking", "convicted_other", "acquitted"))
    trial = np.where(tried, court.disposed - np.minimum(length // 3, 60), NEVER)
    log.add("proceeding", proceedings, "charged", court.charged, agency)
    log.add("proceeding", proceedings, "arraigned", arraigned, agency)
    log.add("proceeding", proceedings, "trial_started", np.maximum(trial, arraigned), agency)
    log.add(
        "proceeding",
        proceedings,
        "disposition",
        court.disposed,
        agency,
        outcome=court.outcome,
        instance="first",
    )
    log.add("charge", charges, "disposition", court.disposed[court.proceeding], agency, outcome=court.charge_outcome, instance="first")  # fmt: skip
    log.add("proceeding", proceedings, "sentenced", court.sentenced, agency, instance="first")
    log.add("proceeding", proceedings, "appealed", court.appealed, agency, instance="second")
    log.add("proceeding", proceedings, "disposition", court.appeal_disposed, agency, outcome=court.appeal_outcome, instance="second")  # fmt: skip
    return log.table()


def _sentences(
    place: str, provisions: Provisions, court: Court, proceedings: pa.Array, cut: int, dice: Dice
) -> pa.Table:
    chosen = np.flatnonzero(court.sentenced <= cut)
    size = len(chosen)
    heavy = court.outcome[chosen] == "convicted_trafficking"
    grave = dice.pick(
        {"custody": 0.74, "suspended_custody": 0.14, "probation": 0.06, "fine": 0.06}, size
    )
    light = dice.pick(
        {
            "custody": 0.3,
            "suspended_custody": 0.3,
            "probation": 0.15,
            "community": 0.1,
            "fine": 0.15,
        },
        size,
    )
    sanction = np.where(heavy, grave, light)
    months = np.round(np.where(heavy, 62, 20) * np.exp(0.55 * dice.random.standard_normal(size)))
    fine = np.round(np.exp(8 + 0.8 * dice.random.standard_normal(size)), 2)
    overturned = (court.appeal_disposed[chosen] <= cut) & (
        court.appeal_outcome[chosen] != court.outcome[chosen]
    )
    is_fine = sanction == "fine"
    is_known = heavy & dice.apart("minimum_months").chance(provisions.minimum_known, size)
    return table(
        "sentences",
        jurisdiction=place,
        sentence_id=identifiers(f"{place}-S", np.arange(size)),
        proceeding_id=proceedings.take(pa.array(chosen)),
        sanction=sanction,
        months=np.where(is_fine, np.nan, np.maximum(months, 1)),
        amount=np.where(is_fine, fine, np.nan),
        currency=np.where(is_fine, CURRENCY, None),
        is_current=~overturned,
        minimum_months=np.where(is_known, float(provisions.minimum_months), np.nan),
    )
