"""The raw tables of a case store, and what became of each proceeding."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import curve_at

CONVICTED = {"convicted", "convicted_by_plea", "convicted_at_trial"}


class Raw:
    """The tables as rows, the log by subject without what was corrected, and the results found so far."""

    def __init__(self, con):
        self.con, self.found = con, {}
        self.as_of = {(j, a): d for j, a, d in con.sql("SELECT * FROM data_dates").fetchall()}
        self.sent = {r["submission_id"]: r for r in self.rows("submissions")}
        corrected = {(e["jurisdiction"], e["supersedes"]) for e in self.rows("events")}
        self.log = defaultdict(list)
        for event in self.rows("events"):
            place = event["jurisdiction"]
            if (place, event["event_id"]) not in corrected:
                self.log[place, event["subject_kind"], event["subject_id"]].append(event)
        self.cases = {(r["jurisdiction"], r["case_id"]): r for r in self.rows("cases")}
        self.defendants = {
            (r["jurisdiction"], r["defendant_id"]): r for r in self.rows("defendants")
        }
        self.victims = {(r["jurisdiction"], r["victim_id"]): r for r in self.rows("victims")}
        self.charges = defaultdict(list)
        for charge in self.rows("charges"):
            self.charges[charge["jurisdiction"], charge["proceeding_id"]].append(charge)
        self.files = [self.court_file(row) for row in self.rows("proceedings")]
        self.all_crime = {
            r["jurisdiction"]
            for table in ("cases", "proceedings", "defendants")
            for r in self.rows(table)
            if self.sent[r["submission_id"]]["scope"] == "all_crime"
        }
        self.court_date = {}
        for agency in self.rows("agencies"):
            key = agency["jurisdiction"], agency["agency_id"]
            if agency["kind"] in ("court", "prosecution") and key in self.as_of:
                known = self.court_date.get(key[0], date.min)
                self.court_date[key[0]] = max(known, self.as_of[key])

    def rows(self, table: str) -> list[dict]:
        answer = self.con.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def days(self, place: str, kind: str, one: str, *events: str) -> list:
        """Days of these events of one subject; None where a day is not known."""
        return [e["occurred_on"] for e in self.log[place, kind, one] if e["event"] in events]

    def court_file(self, row: dict) -> dict:
        place, one = row["jurisdiction"], row["proceeding_id"]
        charges = self.charges[place, one]
        is_trafficking = [c["offence"].startswith("0204") for c in charges]
        if not charges:
            case = self.cases[place, row["case_id"]]
            scope = self.sent[case["submission_id"]]["scope"]
            is_trafficking = [
                scope == "trafficking" or case["exploitation_form"] not in (None, "unknown")
            ]
        decisions = [
            [e for e in self.log[place, "charge", c["charge_id"]] if self.is_first_decision(e)]
            for c in charges
        ]
        own = [e for e in self.log[place, "proceeding", one] if self.is_first_decision(e)]
        own.sort(key=lambda e: e["occurred_on"] or date.max)
        outcome, ended = "open", None
        if own:
            outcome, ended = own[0]["outcome"] or "unknown", own[0]["occurred_on"]
            if outcome in CONVICTED:
                outcome = "convicted_unspecified"
                if charges and all(is_trafficking):
                    outcome = "convicted_trafficking"
                elif charges and not any(is_trafficking):
                    outcome = "convicted_other"
        convicted = [
            (traffic, e)
            for traffic, group in zip(is_trafficking, decisions, strict=False)
            for e in group
            if e["outcome"].startswith("convicted")
        ]
        if any(traffic for traffic, _ in convicted):
            outcome = "convicted_trafficking"
        elif convicted:
            outcome = "convicted_other"
        if not own and charges and (convicted or all(decisions)):
            dated = [e["occurred_on"] for group in decisions for e in group if e["occurred_on"]]
            ended = max(dated) if dated else None
            if not convicted:
                order = (
                    "acquitted",
                    "dismissed",
                    "discontinued",
                    "diverted",
                    "transferred",
                    "died",
                )
                seen = {e["outcome"] for group in decisions for e in group}
                outcome = next((name for name in order if name in seen), "unknown")
        begun = [d for d in self.days(place, "proceeding", one, "charged") if d]
        who = self.defendants[place, row["defendant_id"]]
        return {
            "place": place, "proceeding": one, "person": row["defendant_id"], "case": row["case_id"],
            "is_trafficking": any(is_trafficking), "outcome": outcome, "ended": ended,
            "charged": min(begun) if begun else None, "as_of": self.as_of[place, row["agency_id"]],
            "tried": self.days(place, "proceeding", one, "trial_started"),
            "sex": "legal_person" if who["is_legal_person"] else who["sex"] or "unknown",
            "citizenship_group": who["citizenship_group"] or "unknown",
            "exploitation_form": self.cases[place, row["case_id"]]["exploitation_form"] or "unknown",
        }  # fmt: skip

    @staticmethod
    def is_first_decision(event: dict) -> bool:
        return event["event"] == "disposition" and event["instance"] in (None, "first")

    def scoped(self, scope: str) -> list[dict]:
        if scope == "all_crime":
            return [f for f in self.files if f["place"] in self.all_crime]
        return [f for f in self.files if f["is_trafficking"]]

    def put(self, metric, scope, place, year, split, numerator, denominator, value=None, horizon=None, currency=None):  # fmt: skip
        key = (metric, scope, place, year, *split, horizon, currency)
        self.found[key] = (numerator, denominator, value)

    def put_curves(self, metric, scope, cohort, horizons) -> None:
        for cell, spells in cohort.items():
            usable = [s for s in spells if s]
            for horizon in horizons:
                known = sum(1 for days, kind, _ in usable if kind == "event" and days <= horizon)
                value = curve_at(usable, horizon)
                if any(reach < horizon for *_, reach in usable):
                    value = None
                self.put(metric, scope, *cell, known, len(usable), value, horizon)
