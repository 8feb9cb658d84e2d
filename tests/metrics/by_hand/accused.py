"""The accused and the convicted, one after the other."""

from collections import defaultdict

from tests.metrics.by_hand.tallies import age_group, share_of, yes_or_no

JUDGED = ("acquitted", "dismissed", "other", "unknown")


class Accused:
    """Needs the rows of `Raw` and the tallies of `Tallies`."""

    def accused_by_hand(self, scope: str) -> None:
        rows = {(r["jurisdiction"], r["proceeding_id"]): r for r in self.rows("proceedings")}
        sentences, held, later = (defaultdict(list) for _ in range(3))
        for row in self.rows("sentences"):
            sentences[row["jurisdiction"], row["proceeding_id"]].append(row)
        for row in self.rows("detentions"):
            held[row["jurisdiction"], row["defendant_id"]].append(row)
        for (place, kind, one), events in self.log.items():
            if kind == "proceeding":
                later[place, one] = [
                    e
                    for e in events
                    if e["event"] == "disposition" and e["instance"] in ("second", "final")
                ]
        for file in self.files:
            key = file["place"], file["proceeding"]
            who = self.defendants[file["place"], file["person"]]
            row = rows[key]
            one = file | {
                "id": file["person"],
                "row": row,
                "sentences": sentences[key],
                "later": later[key],
                "held": held[file["place"], file["person"]],
                "age_group": age_group(who),
                "court_level": row["court_level"] or "unknown",
                "cross_border": self.crossing(file),
            }
            self.beginnings(scope, one, who)
            if self.is_in(scope, one, one["is_trafficking"]):
                self.verdict(scope, one)
                self.custody(scope, one)
            self.conviction(scope, one)

    def crossing(self, file: dict) -> str:
        return yes_or_no(self.cases[file["place"], file["case"]]["is_cross_border"])

    def is_in(self, scope: str, one: dict, is_trafficking: bool) -> bool:
        return one["place"] in self.all_crime if scope == "all_crime" else is_trafficking

    def beginnings(self, scope: str, one: dict, who: dict) -> None:
        day, used = one["charged"], one["row"]["is_use_of_services"]
        legal, official = who["is_legal_person"], who["is_public_official"]
        if self.is_in(scope, one, one["is_trafficking"]):
            self.share_by_hand("persons_prosecuted", scope, one, day, (True, True),
                ("sex", "age_group", "citizenship_group", "exploitation_form"))  # fmt: skip
            self.share_by_hand("legal_persons_prosecuted", scope, one, day,
                share_of(legal, legal is not None), ("exploitation_form",))  # fmt: skip
            self.share_by_hand("officials_prosecuted", scope, one, day, share_of(official, official is not None))  # fmt: skip
        if scope == "trafficking" and used:
            self.share_by_hand("use_of_services_prosecuted", scope, one, day, (True, True), ("sex", "age_group"))  # fmt: skip
            if one["outcome"].startswith("convicted"):
                self.share_by_hand("use_of_services_convicted", scope, one, one["ended"], (True, True), ("sex", "age_group"))  # fmt: skip

    def verdict(self, scope: str, one: dict) -> None:
        outcome, day = one["outcome"], one["ended"]
        if scope == "trafficking":
            self.share_by_hand("trafficking_charge_retention", scope, one, day,
                share_of(outcome == "convicted_trafficking", outcome in ("convicted_trafficking", "convicted_other")),
                ("exploitation_form", "court_level"))  # fmt: skip
        good = {"convicted_trafficking"}
        known = {"convicted_trafficking", "convicted_other", "acquitted", "dismissed", "discontinued", "diverted"}  # fmt: skip
        if scope == "all_crime":
            good |= {"convicted_other", "convicted_unspecified"}
        self.share_by_hand("court_conviction_rate", scope, one, day,
            share_of(outcome in good, outcome in known | good),
            ("sex", "citizenship_group", "exploitation_form", "cross_border", "court_level"))  # fmt: skip
        judgment = one | {"id": one["proceeding"]}
        if outcome.startswith("convicted") or outcome in JUDGED:
            member = "convicted" if outcome == "convicted_unspecified" else outcome
            self.member_by_hand("judgment_mix", scope, judgment, day, "disposition", member)
        for event in one["later"]:
            decided = one | {"id": event["event_id"]}
            self.member_by_hand("appeal_judgment_mix", scope, decided, event["occurred_on"], "disposition", event["outcome"])  # fmt: skip
            if outcome.startswith("convicted"):
                lost = event["outcome"] in ("acquitted", "dismissed", "discontinued")
                less = event["outcome"] == "convicted_other" != outcome
                new = any(s["is_current"] is False for s in one["sentences"])
                self.share_by_hand("appeal_alteration", scope, decided, event["occurred_on"],
                    share_of(lost or less or new, True), ("exploitation_form",))  # fmt: skip

    def custody(self, scope: str, one: dict) -> None:
        if not one["ended"]:
            return
        mine = [
            row
            for row in one["held"]
            if row["proceeding_id"] in (None, one["proceeding"])
            and row["started_on"] < one["ended"]
        ]
        days = sum((min(row["ended_on"] or one["ended"], one["ended"]) - row["started_on"]).days for row in mine)  # fmt: skip
        self.amount_by_hand("custody_before_verdict", scope, one, one["ended"],
            days if mine else None, ("sex", "citizenship_group"))  # fmt: skip

    def conviction(self, scope: str, one: dict) -> None:
        outcome, day = one["outcome"], one["ended"]
        if not outcome.startswith("convicted"):
            return
        if not self.is_in(scope, one, outcome == "convicted_trafficking"):
            return
        features = ("sex", "age_group", "citizenship_group", "exploitation_form")
        self.share_by_hand("persons_convicted", scope, one, day, (True, True), features)
        self.share_by_hand("convictions_per_100000", scope, one, day, (True, True))
        standing = [s for s in one["sentences"] if s["is_current"] is not False]
        kinds = {s["sanction"] for s in standing or one["sentences"]}
        months = [s["months"] for s in standing or one["sentences"] if s["sanction"] == "custody"]
        least = [s["minimum_months"] for s in standing or one["sentences"] if s["minimum_months"] is not None]  # fmt: skip
        gravest = next((k for k in ("custody", "suspended_custody") if k in kinds), None)
        known = bool(kinds - {"unknown"})
        self.share_by_hand("custody_share", scope, one, day, share_of(gravest == "custody", known),
            ("exploitation_form", "sex", "court_level"))  # fmt: skip
        self.share_by_hand("suspended_share", scope, one, day,
            share_of(gravest == "suspended_custody", gravest), ("exploitation_form", "sex", "court_level"))  # fmt: skip
        length = max(months) if months and None not in months else None
        if gravest == "custody":
            self.amount_by_hand("custodial_length", scope, one, day, length, ("exploitation_form", "court_level"))  # fmt: skip
        if least and known and (gravest != "custody" or length is not None):
            below = gravest != "custody" or length < max(least)
            self.share_by_hand("below_minimum_share", scope, one, day, (below, True), ("exploitation_form", "court_level"))  # fmt: skip
