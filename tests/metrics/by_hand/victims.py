"""Victims on their way through a case, after exit, and with an award."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import is_whole, spell, splits


class Victims:
    """Needs the rows of `Raw`."""

    def staircase(self) -> None:
        in_case, of_case = defaultdict(list), defaultdict(list)
        for row in self.rows("case_victims"):
            in_case[row["jurisdiction"], row["victim_id"]].append(row["case_id"])
        for f in self.files:
            of_case[f["place"], f["case"]].append(f)
        self.convicted_on, self.to_conviction, cohort = {}, {}, defaultdict(list)
        for (place, one), row in self.victims.items():
            identified = self.days(place, "victim", one, "identified")
            cases = in_case[place, one]
            days = {"investigated": [], "charged": [], "tried": [], "convicted": []}
            over, court = [], []
            for case in cases:
                files = of_case[place, case]
                traffic = [f for f in files if f["is_trafficking"]]
                court += files
                days["investigated"] += self.days(place, "case", case, "opened")
                days["charged"] += [f["charged"] for f in traffic]
                for f in traffic:
                    begun = [d for d in f["tried"] if d]
                    if not begun and (
                        f["outcome"].startswith("convicted") or f["outcome"] == "acquitted"
                    ):
                        begun = [f["ended"]]
                    days["tried"] += begun or f["tried"]
                days["convicted"] += [
                    f["ended"] for f in files if f["outcome"] == "convicted_trafficking"
                ]
                if not files:
                    over += [self.days(place, "case", case, "closed")]
                elif all(f["outcome"] != "open" for f in files):
                    over += [[f["ended"] for f in files if f["ended"]] or [None]]
                else:
                    over += [[]]
            if days["convicted"]:
                known = [d for d in days["convicted"] if d]
                self.convicted_on[place, one] = min(known) if known else None
            if not identified:
                continue
            start = min(identified)
            reached = {}
            names = list(days)
            for number, name in enumerate(names):
                later = [d for other in names[number:] for d in days[other]]
                known = [d for d in later if d]
                reached[name] = (bool(later), min(known) if known else None)
            exits = [d for d in self.days(place, "victim", one, "died", "withdrew") if d]
            is_over = not days["convicted"] and cases and all(over)
            last = [d for each in over for d in each if d] if is_over else []
            exits += [max(last)] if last else []
            gone = min(exits) if exits else None
            # As far as whoever feeds the victim, the case and the courts has reported.
            agencies = {self.cases[place, c]["agency_id"] for c in cases}
            sender = self.sent[row["submission_id"]]["agency_id"]
            seen = min(
                [
                    self.court_date[place],
                    max(s["as_of"] for s in self.sent.values() if s["agency_id"] == sender),
                ]
                + [self.as_of[place, a] for a in agencies]
            )
            steps = {}
            for name, (is_reached, day) in reached.items():
                if is_reached and not (gone and day and gone < day):
                    kind, end = "reached", day and max(day, start)
                elif gone or is_over:
                    kind, end = "gone", gone and max(gone, start)
                else:
                    kind, end = "open", None
                steps[name] = spell(start, end, kind, {"reached"}, seen)
            if all(steps.values()):
                self.to_conviction[place, one] = start, steps["convicted"]
                for name, step in steps.items():
                    cohort[place, start.year, ("stage", name)].append(step)
        self.put_curves("attrition", "trafficking", cohort, (1095,))

    def after_exit(self) -> None:
        first, seen, again = {}, {}, {}
        for row in self.rows("exits"):
            key = row["jurisdiction"], row["victim_id"]
            first[key] = min(first.get(key, date.max), row["exited_on"])
        dead = {}
        for row in self.rows("followups"):
            key = row["jurisdiction"], row["victim_id"]
            if key in first and row["reached"] and row["contact_on"] >= first[key]:
                seen[key] = max(seen.get(key, date.min), row["contact_on"])
            if row["reason_lost"] == "died":
                dead[key] = min(dead.get(key, date.max), row["contact_on"])
        for row in self.rows("retrafficking"):
            key = row["jurisdiction"], row["victim_id"]
            if key in first and row["onset_on"] >= first[key]:
                again[key] = min(again.get(key, date.max), row["onset_on"])
        cohort, sight = defaultdict(list), defaultdict(list)
        for key, start in first.items():
            row = self.victims[key]
            died = self.days(key[0], "victim", key[1], "died") or [dead.get(key)]
            died, onset = died[0], again.get(key)
            kind, end = "open", None
            if onset and (not died or onset <= died):
                kind, end = "again", onset
            elif died:
                kind, end = "died", died
            sender = self.sent[row["submission_id"]]
            last = seen.get(key, start)
            features = {
                "sex": row["sex"] or "unknown", "citizenship_group": row["citizenship_group"] or "unknown",
                "exploitation_form": row["exploitation_form"] or "unknown",
                "age_group": {"0-8": "child", "9-17": "child", "child": "child", "unknown": "unknown"}.get(row["age_band"], "adult"),
            }  # fmt: skip
            for split in splits(
                features, "sex", "age_group", "citizenship_group", "exploitation_form"
            ):
                one = spell(start, end, kind, {"again"}, last)
                if one:
                    one = (*one[:2], (sender["as_of"] - start).days)
                cohort[key[0], start.year, split].append(one)
            for split in splits(features, "sex"):
                for horizon in (365, 730):
                    observed = ((end or last) - start).days
                    possible = ((end or sender["as_of"]) - start).days
                    if observed >= 0:
                        sight[key[0], start.year, split, horizon].append(
                            (min(observed, horizon), min(possible, horizon))
                        )
        self.put_curves("retrafficking", "trafficking", cohort, (365, 730, 1095))
        for (place, year, split, horizon), pairs in sight.items():
            k, n = sum(p[0] for p in pairs), sum(p[1] for p in pairs)
            self.put(
                "followup_completeness", "trafficking", place, year, split, k, n, k / n, horizon
            )

    def awards(self) -> None:
        awarded = {
            (r["jurisdiction"], r["victim_id"])
            for r in self.rows("compensation")
            if r["fact"] == "awarded"
        }
        cells = defaultdict(list)
        for key, day in self.convicted_on.items():
            row = self.victims[key]
            features = {
                "sex": row["sex"] or "unknown", "citizenship_group": row["citizenship_group"] or "unknown",
                "exploitation_form": row["exploitation_form"] or "unknown",
                "age_group": {"0-8": "child", "9-17": "child", "child": "child", "unknown": "unknown"}.get(row["age_band"], "adult"),
            }  # fmt: skip
            if day and is_whole(day.year, self.court_date[key[0]]):
                for split in splits(
                    features, "sex", "age_group", "citizenship_group", "exploitation_form"
                ):
                    cells[key[0], day.year, split].append(key in awarded)
        for cell, answers in cells.items():
            k, n = sum(answers), len(answers)
            self.put("compensation_awarded", "trafficking", *cell, k, n, k / n)
