"""What bodies report of themselves, added up body by body."""

from collections import defaultdict

from tests.metrics.by_hand.spells import is_whole, splits

PAIRS = {
    "training_coverage": ("staff_trained", "staff_to_train"),
    "inspections_screened": ("inspections_screened", "inspections"),
    "recruiters_inspected": ("recruiters_inspected", "recruiters_licensed"),
    "carriers_sanctioned": ("carriers_sanctioned", "carriers_breaching"),
    "budget_executed": ("budget_spent", "budget_allocated"),
}

SINGLE = {"agency_staff": "staff", "technical_assistance_received": "assistance_days"}


class Bodies:
    """Needs the rows of `Raw`. Each body of the demo reports once a year."""

    def figures_by_hand(self) -> None:
        told = defaultdict(dict)
        kinds = {row["agency_id"]: row["kind"] for row in self.agencies}
        for row in self.rows("agency_figures"):
            year = row["period_end"].year
            if is_whole(year, self.sent_as_of(row["submission_id"])):
                cell = row["jurisdiction"], row["agency_id"], year
                told[cell][row["measure"]] = float(row["value"])
                told[cell]["currency", row["measure"]] = row["currency"]
        sums = defaultdict(lambda: [0.0, 0.0])
        for (place, agency, year), values in told.items():
            features = {"agency_kind": kinds.get(agency, "unknown")}
            for metric, measure in SINGLE.items():
                if measure in values:
                    for split in splits(features, *self.splits_of(metric)):
                        sums[metric, place, year, split, None][0] += values[measure]
            for metric, (part, whole) in PAIRS.items():
                if part in values and whole in values:
                    currency = values["currency", whole]
                    for split in splits(features, *self.splits_of(metric)):
                        cell = sums[metric, place, year, split, currency]
                        cell[0] += values[part]
                        cell[1] += values[whole]
        for (metric, place, year, split, currency), (k, n) in sums.items():
            whole = n if metric in PAIRS else None
            value = k / n if n else None if metric in PAIRS else k
            self.put(metric, "trafficking", place, year, split, k, whole, value, None, currency)
