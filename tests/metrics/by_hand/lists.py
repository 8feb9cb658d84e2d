"""Money awarded and paid, and months reported."""

from collections import defaultdict
from datetime import date, timedelta

from tests.metrics.by_hand.spells import splits


class Lists:
    """Needs the rows of `Raw`."""

    def money(self) -> None:
        claims = defaultdict(list)
        for row in self.rows("compensation"):
            claims[row["jurisdiction"], row["claim_id"]].append(row)
        sums = defaultdict(list)
        for (place, _), facts in claims.items():
            awards = [f for f in facts if f["fact"] == "awarded"]
            payments = [f for f in facts if f["fact"] == "paid"]
            for currency in {f["currency"] for f in awards}:
                mine = [f for f in awards if f["currency"] == currency]
                days = [f["occurred_on"] for f in mine if f["occurred_on"]]
                usable = all(f["amount"] is not None for f in mine) and all(
                    p["amount"] is not None for p in payments if p["currency"] == currency
                )
                usable = usable and {p["currency"] for p in payments} <= {
                    f["currency"] for f in awards
                }
                if days and usable:
                    sums[place, min(days).year, currency].append(
                        (
                            sum(p["amount"] for p in payments if p["currency"] == currency),
                            sum(f["amount"] for f in mine),
                        )
                    )
        for (place, year, currency), pairs in sums.items():
            k, n = float(sum(p[0] for p in pairs)), float(sum(p[1] for p in pairs))
            self.put(
                "compensation_paid",
                "trafficking",
                place,
                year,
                ("total", "total"),
                k,
                n,
                k / n,
                None,
                currency,
            )

    def months(self) -> None:
        covers = defaultdict(set)
        for one in self.sent.values():
            covers[one["agency_id"]].add((one["period_start"], one["period_end"]))
        for table in ("cases", "proceedings", "events"):
            for agency, submission in self.con.execute(
                f"SELECT DISTINCT agency_id, submission_id FROM {table}"
            ).fetchall():
                if agency:
                    one = self.sent[submission]
                    covers[agency].add((one["period_start"], one["period_end"]))
        last = max(one["as_of"] for one in self.sent.values())
        cells = defaultdict(list)
        for agency in self.rows("agencies"):
            if not agency["reports_from"]:
                continue
            for year in range(agency["reports_from"].year, last.year + 1):
                for month in range(1, 13):
                    start = date(year, month, 1)
                    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
                    if agency["reports_from"] <= end <= min(last, agency["reports_until"] or last):
                        seen = any(a <= start and end <= b for a, b in covers[agency["agency_id"]])
                        features = {"agency": agency["agency_id"], "agency_kind": agency["kind"]}
                        for split in splits(features, "agency", "agency_kind"):
                            cells[agency["jurisdiction"], year, split].append(seen)
        for cell, seen in cells.items():
            for scope in ("trafficking", "all_crime"):
                if scope == "trafficking" or cell[0] in self.all_crime:
                    k, n = sum(seen), len(seen)
                    self.put("reporting_completeness", scope, *cell, k, n, k / n)
