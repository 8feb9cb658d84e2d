"""How survivors saw it and how they were heard, one person after the other, sharing no code with `metrics/`."""

from collections import Counter, defaultdict
from datetime import date, timedelta

CHILD = ("0-8", "9-17", "child")
AT_COURT = ("screen", "closed_hearing", "recorded_testimony", "anonymity")
FACETS = ("voice", "respect", "information", "safety")
SERVICES = ("police", "prosecution", "court", "support")
ITEM_OF = {
    "survivor_satisfaction": "overall",
    "weighted_satisfaction": "overall",
    "information_received": "information",
    "feeling_safe": "safety",
}
TRAITS = ("outcome_group", "sex", "age_group", "citizenship_group")


class Experience:
    """`found` counts (metric, jurisdiction, year, breakdown, category) -> [above the line, below it]."""

    def __init__(self, con):
        self.con, self.found = con, defaultdict(lambda: [0.0, 0])
        self.victims = {(v["jurisdiction"], v["victim_id"]): v for v in self.rows("victims")}
        self.first, self.last, self.agency = {}, {}, {}
        for one in self.rows("submissions"):
            if one["superseded_by"] is None and one["verdict"] != "fail":
                agency = self.agency[one["submission_id"]] = one["agency_id"]
                self.first[agency] = min(self.first.get(agency, date.max), one["period_start"])
                self.last[agency] = max(self.last.get(agency, date.min), one["as_of"])

    def rows(self, table: str) -> list[dict]:
        answer = self.con.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def everything(self) -> dict:
        for count in (self.answers, self.asked, self.scales, self.interviews, self.evidence,
                      self.measures):  # fmt: skip
            count()
        return self.found

    def put(self, metric, row, year, who, part, breakdowns) -> None:
        places = [("total", "total"), *((name, who[name]) for name in breakdowns)]
        for place in places:
            cell = self.found[metric, row["jurisdiction"], year, *place]
            cell[0] += part
            cell[1] += 1

    def covered(self, row, day) -> bool:
        agency = self.agency[row["submission_id"]]
        return date(day.year, 12, 31) <= self.last[agency] and day.year >= self.first[agency].year

    def person(self, row) -> dict:
        one = row if "age_band" in row else self.victims[row["jurisdiction"], row["victim_id"]]
        age = one["age_band"]
        group = "unknown" if age == "unknown" else "child" if age in CHILD else "adult"
        return {**row, "age_group": group, "sex": one["sex"],
                "citizenship_group": one["citizenship_group"]}  # fmt: skip

    def answers(self) -> None:
        for row in self.rows("survey_responses"):
            if row["answer"] != "scored":
                continue
            year, good, item = int(row["wave"][:4]), row["score"] in (4, 5), row["item"]
            for metric, wanted in ITEM_OF.items():
                if item == wanted:
                    self.put(metric, row, year, self.person(row), good, TRAITS)
            if item == "overall":
                mode = {"survey_mode": row["survey_mode"] or "unknown"}
                self.put("satisfaction_by_mode", row, year, mode, good, mode)
            for metric, items in (("stage_satisfaction", SERVICES), ("procedural_justice", FACETS)):
                if item in items:
                    self.put(metric, row, year, {"survey_item": item}, good, ("survey_item",))

    def asked(self) -> None:
        for row in self.rows("survey_invitations"):
            year, status, who = int(row["wave"][:4]), row["status"], self.person(row)
            self.put("survey_response_rate", row, year, who, status == "answered", TRAITS)
            self.put("survey_invitation_rate", row, year, who, status != "not_contactable", TRAITS)

    def scales(self) -> None:
        given = defaultdict(list)
        for row in self.rows("survey_responses"):
            if row["item"] in FACETS and row["answer"] == "scored":
                given[row["jurisdiction"], row["response_id"]].append(row)
        for rows in given.values():
            if len(rows) >= 3:
                mean = round(sum(row["score"] for row in rows) / len(rows), 3)
                who = {
                    name: rows[0][name] for name in ("outcome_group", "sex", "citizenship_group")
                }
                self.put(
                    "procedural_justice_scale", rows[0], int(rows[0]["wave"][:4]), who, mean, who
                )

    def interviews(self) -> None:
        of_victim = defaultdict(list)
        for row in self.rows("interviews"):
            day, who = row["held_on"], self.person(row)
            of_victim[row["jurisdiction"], row["victim_id"]].append(row)
            if not self.covered(row, day):
                continue
            if row["faced_defendant"] is not None:
                self.put("faced_accused_at_interview", row, day.year, who, row["faced_defendant"],
                         ("age_group", "sex", "agency_kind"))  # fmt: skip
            if row["interpretation"] in ("qualified", "mediator", "unqualified", "missing"):
                good = row["interpretation"] in ("qualified", "mediator")
                self.put("interpreter_provision", row, day.year, who, good,
                         ("age_group", "agency_kind", "citizenship_group"))  # fmt: skip
        for rows in of_victim.values():
            first = min(row["held_on"] for row in rows)
            leap = (first.month, first.day) == (2, 29)
            over = (first - timedelta(days=leap)).replace(year=first.year + 1)
            inside = [row for row in rows if row["held_on"] < over]
            if all(self.covered(row, over) for row in inside):
                self.put("interviews_per_victim", inside[0], over.year, self.person(inside[0]),
                         len(inside), ("age_group", "sex", "citizenship_group"))  # fmt: skip

    def evidence(self) -> None:
        sought = defaultdict(list)
        for row in self.rows("protection_measures"):
            if row["measure"] in AT_COURT:
                asked = row["requested_on"] or row["decided_on"]
                sought[row["jurisdiction"], row["victim_id"]].append(asked)
        given = defaultdict(list)
        for row in self.rows("testimonies"):
            day = row["given_on"]
            if row["mode"] != "not_given" and day and self.covered(row, day):
                given[row["jurisdiction"], row["victim_id"], day.year].append(row)
        reports = {row["jurisdiction"] for row in self.rows("protection_measures")}
        for (place, one, year), rows in given.items():
            who, modes = self.person(rows[0]), {row["mode"] for row in rows}
            split = ("age_group", "sex", "citizenship_group")
            days = [row["given_on"] for row in rows]
            if modes - {None, "unknown"}:
                self.put("faced_accused_in_evidence", rows[0], year, who, "live" in modes, split)
            consents = {row["consent"] for row in rows} - {None, "unknown"}
            if consents:
                self.put("informed_consent", rows[0], year, who, "informed" in consents, split)
            assessed = any(r["assessed_on"] and r["assessed_on"] <= r["given_on"] for r in rows)
            self.put("needs_assessed_before_testimony", rows[0], year, who, assessed, split)
            if place in reports:
                asked = any(d and d <= max(days) for d in sought[place, one])
                self.put("special_measures_requested", rows[0], year, who, asked, split)

    def measures(self) -> None:
        for row in self.rows("protection_measures"):
            day, decided = row["decided_on"], row["decision"] in ("granted", "refused")
            if row["measure"] in AT_COURT and day and decided and self.covered(row, day):
                who = self.person(row) | {"protection_measure": row["measure"]}
                self.put("special_measures_granted", row, day.year, who,
                         row["decision"] == "granted", ("protection_measure", "age_group", "sex"))  # fmt: skip

    def eligible(self) -> Counter:
        """(jurisdiction, year, outcome of the case) -> survivors eligible."""
        return Counter(
            (row["jurisdiction"], int(row["wave"][:4]), row["outcome_group"])
            for row in self.rows("survey_invitations")
        )
