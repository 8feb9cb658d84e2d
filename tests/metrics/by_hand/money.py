"""What victims claim and receive, and what becomes of assets, claim by claim and asset by asset."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import half_ended, is_whole, spell

TOTAL = ("total", "total")
STEPS = {
    "frozen_of_traced": ("traced", "frozen"),
    "confiscated_of_frozen": ("frozen", "confiscated"),
    "realisation_ratio": ("confiscated", "realised"),
    "proceeds_to_victims": ("realised", "returned"),
}


class Money:
    """Needs the rows of `Raw`, and the convictions found by `Victims.staircase`."""

    def seen_until(self, row: dict) -> date:
        """The last data date of whoever sent the row."""
        agency = self.sent[row["submission_id"]]["agency_id"]
        return max(s["as_of"] for s in self.sent.values() if s["agency_id"] == agency)

    def put_shares(self, metric: str, cells: dict, split=TOTAL) -> None:
        for (place, year), answers in cells.items():
            k, n = sum(answers), len(answers)
            self.put(metric, "trafficking", place, year, split, k, n, k / n)

    def put_sums(self, metric: str, pairs: dict) -> None:
        for (place, year, currency), each in pairs.items():
            k, n = float(sum(p[0] for p in each)), float(sum(p[1] for p in each))
            if n:
                self.put(metric, "trafficking", place, year, TOTAL, k, n, k / n, None, currency)

    def put_medians(self, metric: str, cohort: dict) -> None:
        for (place, year), spells in cohort.items():
            ended = sum(kind == "event" for _, kind, _ in spells)
            value = half_ended(spells) if ended >= 20 else None
            self.put(metric, "trafficking", place, year, TOTAL, ended, len(spells), value)

    def compensation(self) -> None:
        claims, victims = defaultdict(list), defaultdict(list)
        for row in self.rows("compensation"):
            claims[row["jurisdiction"], row["claim_id"]].append(row)
            victims[row["jurisdiction"], row["victim_id"]].append(row)
        asked, fund, sums = defaultdict(list), defaultdict(list), defaultdict(list)
        granted = defaultdict(float)
        for key, day in self.convicted_on.items():
            if day and is_whole(day.year, self.court_date[key[0]]):
                asked[key[0], day.year].append(key in victims)
        for (place, _), facts in claims.items():
            decided = [f for f in facts if f["fact"] in ("awarded", "refused")]
            awards = [f for f in facts if f["fact"] == "awarded"]
            if not decided:
                continue
            year = min(f["occurred_on"] for f in decided).year
            if min(f["route"] for f in facts) == "state_fund":
                fund[place, year].append(bool(awards))
            sought = [f for f in facts if f["fact"] == "claimed"]
            amounts = [f["amount"] for f in sought + awards]
            if (
                sought
                and None not in amounts
                and len({f["currency"] for f in sought + awards}) == 1
            ):
                awarded = sum(f["amount"] for f in awards)
                money = awarded, sum(f["amount"] for f in sought)
                sums[place, year, sought[0]["currency"]].append(money)
            for award in awards:
                first = min(f["occurred_on"] for f in awards).year
                granted[place, first, award["currency"]] += float(award["amount"])
        self.put_shares("claim_rate", asked)
        self.put_shares("state_fund_success", fund)
        self.put_sums("award_to_claim", sums)
        for (place, year, currency), k in granted.items():
            self.put("money_awarded", "trafficking", place, year, TOTAL, k, None, k, None, currency)
        paid = defaultdict(list)
        for (place, _), facts in victims.items():
            awards = [f["occurred_on"] for f in facts if f["fact"] == "awarded"]
            payments = [f["occurred_on"] for f in facts if f["fact"] == "paid"]
            if awards:
                start = min(awards)
                end = max(start, min(payments)) if payments else None
                kind = "event" if payments else "open"
                until = max(self.seen_until(f) for f in facts)
                paid[place, start.year].append(spell(start, end, kind, None, until))
        self.put_curves("victims_paid", "trafficking", self.with_total(paid), (365, 730))
        self.put_medians("time_to_payment", paid)

    def assets(self) -> None:
        steps, places = defaultdict(dict), {}
        for row in self.rows("assets"):
            steps[row["jurisdiction"], row["case_id"], row["asset_id"]][row["step"]] = row
            places[row["jurisdiction"]] = max(
                places.get(row["jurisdiction"], date.min), self.seen_until(row)
            )
        for metric, (step, further) in STEPS.items():
            cases = defaultdict(list)
            for (place, case, _), asset in steps.items():
                if step in asset:
                    cases[place, case, asset[step]["currency"]].append(asset)
            sums = defaultdict(list)
            for (place, _, currency), assets in cases.items():
                year = min(a[step]["occurred_on"] for a in assets).year
                money = (
                    sum(a[further]["amount"] for a in assets if further in a),
                    sum(a[step]["amount"] for a in assets),
                )
                sums[place, year, currency].append(money)
            self.put_sums(metric, sums)
            if step == "confiscated":
                for (place, year, currency), each in sums.items():
                    k = float(sum(whole for _, whole in each))
                    key = ("money_confiscated", "trafficking", place, year, TOTAL)
                    self.put(*key, k, None, k, None, currency)
        self.cases_and_assets(steps, places)

    def cases_and_assets(self, steps: dict, places: dict) -> None:
        first = defaultdict(dict)
        for (place, case, _), asset in steps.items():
            for step, row in asset.items():
                known = first[place, case].get(step, date.max)
                first[place, case][step] = min(known, row["occurred_on"])
        inquired, frozen, taken = defaultdict(list), defaultdict(list), defaultdict(list)
        of_case = defaultdict(list)
        for f in self.files:
            of_case[f["place"], f["case"]].append(f)
        for (place, case), row in self.cases.items():
            until = self.seen_until(row)
            for day in self.days(place, "case", case, "opened"):
                ends = self.days(place, "case", case, "financial_opened")
                inquired[place, day.year].append(self.until_event(day, ends, until))
            until = min(until, places.get(place, until))
            charged = [f["charged"] for f in of_case[place, case] if f["is_trafficking"]]
            convicted = [
                f["ended"] for f in of_case[place, case] if f["outcome"] == "convicted_trafficking"
            ]
            for days, step, cohort in (
                (charged, "frozen", frozen),
                (convicted, "confiscated", taken),
            ):
                days = [d for d in days if d]
                if days:
                    ends = [first[place, case][step]] if step in first[place, case] else []
                    cohort[place, min(days).year].append(self.until_event(min(days), ends, until))
        for metric, cohort, horizons in (
            ("financial_investigation_rate", inquired, (365,)),
            ("freezing_rate", frozen, (365,)),
            ("confiscation_rate", taken, (365, 730)),
        ):
            self.put_curves(metric, "trafficking", self.with_total(cohort), horizons)

    @staticmethod
    def until_event(start: date, ends: list, until: date):
        """A spell from a day to the first of these days, which counts as the first day where it came before."""
        end = max(start, min(ends)) if ends else None
        return spell(start, end, "event" if ends else "open", None, until)

    @staticmethod
    def with_total(cohort: dict) -> dict:
        return {(*cell, TOTAL): spells for cell, spells in cohort.items()}
