"""Requests to other jurisdictions and assets traced: what police and prosecutors do beside the court case."""

import numpy as np
import pyarrow as pa

from data.demo.court import Court
from data.demo.dice import NEVER, Dice, after
from data.demo.files import Files
from data.demo.rows import identifiers, table
from data.demo.truths import CURRENCY, Truths

KINDS = {"mla": 0.35, "eio": 0.2, "police": 0.3, "extradition": 0.08, "jit": 0.04, "asset": 0.03}
GROUNDS = {
    "incomplete": 0.4,
    "dual_criminality": 0.15,
    "own_national": 0.15,
    "security": 0.1,
    "other": 0.2,
}
ASSETS = {
    "cash": 0.35,
    "bank": 0.25,
    "vehicle": 0.15,
    "real_estate": 0.1,
    "business": 0.05,
    "virtual": 0.1,
}


def cooperation_table(place: str, truths: Truths, files: Files, cut: int, dice: Dice) -> pa.Table:
    """Requests sent or received about cases that cross borders."""
    case = np.flatnonzero(files.is_cross_border & dice.chance(0.35, len(files.opened)))
    size = len(case)
    sent = after(files.opened[case], dice.days(120, 0.8, size))
    case, sent = case[sent <= cut], sent[sent <= cut]
    size = len(case)
    refused = after(sent, dice.days(90, 0.6, size), dice.chance(0.12, size))
    executed = after(sent, dice.days(150, 0.7, size), (refused == NEVER) & dice.chance(0.85, size))
    answered = np.minimum(refused, executed)
    acknowledged = after(sent, dice.days(12, 0.9, size), dice.chance(0.9, size))
    refused_seen = refused <= cut
    others = {one.code: one.share_of_cases for one in truths.places if one.code != place}
    return table(
        "cooperation_requests",
        jurisdiction=place,
        request_id=identifiers(f"{place}-R", np.arange(size)),
        case_id=identifiers(f"{place}-C", case),
        kind=dice.pick(KINDS, size),
        direction=dice.pick({"sent": 0.7, "received": 0.3}, size),
        partner=dice.pick(others, size),
        sent_on=sent,
        acknowledged_on=_until(np.minimum(acknowledged, answered), acknowledged, cut),
        executed_on=_until(executed, executed, cut),
        refused_on=_until(refused, refused, cut),
        ground=np.where(refused_seen, dice.pick(GROUNDS, size), None),
        is_urgent=dice.chance(0.15, size),
    )


def assets_table(place: str, files: Files, court: Court, cut: int, dice: Dice) -> pa.Table:
    """Steps in the recovery of assets; fewer assets and less money at every step."""
    convicted = court.outcome == "convicted_trafficking"
    chosen = np.flatnonzero(dice.chance(np.where(convicted, 0.25, 0.1), len(court.suspect)))
    size = len(chosen)
    traced = after(court.charged[chosen], dice.days(40, 0.8, size))
    frozen = after(traced, dice.days(20, 0.8, size), dice.chance(0.75, size))
    judged = np.where(frozen == NEVER, NEVER, np.maximum(court.disposed[chosen], frozen + 1))
    confiscated = np.where(convicted[chosen] & dice.chance(0.6, size), judged, NEVER)
    realised = after(confiscated, dice.days(300, 0.6, size), dice.chance(0.6, size))
    returned = after(realised, dice.days(200, 0.6, size), dice.chance(0.35, size))
    worth = np.exp(9 + 1.1 * dice.random.standard_normal(size))
    case = identifiers(f"{place}-C", files.case[court.suspect[chosen]])
    asset = identifiers(f"{place}-A", np.arange(size))
    kind = dice.pick(ASSETS, size)
    steps = {"traced": (traced, 1.0), "frozen": (frozen, 0.8), "confiscated": (confiscated, 0.7),
             "realised": (realised, 0.5), "returned": (returned, 0.4)}  # fmt: skip
    return pa.concat_tables(
        [
            table(
                "assets",
                jurisdiction=place,
                asset_id=asset.filter(pa.array(day <= cut)),
                case_id=case.filter(pa.array(day <= cut)),
                asset_class=kind[day <= cut],
                step=step,
                occurred_on=day[day <= cut],
                amount=worth[day <= cut] * part,
                currency=CURRENCY,
            )
            for step, (day, part) in steps.items()
        ]
    )


def _until(day: np.ndarray, condition: np.ndarray, cut: int) -> np.ndarray:
    """The day, or NEVER where it lies after the data date or the condition never comes."""
    return np.where((day <= cut) & (condition != NEVER), day, NEVER)
