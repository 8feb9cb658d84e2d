"""Suspects, one after the other."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import spell, splits
from tests.metrics.by_hand.tallies import age_group, yes_or_no


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
        charged = {"charged_trafficking"} | ({"charged_other"} if scope == "all_crime" else set())
        self.follow("charge_rate", scope, one, one["kind"], one["end"], charged,
            ("citizenship_group", "sex", "age_group", "exploitation_form", "cross_border"))  # fmt: skip
        self.outcome_of_suspect(scope, one)
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
            ("citizenship_group", "exploitation_form", "cross_border"))  # fmt: skip

    def follow(self, metric, scope, one: dict, kind, end, good, names=()) -> None:
        life = spell(one["start"], end, kind, good, one["as_of"])
        for split in splits(one, *names):
            self.followed[metric, scope, one["place"], one["start"].year, *split].append(life)
