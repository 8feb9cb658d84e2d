"""Suspects, cohorts of the accused, and hearings, one after the other."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import is_whole, spell, splits
from tests.metrics.by_hand.tallies import age_group, share_of, yes_or_no

NOT_CONVICTED = {
    "cohort_acquittal": {"acquitted", "dismissed"},
    "cohort_discontinued": {"discontinued", "diverted"},
    "cohort_other_conviction": {"convicted_other", "convicted_unspecified"},
    "cohort_other_end": {"died", "unfit", "absconded", "transferred", "other", "unknown"},
}


class Suspects:
    """Needs the rows of `Raw` and the tallies of `Tallies`."""

    def suspects_by_hand(self, scope: str) -> None:
        cases_of, files_of = defaultdict(list), defaultdict(list)
        for row in self.rows("case_defendants"):
            cases_of[row["jurisdiction"], row["defendant_id"]].append(
                self.cases[row["jurisdiction"], row["case_id"]]
            )
        for file in self.files:
            files_of[file["place"], file["person"]].append(file)
        for (place, person), who in self.defendants.items():
            one = self.suspect(place, person, who, cases_of[place, person], files_of[place, person])
            if one and self.is_in(scope, one, one["is_trafficking"]):
                self.suspicion(scope, one)

    def suspect(self, place, person, who, cases, mine) -> dict | None:
        seen = self.days(place, "defendant", person, "suspected", "arrested")
        if not seen:
            return None
        closed = self.days(place, "defendant", person, "closed")
        in_cases = [self.days(place, "case", c["case_id"], "closed") for c in cases]
        if not closed and cases and all(in_cases):
            closed = [max(day for each in in_cases for day in each)]
        traffic = [f for f in mine if f["is_trafficking"]]
        kind, end = "open", None
        if mine:
            kind = "charged_trafficking" if traffic else "charged_other"
            end = min(f["charged"] for f in traffic or mine)
        if closed and (end is None or min(closed) < end):
            kind, end = "closed_without_charge", min(closed)
        until = min((self.as_of[place, c["agency_id"]] for c in cases), default=date.max)
        crossing = {yes_or_no(c["is_cross_border"]) for c in cases} or {"unknown"}
        return {
            "id": person,
            "place": place,
            "start": min([*seen, *(f["charged"] for f in mine)]),
            "kind": kind,
            "end": end,
            "files": mine,
            "is_trafficking": bool(traffic)
            or any(
                self.sent[c["submission_id"]]["scope"] == "trafficking"
                or c["exploitation_form"] not in (None, "unknown")
                for c in cases
            ),
            "as_of": min(self.court_date[place], until),
            "suspected_until": until,
            "sex": "legal_person" if who["is_legal_person"] else who["sex"] or "unknown",
            "age_group": age_group(who),
            "citizenship_group": who["citizenship_group"] or "unknown",
            "exploitation_form": min(
                (c["exploitation_form"] or "unknown" for c in cases), default="unknown"
            ),
            "cross_border": next(k for k in ("yes", "unknown", "no") if k in crossing),
        }

    def suspicion(self, scope: str, one: dict) -> None:
        seen = one | {"as_of": one["suspected_until"]}
        self.share_by_hand("persons_suspected", scope, seen, one["start"], (True, True),
            ("sex", "age_group", "citizenship_group", "exploitation_form"))  # fmt: skip
        if one["kind"] != "open":
            self.member_by_hand("prosecution_decision_mix", scope, one, one["end"], "charging_decision", one["kind"])  # fmt: skip
        self.follow("time_to_charge", scope, one, one["kind"], one["end"], None, ("exploitation_form", "cross_border"))  # fmt: skip
        if scope != "trafficking":
            return
        kind, end = one["kind"], one["end"]
        if kind.startswith("charged"):
            won = [f["ended"] for f in one["files"] if f["outcome"] == "convicted_trafficking"]
            over = all(f["outcome"] != "open" for f in one["files"])
            kind, end = "open", None
            if won:
                kind, end = "convicted", min(won)
            elif over:
                kind, end = "over", max(f["ended"] for f in one["files"])
        self.follow("end_to_end_conviction", scope, one, kind, end, {"convicted"},
            ("sex", "citizenship_group", "exploitation_form", "cross_border"))  # fmt: skip

    def follow(self, metric, scope, one: dict, kind, end, good, names=()) -> None:
        life = spell(one["start"], end, kind, good, one["as_of"])
        for split in splits(one, *names):
            self.followed[metric, scope, one["place"], one["start"].year, *split].append(life)

    def cohorts_by_hand(self, scope: str) -> None:
        """Persons by their first charge, and proceedings by theirs."""
        first: dict[tuple, dict] = {}
        order = {"convicted_trafficking": 0, "convicted_other": 1, "convicted_unspecified": 1, "open": 2}  # fmt: skip
        for file in self.scoped(scope):
            if not file["charged"]:
                continue
            one = file | {"start": file["charged"], "court_level": self.level_of(file)}
            self.follow("disposed_within_a_year", scope, one, file["outcome"], file["ended"], None,
                ("exploitation_form", "court_level"))  # fmt: skip
            key = file["place"], file["person"]
            rank = one["start"], order.get(file["outcome"], 3)
            if key not in first or rank < first[key][0]:
                first[key] = rank, one
        for _, one in first.values():
            for metric, good in NOT_CONVICTED.items():
                if scope == "trafficking" or metric != "cohort_other_conviction":
                    self.follow(metric, scope, one, one["outcome"], one["ended"], good)

    def level_of(self, file: dict) -> str:
        if not hasattr(self, "_levels"):
            self._levels = {
                (r["jurisdiction"], r["proceeding_id"]): r["court_level"] or "unknown"
                for r in self.rows("proceedings")
            }
        return self._levels[file["place"], file["proceeding"]]

    def hearings_by_hand(self, scope: str) -> None:
        courts = {(f["place"], f["proceeding"]): f for f in self.scoped(scope)}
        for row in self.rows("hearings"):
            court = courts.get((row["jurisdiction"], row["proceeding_id"]))
            if not court:
                continue
            hearing = {
                "id": row["hearing_id"],
                "place": court["place"],
                "as_of": self.sent_as_of(row["submission_id"]),
                "court_level": self.level_of(court),
            }
            known = row["result"] not in (None, "unknown")
            self.share_by_hand("adjournment_rate", scope, hearing, row["listed_on"],
                share_of(row["result"] == "adjourned", known), ("court_level",))  # fmt: skip
            if row["result"] == "adjourned":
                self.member_by_hand("adjournment_causes", scope, hearing, row["listed_on"],
                    "adjournment_cause", row["cause"] or "unknown")  # fmt: skip

    def stock_by_hand(self, scope: str) -> None:
        for file in self.scoped(scope):
            if not file["charged"]:
                continue
            for year in range(file["charged"].year, file["as_of"].year + 1):
                day = date(year, 12, 31)
                if is_whole(year, file["as_of"]) and (
                    file["outcome"] == "open" or (file["ended"] and file["ended"] > day)
                ):
                    one = file | {"id": file["proceeding"], "court_level": self.level_of(file)}
                    old = (day - file["charged"]).days > 730
                    self.share_by_hand("pending_over_two_years", scope, one, day, (old, True),
                        ("exploitation_form", "court_level"))  # fmt: skip
