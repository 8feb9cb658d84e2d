"""Tables that a linkage unit sends for the police: cases, suspects, and the events of both."""

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after
from data.demo.files import Files
from data.demo.log import EventLog
from data.demo.rows import identifiers, table
from data.demo.truths import Truths
from data.demo.truths_trial import MoneyTrail

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
