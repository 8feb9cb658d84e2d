"""Complaints, audits, recommendations and reports, one by one."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import median

from tests.metrics.by_hand.spells import is_whole

TOTAL = ("total", "total")
DISCIPLINE = ("discipline", "dismissal", "criminal")


class Duties:
    """Needs the rows of `Raw` and the helpers of `Money`."""

    def complaints(self) -> None:
        counts, closed = Counter(), Counter()
        upheld, sanctioned, independent = defaultdict(list), defaultdict(list), defaultdict(list)
        rows = self.rows("complaints")
        for row in rows:
            place, begun, ended = row["jurisdiction"], row["received_on"], row["decided_on"]
            until = self.seen_until(row)
            if is_whole(begun.year, until):
                counts[place, begun.year] += 1
                if row["outcome"] != "withdrawn" and row["is_independent"] is not None:
                    independent[place, begun.year].append(row["is_independent"])
            if ended and is_whole(ended.year, until):
                closed[place, ended.year] += 1
                if row["outcome"] != "withdrawn":
                    upheld[place, ended.year].append(row["outcome"] in ("upheld", "partly_upheld"))
                if row["sanction"] or row["outcome"] in ("not_upheld", "withdrawn"):
                    sanctioned[place, ended.year].append(row["sanction"] in DISCIPLINE)
        for (place, year), n in counts.items():
            self.put("complaints_received", "trafficking", place, year, TOTAL, n, None, n)
        for place, year in counts | closed:
            k, n = closed[place, year], counts[place, year]
            value = k / n if n else None
            self.put("complaint_clearance", "trafficking", place, year, TOTAL, k, n, value)
        self.put_shares("complaints_upheld", upheld)
        self.put_shares("complaint_sanctions", sanctioned)
        self.put_shares("independent_handling", independent)
        self.open_complaints(rows)

    def open_complaints(self, rows: list[dict]) -> None:
        ages = defaultdict(list)
        for row in rows:
            for year in range(row["received_on"].year, self.seen_until(row).year + 1):
                end = date(year, 12, 31)
                if end <= self.seen_until(row) and not (
                    row["decided_on"] and row["decided_on"] <= end
                ):
                    ages[row["jurisdiction"], year].append((end - row["received_on"]).days)
        for (place, year), days in ages.items():
            n, old = len(days), sum(d > 730 for d in days)
            self.put("complaint_age", "trafficking", place, year, TOTAL, old, n, median(days))
            k = sum(d > 182 for d in days)
            self.put("complaints_waiting", "trafficking", place, year, TOTAL, k, n, k / n)

    def promises(self) -> None:
        done, published, late = defaultdict(list), defaultdict(list), defaultdict(list)
        for row in self.rows("recommendations"):
            due, until = row["due_on"], self.seen_until(row)
            if due and is_whole(due.year, until):
                in_time = row["implemented_on"] and row["implemented_on"] <= due
                answer = bool(in_time and row["evidence_url"])
                done[row["jurisdiction"], due.year].append(answer)
        for row in self.rows("statutory_reports"):
            due, until = row["due_on"], self.seen_until(row)
            if is_whole(due.year, until):
                out = row["published_on"]
                published[row["jurisdiction"], due.year].append(bool(out and out <= due))
                delay = max((out or until) - due, timedelta(0)).days
                late[row["jurisdiction"], due.year].append(delay)
        self.put_shares("recommendations_implemented", done)
        self.put_shares("reports_on_time", published)
        self.put_shares("report_delay", late)

    def audits(self) -> None:
        drawn = {(r["jurisdiction"], r["sample_id"]): r for r in self.rows("audit_samples")}
        readings, faults = defaultdict(list), defaultdict(list)
        for row in sorted(self.rows("audit_findings"), key=lambda row: row["finding_id"]):
            key = row["jurisdiction"], row["sample_id"], row["criterion"]
            readings[key].append(row["result"])
            if row["result"] == "not_met":
                faults[key].append(row)
        met, twice, closed = defaultdict(list), defaultdict(list), defaultdict(list)
        for (place, sample, _), results in readings.items():
            year = drawn[place, sample]["drawn_on"].year
            if results[0] in ("met", "not_met"):
                met[place, year].append(results[0] == "met")
            if len(results) > 1 and "cannot_tell" not in results:
                twice[place, year].append(results[0] == results[1])
        for (place, _, _), rows in faults.items():
            due = min(r["due_on"] for r in rows)
            if is_whole(due.year, self.seen_until(rows[0])):
                ends = [r["closed_on"] for r in rows if r["closed_on"]]
                closed[place, due.year].append(bool(ends) and min(ends) <= due)
        self.put_shares("audit_pass_rate", met)
        self.put_shares("findings_closed_on_time", closed)
        for (place, year), same in twice.items():
            key = ("auditor_agreement", "trafficking", place, year, TOTAL)
            self.put(*key, sum(same), len(same))
