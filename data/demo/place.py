"""One place: all its submissions as tables, in the order in which they have to be received."""

from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa

from data.demo.compliance import compliance_tables
from data.demo.cooperation import assets_table, cooperation_table
from data.demo.court import Court, court_until, draw_court
from data.demo.court_rows import court_tables
from data.demo.dice import Dice, day_number
from data.demo.duties import duties_tables
from data.demo.figures import figures_table, residents_table
from data.demo.files import draw_files
from data.demo.justice import police_tables
from data.demo.misreport import spoil
from data.demo.oversight import oversight_tables
from data.demo.people import draw_people
from data.demo.reference import reference_tables
from data.demo.rows import join
from data.demo.sent_by_support import support_tables
from data.demo.survey import survey_tables
from data.demo.trial import companies, detentions_table, hearings_table
from data.demo.truths import AS_OF, Place, Truths
from data.demo.yearbook import yearbook_table


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
    people = draw_people(truths, files, court, dice)
    is_linked = code != truths.unlinked.jurisdiction
    # In this order, which is that of the draws.
    justice = _justice(place, truths, files, court, cut, dice)
    support = support_tables(place, truths, files, court, people, is_linked, cut, dice)
    found = [
        *justice,
        *_support(code, truths, support),
        Parcel(
            "oversight",
            f"{code}-OVERSIGHT",
            AS_OF,
            survey_tables(code, truths, people, is_linked, dice)
            | oversight_tables(code, files, cut, dice)
            | duties_tables(code, truths, cut, dice)
            | compliance_tables(code, truths.compliance, dice)
            | {
                "agency_figures": figures_table(place, truths, dice),
                "residents": residents_table(place, truths),
            }
            | yearbook_table(code, truths.published, court, people),
        ),
    ]
    return [_as_kept(parcel, code, truths) for parcel in found]


def _as_kept(parcel: Parcel, code: str, truths: Truths) -> Parcel:
    """The parcel without the tables that the place does not keep."""
    kept = {
        name: rows
        for name, rows in parcel.tables.items()
        if code not in truths.not_kept.tables.get(name, ())
    }
    return replace(parcel, tables=kept)


def _justice(place, truths, files, court, cut, dice) -> list[Parcel]:
    code = place.code
    police = reference_tables(place, truths) | police_tables(code, truths, files, cut, dice)
    police["cooperation_requests"] = cooperation_table(code, truths, files, cut, dice)
    police["assets"] = assets_table(code, files, court, cut, dice)
    is_company = companies(files, police["defendants"], cut)

    def before_the_court(court: Court, cut: int) -> dict[str, pa.Table]:
        return court_tables(code, truths, files, court, cut, dice) | {
            "hearings": hearings_table(code, truths, court, cut, dice),
            "detentions": detentions_table(code, truths, files, court, is_company, cut, dice),
        }

    if code == truths.stopped.jurisdiction:
        last = truths.stopped.last_day
        early = court_until(court, day_number(last))
        sent = before_the_court(early, day_number(last))
        return [
            Parcel("justice", f"{code}-LINK", AS_OF, police),
            Parcel("court", truths.stopped.agency_id, last, sent),
        ]
    sent = before_the_court(court, cut)
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


def _support(code: str, truths: Truths, tables: dict[str, pa.Table]) -> list[Parcel]:
    whole = Parcel("support", f"{code}-SUPPORT", AS_OF, tables)
    if code != truths.corrected.jurisdiction:
        return [whole]
    facts = tables["compensation"]
    unpaid = facts.filter(pa.array([fact != "paid" for fact in facts["fact"].to_pylist()]))
    first = Parcel("support-first", whole.agency_id, AS_OF, tables | {"compensation": unpaid})
    return [first, whole]
