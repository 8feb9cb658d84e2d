"""What is known of victims before and after: earlier episodes, later referrals, contact lost, cases concluded."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import is_whole

TOTAL = ("total", "total")


class Afterwards:
    """Needs the rows of `Raw`, the helpers of `Money` and `Borders`, and the convictions found by `Victims.staircase`."""

    def seen_again(self) -> None:
        again, before = defaultdict(list), defaultdict(list)
        for (place, one), row in self.victims.items():
            until = self.seen_until(row)
            days = sorted({d for d in self.days(place, "victim", one, "referred") if d})
            for year in {d.year for d in days}:
                if is_whole(year, until):
                    again[place, year].append(any(d.year == year for d in days[1:]))
            found = [d for d in self.days(place, "victim", one, "identified") if d]
            if (
                found
                and is_whole(min(found).year, until)
                and row["had_earlier_episode"] is not None
            ):
                before[place, min(found).year].append(row["had_earlier_episode"])
        self.put_shares("rereferral", again)
        self.put_shares("prior_trafficking", before)
        self.lost()

    def lost(self) -> None:
        last = {}
        for row in self.rows("followups"):
            key = row["jurisdiction"], row["victim_id"]
            order = row["contact_on"], row["followup_id"]
            if key not in last or order > last[key][0]:
                last[key] = (order, row)
        reasons = defaultdict(list)
        for (place, one), ((day, _), row) in last.items():
            until = self.seen_until(self.victims[place, one])
            if not row["reached"] and row["reason_lost"] != "died" and is_whole(day.year, until):
                reasons[place, day.year].append(row["reason_lost"] or "unknown")
        self.put_members("loss_reasons", "reason_lost", reasons)

    def concluded(self) -> None:
        offered = {(r["jurisdiction"], r["victim_id"]) for r in self.rows("restorative_offers")}
        in_case, of_case = defaultdict(list), defaultdict(list)
        for row in self.rows("case_victims"):
            in_case[row["jurisdiction"], row["victim_id"]].append(row["case_id"])
        for f in self.files:
            of_case[f["place"], f["case"]].append(f)
        cells = defaultdict(list)
        for (place, one), cases in in_case.items():
            day = self.convicted_on.get((place, one))
            if (place, one) not in self.convicted_on:
                ends = [
                    self.days(place, "case", case, "closed")
                    if not of_case[place, case]
                    else [f["ended"] or date.min for f in of_case[place, case]]
                    if all(f["outcome"] != "open" for f in of_case[place, case])
                    else []
                    for case in cases
                ]
                day = max((d for each in ends for d in each), default=None) if all(ends) else None
            if day and day > date.min and is_whole(day.year, self.court_date[place]):
                cells[place, day.year].append((place, one) in offered)
        self.put_shares("restorative_offered", cells)

    def in_sight(self) -> None:
        """New episodes per day in sight, and who was out of sight within a year."""
        first = {}
        for row in self.rows("exits"):
            key = row["jurisdiction"], row["victim_id"]
            first[key] = min(first.get(key, date.max), row["exited_on"])
        reached, onset, died = defaultdict(list), defaultdict(list), defaultdict(list)
        for row in self.rows("followups"):
            key = row["jurisdiction"], row["victim_id"]
            if row["reached"]:
                reached[key].append(row["contact_on"])
            if row["reason_lost"] == "died":
                died[key].append(row["contact_on"])
        for row in self.rows("retrafficking"):
            onset[row["jurisdiction"], row["victim_id"]].append(row["onset_on"])
        events, days, gone = defaultdict(int), defaultdict(int), defaultdict(list)
        for key, start in first.items():
            until = self.seen_until(self.victims[key])
            if not is_whole(start.year, until):
                continue
            again = min((d for d in onset[key] if d >= start), default=date.max)
            death = min(self.days(key[0], "victim", key[1], "died") or died[key] or [date.max])
            last = min(until, max([start, *(d for d in reached[key] if d >= start)]))
            is_again, is_dead = again < date.max and again <= death, death < date.max
            end = again if is_again else death if is_dead else last
            cell = key[0], start.year
            events[cell] += is_again
            days[cell] += max((end - start).days, 0)
            if (until - start).days >= 365:
                gone[cell].append(not is_again and not is_dead and (last - start).days < 365)
        for cell, n in days.items():
            k = events[cell]
            key = ("retrafficking_incidence", "trafficking", *cell, TOTAL)
            self.put(*key, k, n, k * 36525 / n if n else None)
        self.put_shares("lost_to_followup", gone)
