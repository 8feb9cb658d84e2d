"""Requests between jurisdictions, returns of victims, civil claims, and offers."""

from collections import Counter, defaultdict

from tests.metrics.by_hand.spells import is_whole, spell

TOTAL = ("total", "total")


class Borders:
    """Needs the rows of `Raw` and the helpers of `Money`."""

    def requests(self) -> None:
        names = ("sent", "received", "extradition", "asset", "eio")
        cohorts = {name: defaultdict(list) for name in names}
        counts, refused, grounds = Counter(), defaultdict(list), defaultdict(list)
        joint = set()
        for row in self.rows("cooperation_requests"):
            place, until = row["jurisdiction"], self.seen_until(row)
            if row["kind"] == "jit" and not row["refused_on"]:
                joint.add((place, row["case_id"]))
            ends = [(row[f"{kind}_on"], kind) for kind in ("executed", "refused")]
            end, kind = min(((d, k) for d, k in ends if d), default=(None, "open"))
            for name in (row["direction"], row["kind"] if row["direction"] == "received" else None):
                if name in cohorts:
                    cohorts[name][place, row["sent_on"].year].append(
                        (row["sent_on"], end, kind, until)
                    )
            if is_whole(row["sent_on"].year, until):
                counts[row["direction"], place, row["sent_on"].year] += 1
            if row["direction"] == "received" and end and is_whole(end.year, until):
                refused[place, end.year].append(kind == "refused")
                if kind == "refused":
                    grounds[place, end.year].append(row["ground"] or "unknown")
        for (direction, place, year), n in counts.items():
            self.put(f"requests_{direction}", "trafficking", place, year, TOTAL, n, None, n)
        self.put_shares("refusal_share", refused)
        self.put_members("refusal_grounds", "refusal_ground", grounds)
        for metric, name, good, horizons in (
            ("request_execution", "received", {"executed"}, (365,)),
            ("answered_in_90_days", "sent", None, (90,)),
            ("extradition_execution", "extradition", {"executed"}, (365, 730)),
            ("foreign_confiscation_execution", "asset", {"executed"}, (365,)),
            ("orders_answered_in_120_days", "eio", None, (120,)),
        ):
            spells = {
                cell: [spell(begun, end, kind, good, until) for begun, end, kind, until in each]
                for cell, each in cohorts[name].items()
            }
            self.put_curves(metric, "trafficking", self.with_total(spells), horizons)
        answered = {
            cell: [spell(begun, end, kind, None, until) for begun, end, kind, until in each]
            for cell, each in cohorts["received"].items()
        }
        self.put_medians("request_turnaround", answered)
        teams = defaultdict(list)
        for (place, case), row in self.cases.items():
            days = self.days(place, "case", case, "opened")
            if row["is_cross_border"] and days and is_whole(days[0].year, self.seen_until(row)):
                teams[place, days[0].year].append((place, case) in joint)
        self.put_shares("joint_team_use", teams)

    def put_members(self, metric: str, breakdown: str, cells: dict) -> None:
        for (place, year), members in cells.items():
            for member, k in Counter(members).items():
                n = len(members)
                self.put(metric, "trafficking", place, year, (breakdown, member), k, n, k / n)

    def returns_and_claims(self) -> None:
        safe, replies = defaultdict(list), defaultdict(list)
        for row in self.rows("returns"):
            day = row["returned_on"]
            in_time = row["assessed_on"] and row["assessed_on"] <= day
            if is_whole(day.year, self.seen_until(row)) and not (
                row["is_voluntary"] is None and in_time
            ):
                safe[row["jurisdiction"], day.year].append(bool(row["is_voluntary"] and in_time))
        self.put_shares("safe_returns", safe)
        for row in self.rows("restorative_offers"):
            if is_whole(row["offered_on"].year, self.seen_until(row)):
                replies[row["jurisdiction"], row["offered_on"].year].append(row["reply"])
        self.put_members("restorative_replies", "offer_reply", replies)
        filed, granted, ends = Counter(), defaultdict(list), defaultdict(list)
        for row in self.rows("civil_claims"):
            place, begun, ended = row["jurisdiction"], row["filed_on"], row["decided_on"]
            until = self.seen_until(row)
            if is_whole(begun.year, until):
                filed[place, begun.year] += 1
            kind = "event" if ended else "open"
            ends[place, begun.year].append(spell(begun, ended, kind, None, until))
            is_decided = row["outcome"] in ("granted", "partly_granted", "dismissed")
            if is_decided and is_whole(ended.year, until):
                granted[place, ended.year].append(row["outcome"] != "dismissed")
        for (place, year), n in filed.items():
            self.put("civil_claims_filed", "trafficking", place, year, TOTAL, n, None, n)
        self.put_shares("civil_claim_success", granted)
        self.put_medians("civil_claim_duration", ends)
