"""What becomes of assets, asset by asset, and of cases in which money was looked for."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import spell

TOTAL = ("total", "total")
STEPS = {
    "frozen_of_traced": ("traced", "frozen"),
    "confiscated_of_frozen": ("frozen", "confiscated"),
    "realisation_ratio": ("confiscated", "realised"),
    "proceeds_to_victims": ("realised", "returned"),
}


class Recovery:
    """Needs the rows of `Raw` and the helpers of `Money`."""

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
