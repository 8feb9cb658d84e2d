"""Identification, protection and their gaps, counted a second time victim by victim from the raw tables of a demo store."""

from collections import Counter, defaultdict
from datetime import timedelta

import pytest

from benchmarks.case_store import demo_case_store
from metrics.compute import compute
from tests.metrics.by_hand.raw import Raw

WITHOUT_STAY = {"irregular", "visitor", "asylum_seeker", "stateless", "unaccompanied_child"}
YEARS = range(2016, 2026)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("victims"), cases=2_000)
    yield con
    con.close()


@pytest.fixture(scope="module")
def raw(store):
    return Raw(store)


@pytest.fixture(scope="module")
def of_victim(raw):
    """Table -> (jurisdiction, victim) -> rows."""
    found = {}
    for table in (
        "assistance",
        "protection_measures",
        "victim_penalties",
        "case_victims",
        "interviews",
        "reconsiderations",
    ):
        found[table] = defaultdict(list)
        for row in raw.rows(table):
            found[table][row["jurisdiction"], row["victim_id"]].append(row)
    return {table: dict(by_victim) for table, by_victim in found.items()}


@pytest.fixture(scope="module")
def ends(raw, of_victim):
    """Table -> jurisdiction -> last day reported on by anybody who sends such rows."""
    return {
        table: {
            place: max(
                raw.sent[r["submission_id"]]["as_of"]
                for rows in by_victim.values()
                for r in rows
                if r["jurisdiction"] == place
            )
            for place in {place for place, _ in by_victim}
        }
        for table, by_victim in of_victim.items()
    }


def first(raw, key, event):
    days = [day for day in raw.days(key[0], "victim", key[1], event) if day]
    return min(days) if days else None


def identified(raw):
    for key, row in raw.victims.items():
        day = first(raw, key, "identified")
        if day:
            yield key, row, day


def years(store, name, **where):
    """(jurisdiction, year) -> (numerator, denominator) of the yearly totals of a metric that are told."""
    results = compute(store, only=(name,)).results
    for column, value in ({"breakdown": "total"} | where).items():
        results = results[results[column] == value]
    told = results[results["numerator"].notna()]
    return {
        (row.jurisdiction, row.period_start.year): (row.numerator, row.denominator)
        for row in told.itertuples()
        if row.period_start.year == row.period_end.year
    }


def same(computed: dict, counted: dict, least: int = 20) -> None:
    """Every number that is told is the one counted; and enough are told to prove something."""
    assert len(computed) >= least
    assert {key: counted[key] for key in computed} == computed


def tally(pairs) -> dict:
    """(cell, is part) pairs as cell -> (part, whole), zero where nobody was."""
    part, whole = Counter(), Counter()
    for cell, is_part in pairs:
        whole[cell] += 1
        part[cell] += is_part
    found = defaultdict(lambda: (0, 0))
    found.update({cell: (part[cell], whole[cell]) for cell in whole})
    return found


def test_identified_and_presumed_victims_are_counted_once(store, raw):
    for name, event in (("victims_identified", "identified"), ("victims_presumed", "referred")):
        counted = Counter()
        for key in raw.victims:
            day = first(raw, key, event)
            if day:
                counted[key[0], day.year] += 1
        computed = {cell: pair[0] for cell, pair in years(store, name).items()}
        same(computed, counted)


def test_decisions_are_counted_decision_by_decision(store, raw):
    pairs = [
        ((key[0], day.year), event == "identified")
        for key in raw.victims
        for event in ("identified", "not_identified")
        for day in raw.days(*(key[0], "victim", key[1]), event)
        if day
    ]
    same(years(store, "positive_identification_rate"), tally(pairs))


def test_looking_again_follows_the_refusal(store, raw, of_victim):
    pairs, again = [], []
    for key in raw.victims:
        requests = of_victim["reconsiderations"].get(key, [])
        for day in raw.days(key[0], "victim", key[1], "not_identified"):
            if day:
                is_asked = any(r["requested_on"] >= day for r in requests)
                pairs.append(((key[0], day.year), is_asked))
        for request in requests:
            if request["outcome"] in ("reversed", "upheld") and request["decided_on"]:
                cell = key[0], request["decided_on"].year
                again.append((cell, request["outcome"] == "reversed"))
    same(years(store, "reconsideration_rate"), tally(pairs))
    same(years(store, "reconsideration_success"), tally(again))


def test_help_and_housing_within_thirty_days(store, raw, of_victim, ends):
    helped, housed = [], []
    for key, _, day in identified(raw):
        end = ends["assistance"].get(key[0])
        if not end or day + timedelta(30) > end:
            continue
        rows = of_victim["assistance"].get(key, [])
        limit = day + timedelta(30)
        cell = key[0], day.year
        helped.append((cell, any(r["started_on"] and r["started_on"] <= limit for r in rows)))
        housed.append(
            (cell, any(r["service"] == "housing" and r["offered_on"] <= limit for r in rows))
        )
    same(years(store, "assistance_within_30_days"), tally(helped))
    same(years(store, "safe_housing"), tally(housed))


def test_reflection_period_of_those_without_leave_to_stay(store, raw, of_victim):
    pairs = []
    for key, row, day in identified(raw):
        is_meant = (
            row["citizenship_group"] not in ("own", "regional")
            and row["migration_status"] in WITHOUT_STAY
        )
        if is_meant:
            granted = any(
                r["measure"] == "reflection_period" and r["decision"] == "granted"
                for r in of_victim["protection_measures"].get(key, [])
            )
            pairs.append(((key[0], day.year), granted))
    same(years(store, "reflection_period_coverage"), tally(pairs))


def test_penalties_and_links_stay_blank_where_nobody_sends_them(store, raw, of_victim, ends):
    for name, table in (
        ("non_punishment_breach", "victim_penalties"),
        ("linked_victims", "case_victims"),
    ):
        pairs = [
            ((key[0], day.year), bool(of_victim[table].get(key))) for key, _, day in identified(raw)
        ]
        computed = years(store, name)
        places = {place for place, _ in raw.victims}
        assert places - set(ends[table]), "some place of the demo sends none"
        assert {cell[0] for cell, pair in computed.items() if pair[1]} <= set(ends[table])
        same({c: pair for c, pair in computed.items() if c[0] in ends[table]}, tally(pairs))


def test_a_lawyer_counts_at_the_first_interview_only(store, raw, of_victim):
    pairs = []
    for key, rows in of_victim["interviews"].items():
        one = min(rows, key=lambda r: (r["held_on"], r["interview_id"]))
        if one["has_lawyer"] is not None:
            pairs.append(((key[0], one["held_on"].year), one["has_lawyer"]))
    same(years(store, "legal_aid_before_interview"), tally(pairs))


def test_the_backlog_holds_who_waits_at_the_end_of_the_year(store, raw):
    counted = defaultdict(lambda: (0, 0))
    for year in YEARS:
        by_place = defaultdict(list)
        for key in raw.victims:
            referred = first(raw, key, "referred")
            decided = [first(raw, key, "identified"), first(raw, key, "not_identified")]
            decided = min((day for day in decided if day), default=None)
            last = type(referred)(year, 12, 31) if referred else None
            if referred and referred <= last and (decided is None or decided > last):
                by_place[key[0]].append((last - referred).days)
        for place, days in by_place.items():
            counted[place, year] = (sum(1 for wait in days if wait > 365), len(days))
    computed = years(store, "backlog_over_a_year")
    same(computed, counted)


def test_the_last_step_of_the_staircase_and_the_conviction_of_victims_are_one_number(store):
    steps = compute(store, only=("attrition",)).results
    steps = steps[(steps["breakdown"] == "stage") & (steps["category"] == "convicted")]
    alone = compute(store, only=("victims_conviction_within_3_years",)).results
    alone = alone[alone["breakdown"] == "total"]
    columns = ["jurisdiction", "period_start", "period_end", "numerator", "denominator", "value"]
    both = steps[columns].merge(alone[columns], on=columns[:3])
    told = both[both["value_x"].notna()]
    assert len(told) >= 20
    assert told["value_x"].tolist() == told["value_y"].tolist()
    assert told["numerator_x"].tolist() == told["numerator_y"].tolist()


def test_who_refers_adds_up_to_all_who_were_referred(store):
    presumed = {cell: pair[0] for cell, pair in years(store, "victims_presumed").items()}
    mix = compute(store, only=("referral_source_mix",)).results
    sums = defaultdict(float)
    for row in mix[mix["numerator"].notna()].itertuples():
        if row.period_start.year == row.period_end.year:
            sums[row.jurisdiction, row.period_start.year] += row.numerator
    told = {cell: number for cell, number in presumed.items() if number >= 10}
    assert len(told) >= 20 and {cell: sums[cell] for cell in told} == told
