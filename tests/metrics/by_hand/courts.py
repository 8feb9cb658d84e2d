"""Persons and proceedings before the courts, and suspects."""

from collections import defaultdict
from datetime import date
from statistics import median

from tests.metrics.by_hand.spells import half_ended, is_whole, spell, splits

ENDED_IN_COURT = {"acquitted", "dismissed", "discontinued", "diverted"}


class Courts:
    """Needs the rows of `Raw`."""

    def flows_of_persons(self, scope: str) -> None:
        above, below, new, won = (defaultdict(set) for _ in range(4))
        good = {"convicted_trafficking"}
        known = ENDED_IN_COURT | {"convicted_trafficking", "convicted_other"}
        if scope == "all_crime":
            good = {"convicted_trafficking", "convicted_other", "convicted_unspecified"}
            known = known | good
        for f in self.scoped(scope):
            for split in splits(f, "sex", "citizenship_group", "exploitation_form"):
                if f["ended"] and is_whole(f["ended"].year, f["as_of"]):
                    cell = (f["place"], f["ended"].year, split)
                    if f["outcome"] in known:
                        below[cell].add(f["person"])
                    if f["outcome"] in good:
                        above[cell].add(f["person"])
                        won[cell].add(f["person"])
                if f["charged"] and is_whole(f["charged"].year, f["as_of"]):
                    new[f["place"], f["charged"].year, split].add(f["person"])
        for cell in below:
            k, n = len(above[cell]), len(below[cell])
            self.put("court_conviction_rate", scope, *cell, k, n, k / n)
        for cell in new:
            if cell[2][0] in ("total", "sex", "citizenship_group"):
                n = len(new[cell])
                self.put("persons_prosecuted", scope, *cell, n, float("nan"), n)
        for cell in set(new) | set(won):
            if cell[2][0] in ("total", "sex"):
                k, n = len(won[cell]), len(new[cell])
                self.put("convictions_to_prosecutions", scope, *cell, k, n, k / n if n else None)

    def cohorts_of_persons(self, scope: str) -> None:
        good = {"convicted_trafficking"}
        if scope == "all_crime":
            good = {"convicted_trafficking", "convicted_other", "convicted_unspecified"}
        of_person = defaultdict(list)
        for f in self.scoped(scope):
            if f["charged"]:
                of_person[f["place"], f["person"]].append(f)
        cohort = defaultdict(list)
        for files in of_person.values():
            day = min(f["charged"] for f in files)
            first = [f for f in files if f["charged"] == day]
            order = {
                "convicted_trafficking": 0,
                "convicted_other": 1,
                "convicted_unspecified": 1,
                "open": 2,
            }
            first.sort(key=lambda f: order.get(f["outcome"], 3))
            chosen = first[0]
            for split in splits(chosen, "sex", "citizenship_group", "exploitation_form"):
                cohort[chosen["place"], day.year, split].append(
                    spell(day, chosen["ended"], chosen["outcome"], good, chosen["as_of"])
                )
        self.put_curves("cohort_conviction", scope, cohort, (365, 730, 1095))

    def proceedings(self, scope: str) -> None:
        begun, ended, waiting, cohort = (defaultdict(list) for _ in range(4))
        for f in self.scoped(scope):
            for split in splits(f, "exploitation_form"):
                if f["ended"] and is_whole(f["ended"].year, f["as_of"]):
                    ended[f["place"], f["ended"].year, split].append(1)
                if f["charged"] and is_whole(f["charged"].year, f["as_of"]):
                    begun[f["place"], f["charged"].year, split].append(1)
                if f["charged"]:
                    cohort[f["place"], f["charged"].year, split].append(
                        spell(f["charged"], f["ended"], f["outcome"], None, f["as_of"])
                    )
                if f["charged"] and (f["outcome"] == "open" or f["ended"]):
                    for year in range(f["charged"].year, f["as_of"].year + 1):
                        day = date(year, 12, 31)
                        if day <= f["as_of"] and (f["outcome"] == "open" or f["ended"] > day):
                            waiting[f["place"], year, split].append((day - f["charged"]).days)
        for cell in set(begun) | set(ended):
            k, n = len(ended[cell]), len(begun[cell])
            self.put("clearance_rate", scope, *cell, k, n, k / n if n else None)
        for cell in set(waiting) | set(ended):
            ages, n = waiting[cell], len(ended[cell])
            self.put(
                "disposition_time", scope, *cell, len(ages), n, 365 * len(ages) / n if n else None
            )
        for cell, ages in waiting.items():
            old = sum(1 for age in ages if age > 730)
            self.put("pending_age", scope, *cell, old, len(ages), median(ages) if ages else None)
        for cell, spells in cohort.items():
            usable = [s for s in spells if s]
            over = sum(1 for _, kind, _ in usable if kind != "open")
            self.put("time_to_disposition", scope, *cell, over, len(usable), half_ended(usable))

    def suspects(self, scope: str) -> None:
        cases_of, charged = defaultdict(list), defaultdict(list)
        for row in self.rows("case_defendants"):
            cases_of[row["jurisdiction"], row["defendant_id"]].append(row["case_id"])
        for f in self.files:
            charged[f["place"], f["person"]].append(f)
        cohort = defaultdict(list)
        for (place, person), who in self.defendants.items():
            suspected = self.days(place, "defendant", person, "suspected", "arrested")
            if not suspected:
                continue
            mine, cases = (
                charged[place, person],
                [self.cases[place, c] for c in cases_of[place, person]],
            )
            is_trafficking = any(f["is_trafficking"] for f in mine) or any(
                self.sent[c["submission_id"]]["scope"] == "trafficking"
                or c["exploitation_form"] not in (None, "unknown")
                for c in cases
            )
            if scope == "trafficking" and not is_trafficking:
                continue
            if scope == "all_crime" and place not in self.all_crime:
                continue
            start = min(d for d in suspected if d)
            traffic = [f for f in mine if f["is_trafficking"]] or mine
            days = [f["charged"] for f in traffic if f["charged"]]
            anyday = [f["charged"] for f in mine if f["charged"]]
            start = min([start, *anyday])
            kind, end = "open", None
            closed = self.days(place, "defendant", person, "closed")
            in_cases = [self.days(place, "case", c["case_id"], "closed") for c in cases]
            if not closed and cases and all(in_cases):
                closed = [max(d for each in in_cases for d in each)]
            if mine:
                kind = (
                    "charged_trafficking"
                    if any(f["is_trafficking"] for f in mine)
                    else "charged_other"
                )
                end = min(days) if days else None
            elif closed:
                kind, end = "closed", min(closed)
            good = {"charged_trafficking"} | ({"charged_other"} if scope == "all_crime" else set())
            as_of = min(
                [self.court_date[place], *(self.as_of[place, c["agency_id"]] for c in cases)]
            )
            forms = [c["exploitation_form"] or "unknown" for c in cases]
            features = {
                "sex": "legal_person" if who["is_legal_person"] else who["sex"] or "unknown",
                "citizenship_group": who["citizenship_group"] or "unknown",
                "exploitation_form": min(forms) if forms else "unknown",
            }
            for split in splits(features, "sex", "citizenship_group", "exploitation_form"):
                cohort[place, start.year, split].append(spell(start, end, kind, good, as_of))
        self.put_curves("charge_rate", scope, cohort, (365, 730))
