"""Everything that the support services of one place send."""

import pyarrow as pa

from data.demo.court import Court
from data.demo.decisions import penalties_table, reconsideration_tables, returns_table
from data.demo.dice import Dice
from data.demo.files import Files
from data.demo.interviews import interviews_table, testimonies_table
from data.demo.people import People
from data.demo.recurrence import recurrence_tables
from data.demo.redress import compensation_table
from data.demo.remedies import civil_claims_table, restorative_offers_table
from data.demo.rows import join
from data.demo.support import survivor_tables
from data.demo.truths import Place, Truths


def support_tables(
    place: Place,
    truths: Truths,
    files: Files,
    court: Court,
    people: People,
    is_linked: bool,
    cut: int,
    dice: Dice,
) -> dict[str, pa.Table]:
    """All tables up to the data date. Evidence in cases is known only where pseudonyms are linked."""
    code = place.code
    tables = join(
        survivor_tables(code, truths, people, is_linked, cut, dice),
        recurrence_tables(code, truths, people, cut, dice),
    )
    tables["compensation"] = compensation_table(place, people, is_linked, cut, dice)
    tables = join(tables, reconsideration_tables(code, truths, people, cut, dice))
    tables |= {
        "interviews": interviews_table(code, truths, people, is_linked, cut, dice),
        "victim_penalties": penalties_table(code, truths, people, cut, dice),
        "returns": returns_table(code, truths, people, cut, dice),
        "civil_claims": civil_claims_table(code, truths, people, is_linked, cut, dice),
        "restorative_offers": restorative_offers_table(code, truths, people, is_linked, cut, dice),
    }
    if is_linked:
        tables["testimonies"] = testimonies_table(code, truths, files, court, people, cut, dice)
    return tables
