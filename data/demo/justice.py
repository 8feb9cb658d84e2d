"""Tables that a linkage unit sends for police and courts."""

import numpy as np
import pyarrow as pa

from data.demo.court import Court
from data.demo.dice import NEVER, Dice, after
from data.demo.files import Files
from data.demo.log import EventLog
from data.demo.rows import identifiers, table
from data.demo.truths import CURRENCY, Truths
from data.demo.truths_trial import MoneyTrail, Provisions

LEADS = {
    "victim": 0.2, "police": 0.24, "labour_inspection": 0.08, "immigration": 0.07,
    "support_service": 0.14, "hotline": 0.08, "public": 0.08, "health": 0.03, "school": 0.02,
    "foreign_authority": 0.03, "unknown": 0.03,
}  # fmt: skip
SUSPECT_AGES = {
    "9-17": 0.02, "18-20": 0.06, "21-23": 0.1, "24-26": 0.13, "27-29": 0.14, "30-38": 0.28,
    "39-47": 0.16, "48+": 0.09, "unknown": 0.02,
}  # fmt: skip
ROLES = {
    "recruiter": 0.25,
    "exploiter": 0.35,
    "transporter": 0.12,
    "broker": 0.06,
    "secondary": 0.12,
    "unknown": 0.1,
}


def police_tables(
    place: str, truths: Truths, files: Files, cut: int, dice: Dice
) -> dict[str, pa.Table]:
    """Cases, defendants and their part in cases, with the events of both."""
    cases = identifiers(f"{place}-C", np.arange(len(files.opened)))
    number = len(files.opened)
    known = np.flatnonzero(files.suspected <= cut)
    suspects = identifiers(f"{place}-D", known)
    size = len(known)
    legal = dice.chance(0.02, size)
    return {
        "cases": table(
            "cases",
            jurisdiction=place,
            case_id=cases,
            agency_id=f"{place}-POLICE",
            lead_source=dice.pick(LEADS, number),
            exploitation_form=files.form,
            is_cross_border=files.is_cross_border,
            is_organised_group=dice.chance(0.3, number),
            is_online=dice.chance(0.35, number),
        ),
        "defendants": table(
            "defendants",
            jurisdiction=place,
            defendant_id=suspects,
            is_legal_person=legal,
            sex=np.where(
                legal, None, dice.pick({"male": 0.74, "female": 0.24, "unknown": 0.02}, size)
            ),
            age_band=np.where(legal, None, dice.pick(SUSPECT_AGES, size)),
            citizenship_group=files.citizenship[known],
            is_public_official=dice.chance(0.02, size),
        ),
        "case_defendants": table(
            "case_defendants",
            jurisdiction=place,
            case_id=cases.take(pa.array(files.case[known])),
            defendant_id=suspects,
            role=dice.pick(ROLES, size),
        ),
        "events": _police_events(place, truths.money_trail, files, cases, cut, dice),
    }


def _police_events(
    place: str, trail: MoneyTrail, files: Files, cases: pa.Array, cut: int, dice: Dice
) -> pa.Table:
    agency = f"{place}-POLICE"
    log = EventLog(place, f"{place}-EP", cut)
    log.add("case", cases, "opened", files.opened, agency)
    first_referral = np.full(len(cases), NEVER, dtype=np.int32)
    np.minimum.at(first_referral, files.case, files.referred)
    log.add("case", cases, "referred_to_prosecution", first_referral, agency)
    suspects = identifiers(f"{place}-D", np.arange(len(files.case)))
    log.add("defendant", suspects, "suspected", files.suspected, agency)
    log.add("defendant", suspects, "arrested", files.arrested, agency)
    log.add("defendant", suspects, "closed", files.closed, agency, reason=files.reason)
    log.add("case", cases, "closed", files.no_suspect_closed, agency, reason="no_suspect")
    # A file without any charge closes when the last of its suspects is dropped.
    last = np.zeros(len(cases), dtype=np.int32)
    np.maximum.at(last, files.case, np.where(files.charged != NEVER, NEVER, files.closed))
    reason = np.full(len(cases), "other", dtype=object)
    reason[files.case] = files.reason
    log.add("case", cases, "closed", np.where(last > 0, last, NEVER), agency, reason=reason)
    # Last, so that the identifiers of the other events stay what they were.
    log.add("case", cases, "financial_opened", _inquiries(place, trail, files, dice), agency)
    return log.table()


def _inquiries(place: str, trail: MoneyTrail, files: Files, dice: Dice) -> np.ndarray:
    """Per case the day on which a financial investigation is opened; never where nobody is suspected."""
    own = dice.apart("financial_opened")
    size = len(files.opened)
    share = trail.opened_there if place == trail.jurisdiction else trail.opened
    first = np.full(size, NEVER, dtype=np.int32)
    np.minimum.at(first, files.case, files.suspected)
    return after(first, own.days(45, 0.8, size), own.chance(share, size))


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
