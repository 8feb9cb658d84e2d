"""One place: all its submissions as tables, in the order in which they have to be received."""

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from data.demo.cooperation import assets_table, cooperation_table
from data.demo.court import court_until, draw_court
from data.demo.dice import Dice, day_number
from data.demo.files import draw_files
from data.demo.justice import court_tables, police_tables
from data.demo.misreport import spoil
from data.demo.oversight import oversight_tables
from data.demo.people import draw_people
from data.demo.recurrence import recurrence_tables
from data.demo.redress import compensation_table
from data.demo.reference import reference_tables
from data.demo.support import survivor_tables
from data.demo.survey import survey_tables
from data.demo.truths import AS_OF, Place, Truths


@dataclass(frozen=True)
class Parcel:
    """The tables of one submission, who sends them, and the last day they cover."""

    name: str
    agency_id: str
    period_end: date
    tables: dict[str, pa.Table]


def parcels(place: Place, truths: Truths, cases: int, dice: Dice) -> list[Parcel]:
    """Justice data, then court data where the court sends its own, then support, then oversight."""
    code = place.code
    cut = day_number(AS_OF)
    files = draw_files(place, truths, cases, dice)
    court = draw_court(place, truths, files, cut, dice)
    people = draw_people(files, court, dice)
    is_linked = code != truths.unlinked.jurisdiction
    return [
        *_justice(place, truths, files, court, cut, dice),
        *_support(place, truths, people, is_linked, cut, dice),
        Parcel(
            "oversight",
            f"{code}-OVERSIGHT",
            AS_OF,
            survey_tables(code, truths, people, is_linked, dice)
            | oversight_tables(code, files, cut, dice),
        ),
    ]


def _justice(place, truths, files, court, cut, dice) -> list[Parcel]:
    code = place.code
    police = reference_tables(place, truths) | police_tables(code, files, cut, dice)
    police["cooperation_requests"] = cooperation_table(code, truths, files, cut, dice)
    police["assets"] = assets_table(code, files, court, cut, dice)
    if code == truths.stopped.jurisdiction:
        last = truths.stopped.last_day
        early = court_until(court, day_number(last))
        sent = court_tables(code, files, early, day_number(last), dice)
        return [
            Parcel("justice", f"{code}-LINK", AS_OF, police),
            Parcel("court", truths.stopped.agency_id, last, sent),
        ]
    sent = court_tables(code, files, court, cut, dice)
    if code == truths.misreporting.jurisdiction:
        return [
            Parcel("justice", f"{code}-LINK", AS_OF, police),
            Parcel(
                "court",
                truths.misreporting.agency_id,
                AS_OF,
                spoil(sent, truths.misreporting, dice),
            ),
        ]
    return [Parcel("justice", f"{code}-LINK", AS_OF, join(police, sent))]


def _support(place, truths, people, is_linked, cut, dice) -> list[Parcel]:
    code = place.code
    tables = join(
        survivor_tables(code, people, is_linked, cut, dice),
        recurrence_tables(code, truths, people, cut, dice),
    )
    tables["compensation"] = compensation_table(place, people, is_linked, cut, dice)
    whole = Parcel("support", f"{code}-SUPPORT", AS_OF, tables)
    if code != truths.corrected.jurisdiction:
        return [whole]
    facts = tables["compensation"]
    unpaid = facts.filter(pa.array([fact != "paid" for fact in facts["fact"].to_pylist()]))
    first = Parcel("support-first", whole.agency_id, AS_OF, tables | {"compensation": unpaid})
    return [first, whole]


def join(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Both sets of tables; a table that stands in both holds the rows of both."""
    return {
        name: pa.concat_tables([part[name] for part in (one, other) if name in part])
        for name in (*one, *(name for name in other if name not in one))
    }
