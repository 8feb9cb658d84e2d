"""What victims claim and receive, claim by claim."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import half_ended, is_whole, spell

TOTAL = ("total", "total")


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
        granted, waited = defaultdict(float), defaultdict(list)
        for key, day in self.convicted_on.items():
            if day and is_whole(day.year, self.court_date[key[0]]):
                asked[key[0], day.year].append(key in victims)
        for (place, _), facts in claims.items():
            decided = [f for f in facts if f["fact"] in ("awarded", "refused")]
            awards = [f for f in facts if f["fact"] == "awarded"]
            applied = [f["occurred_on"] for f in facts if f["fact"] == "claimed"]
            if applied and min(f["route"] for f in facts) == "state_fund":
                end = min((f["occurred_on"] for f in decided), default=None)
                until = max(self.seen_until(f) for f in facts)
                one = spell(min(applied), end, "event" if end else "open", None, until)
                waited[place, min(applied).year].append(one)
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
        self.put_medians("state_fund_duration", waited)
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

    @staticmethod
    def with_total(cohort: dict) -> dict:
        return {(*cell, TOTAL): spells for cell, spells in cohort.items()}
