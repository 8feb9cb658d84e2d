"""Victims referred and identified, and what was done for them, one after the other."""

from collections import defaultdict
from datetime import timedelta

from tests.metrics.by_hand.spells import is_whole, splits
from tests.metrics.by_hand.tallies import age_group, share_of, yes_or_no

WITHOUT_STAY = {"irregular", "visitor", "asylum_seeker", "stateless", "unaccompanied_child"}
FACTS = {
    "sex": "sex",
    "age": "age_band",
    "citizenship": "citizenship_group",
    "migration_status": "migration_status",
    "exploitation_form": "exploitation_form",
    "referred_by": "referred_by",
}
TABLES = (
    "assistance",
    "protection_measures",
    "victim_penalties",
    "case_victims",
    "interviews",
    "reconsiderations",
)


class Registered:
    """Needs the rows of `Raw`, the tallies of `Tallies` and the ways to a conviction found by `Victims`."""

    def victims_by_hand(self) -> None:
        self.of_victim = {name: defaultdict(list) for name in TABLES}
        self.told_to = {name: {} for name in TABLES}
        for name in TABLES:
            for row in self.rows(name):
                place = row["jurisdiction"]
                self.of_victim[name][place, row["victim_id"]].append(row)
                known = self.told_to[name].get(place)
                day = self.sent_as_of(row["submission_id"])
                self.told_to[name][place] = max(day, known or day)
        for key, row in self.victims.items():
            self.one_victim(self.victim(key, row), row)

    def victim(self, key: tuple, row: dict) -> dict:
        crossings = [
            self.cases[key[0], part["case_id"]]["is_cross_border"]
            for part in self.of_victim["case_victims"].get(key, ())
        ]
        crossing = (
            True if True in crossings else False if crossings and None not in crossings else None
        )
        return {
            "key": key,
            "id": key[1],
            "place": key[0],
            "as_of": self.sent_as_of(row["submission_id"]),
            "agency": self.sent[row["submission_id"]]["agency_id"],
            "sex": row["sex"],
            "age_group": age_group(row | {"is_legal_person": False}),
            "citizenship_group": row["citizenship_group"],
            "migration_status": row["migration_status"] or "unknown",
            "exploitation_form": row["exploitation_form"],
            "lead_source": row["referred_by"] or "unknown",
            "cross_border": yes_or_no(crossing),
        }

    def first_of(self, key: tuple, *events: str):
        return min((d for d in self.days(key[0], "victim", key[1], *events) if d), default=None)

    def body_of(self, one: dict, event: str, day) -> str:
        """The kind of agency whose event of that day tells: one that is known before one that is not."""
        kinds = {row["agency_id"]: row["kind"] for row in self.agencies}
        found = [
            (kinds.get(each["agency_id"]), each["event_id"])
            for each in self.log[one["place"], "victim", one["id"]]
            if each["event"] == event and each["occurred_on"] == day
        ]
        return min(found, key=lambda each: (each[0] is None, each[1]))[0] or "unknown"

    def one_victim(self, one: dict, row: dict) -> None:
        referred = self.first_of(one["key"], "referred")
        identified = self.first_of(one["key"], "identified")
        decided = self.first_of(one["key"], "identified", "not_identified")
        noticed = min((d for d in (referred, identified) if d), default=None)
        if noticed:
            self.facts(one, row, noticed)
        if referred:
            self.referred(one, referred, decided)
        if identified:
            self.identified(one, row, identified, referred or identified)
        self.decisions(one)
        self.offers(one)

    def facts(self, one: dict, row: dict, day) -> None:
        """Of the same people for every fact, so that nobody is counted over facts."""
        for fact, column in FACTS.items():
            if is_whole(day.year, one["as_of"]):
                cell = "field_completeness", "trafficking", one["place"], day.year, "field", fact
                above, below = self.tallies[cell]
                below.add(one["id"])
                if row[column] not in (None, "unknown"):
                    above.add(one["id"])

    def own_share(self, metric: str, one: dict, day, sides) -> None:
        self.share_by_hand(metric, "trafficking", one, day, sides, self.splits_of(metric))

    def referred(self, one: dict, day, decided) -> None:
        by = one | {"agency_kind": self.body_of(one, "referred", day)}
        self.own_share("victims_presumed", by, day, (True, True))
        self.member_by_hand("referral_source_mix", "trafficking", one, day, "lead_source", one["lead_source"])  # fmt: skip
        died = self.first_of(one["key"], "died")
        for metric in ("identification_backlog", "backlog_over_a_year"):
            self.waiting_by_hand(metric, "trafficking", one, day, decided or died, self.splits_of(metric))  # fmt: skip
        # Whoever dies undecided was waiting until then.
        until = min(one["as_of"], died or one["as_of"])
        kind, end = ("event", decided) if decided else ("open", None)
        for metric in ("time_to_identification", "time_to_identification_90"):
            waited = one | {"start": day, "as_of": until}
            self.follow(metric, "trafficking", waited, kind, end, None, self.splits_of(metric))

    def identified(self, one: dict, row: dict, day, noticed) -> None:
        key, place = one["key"], one["place"]
        help_, asked = self.of_victim["assistance"][key], self.of_victim["protection_measures"][key]
        ends = {name: self.told_to[name].get(place) for name in TABLES}
        month, end = day + timedelta(30), ends["assistance"]
        began = [r["started_on"] for r in help_ if r["started_on"]]
        by = one | {"agency_kind": self.body_of(one, "identified", day)}
        self.own_share("victims_identified", by, day, (True, True))
        self.own_share("detection_rate", one, day, (True, True))
        if end and month <= end:
            housed = [
                r["offered_on"] or r["started_on"] for r in help_ if r["service"] == "housing"
            ]
            self.own_share("assistance_within_30_days", one, day, (any(d <= month for d in began), True))  # fmt: skip
            self.own_share("safe_housing", one, day, (any(d <= month for d in housed), True))
        support = None if not end else any(d <= day + timedelta(90) for d in began)
        if support is False and day + timedelta(90) > end:
            support = None
        self.way_to_conviction(one | {"support": yes_or_no(support)})
        measures_to = ends["protection_measures"]
        if measures_to and one["citizenship_group"] not in ("own", "regional"):
            granted = any(
                r["measure"] == "reflection_period" and r["decision"] == "granted" for r in asked
            )
            if one["migration_status"] in WITHOUT_STAY:
                self.own_share("reflection_period_coverage", one, day, (granted, True))
        if measures_to and one["migration_status"] == "unaccompanied_child":
            week = noticed + timedelta(7)
            named = [r["decided_on"] for r in asked if r["measure"] == "guardian" and r["decision"] == "granted"]  # fmt: skip
            if week <= measures_to:
                in_time = any(d and d <= week for d in named)
                self.own_share("guardian_within_7_days", one, day, (in_time, True))
        for metric, table in (("non_punishment_breach", "victim_penalties"), ("linked_victims", "case_victims")):  # fmt: skip
            if ends[table]:
                self.own_share(metric, one, day, (bool(self.of_victim[table][key]), True))
        four = [row[FACTS[fact]] for fact in ("sex", "age", "citizenship", "migration_status")]
        self.own_share("protected_attribute_completeness", one, day, (not {None, "unknown"} & set(four), True))  # fmt: skip

    def way_to_conviction(self, one: dict) -> None:
        if one["key"] in self.to_conviction:
            start, life = self.to_conviction[one["key"]]
            metric = "victims_conviction_within_3_years"
            for split in splits(one, *self.splits_of(metric)):
                self.followed[metric, "trafficking", one["place"], start.year, *split].append(life)

    def decisions(self, one: dict) -> None:
        requests = self.of_victim["reconsiderations"][one["key"]]
        kinds = {row["agency_id"]: row["kind"] for row in self.agencies}
        for event in self.log[one["place"], "victim", one["id"]]:
            if event["event"] in ("identified", "not_identified") and event["occurred_on"]:
                day, no = event["occurred_on"], event["event"] == "not_identified"
                decision = one | {"id": event["event_id"]}
                decision["agency_kind"] = kinds.get(event["agency_id"], "unknown")
                self.own_share("positive_identification_rate", decision, day, (not no, True))
                if no and self.told_to["reconsiderations"].get(one["place"]):
                    asked = any(r["requested_on"] >= day for r in requests)
                    self.own_share("reconsideration_rate", decision, day, (asked, True))
        for row in requests:
            if row["outcome"] in ("reversed", "upheld"):
                again = self.sent_by(one, row, "reconsideration_id")
                sides = row["outcome"] == "reversed", True
                self.own_share("reconsideration_success", again, row["decided_on"], sides)

    def sent_by(self, one: dict, row: dict, name: str) -> dict:
        return one | {"id": row[name], "as_of": self.sent_as_of(row["submission_id"])}

    def offers(self, one: dict) -> None:
        for row in self.of_victim["assistance"][one["key"]]:
            offer = self.sent_by(one, row, "assistance_id") | {"service": row["service"]}
            day = row["offered_on"] or row["started_on"]
            reply = row["reply"] or "unknown"
            if row["started_on"] and row["reply"] in (None, "pending"):
                reply = "accepted"
            known = reply in ("accepted", "declined", "withdrawn")
            self.own_share("assistance_declined", offer, day, share_of(reply == "declined", known))
            self.member_by_hand("assistance_mix", "trafficking", offer, day, "service", row["service"])  # fmt: skip
        for row in self.of_victim["protection_measures"][one["key"]]:
            for metric, measure in (("relocation_granted", "relocation"), ("residence_permits", "residence_permit")):  # fmt: skip
                if row["measure"] == measure:
                    sides = share_of(row["decision"] == "granted", row["decision"] in ("granted", "refused"))  # fmt: skip
                    self.own_share(metric, self.sent_by(one, row, "measure_id"), row["decided_on"], sides)  # fmt: skip
        talks = self.of_victim["interviews"][one["key"]]
        if talks:
            row = min(talks, key=lambda r: (r["held_on"], r["interview_id"]))
            talk = self.sent_by(one, row, "victim_id") | {
                "agency_kind": row["agency_kind"] or "unknown"
            }
            sides = share_of(row["has_lawyer"], row["has_lawyer"] is not None)
            self.own_share("legal_aid_before_interview", talk, row["held_on"], sides)
