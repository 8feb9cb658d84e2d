"""Suspects to the end of all that was begun against them, later quantiles, and what comes again after exit."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import splits
from tests.metrics.by_hand.tallies import age_group


class Clocks:
    """Needs the rows of `Raw`, the tallies of `Tallies` and what `Suspects` follows."""

    def outcome_of_suspect(self, scope: str, one: dict) -> None:
        kind, end = one["kind"], one["end"]
        if kind.startswith("charged"):
            won = [f["ended"] for f in one["files"] if f["outcome"] == "convicted_trafficking"]
            over = all(f["outcome"] != "open" for f in one["files"])
            kind, end = "open", None
            if won:
                kind, end = "event", min(won)
            elif over:
                kind, end = "event", max(f["ended"] for f in one["files"])
        for metric in ("time_to_outcome", "mean_time_to_outcome"):
            self.follow(metric, scope, one, kind, end, None, self.splits_of(metric))

    def slowest_by_hand(self, scope: str) -> None:
        for file in self.scoped(scope):
            if file["charged"]:
                one = file | {"start": file["charged"]}
                for metric in ("time_to_disposition_75", "time_to_disposition_90"):
                    self.follow(metric, scope, one, file["outcome"], file["ended"], None, self.splits_of(metric))  # fmt: skip

    def again_by_hand(self) -> None:
        """New episodes after exit: how many a survivor, and how soon the first."""
        left, reached, again, died = {}, {}, defaultdict(set), {}
        for row in self.rows("exits"):
            key = row["jurisdiction"], row["victim_id"]
            left[key] = min(left.get(key, date.max), row["exited_on"])
        for row in self.rows("followups"):
            key = row["jurisdiction"], row["victim_id"]
            if row["reached"] and row["contact_on"] >= left.get(key, date.max):
                reached[key] = max(reached.get(key, date.min), row["contact_on"])
            if row["reason_lost"] == "died":
                died[key] = min(died.get(key, date.max), row["contact_on"])
        for row in self.rows("retrafficking"):
            again[row["jurisdiction"], row["victim_id"]].add(row["onset_on"])
        for key, start in left.items():
            row = self.victims[key]
            until = self.sent_as_of(row["submission_id"])
            own = [d for d in self.days(key[0], "victim", key[1], "died") if d]
            death = min(own) if own else died.get(key)
            limit = min(until, death or until)
            days = sorted(d for d in again[key] if start <= d <= limit)
            last = min(max([reached.get(key, start), *days]), death or until)
            one = {"sex": row["sex"], "age_group": age_group(row | {"is_legal_person": False})}
            for split in splits(one, *self.splits_of("episodes_per_survivor")):
                cell = "episodes_per_survivor", "trafficking", key[0], start.year, *split
                if last >= start:
                    self.repeats[cell].append(
                        (
                            (last - start).days,
                            [(d - start).days for d in days],
                            (until - start).days,
                        )
                    )
            later = [d for d in again[key] if d >= start]
            soon = later and (min(later) - start).days <= 730 and not (death and death < min(later))
            if soon and (until - start).days >= 730:
                cell = "time_to_retrafficking", "trafficking", key[0], start.year, "total", "total"
                self.followed[cell].append(((min(later) - start).days, "event", 730))
