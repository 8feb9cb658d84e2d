"""Units put into years and categories by hand: who is above the line, and who below."""

from collections import defaultdict
from datetime import date

from tests.metrics.by_hand.spells import is_whole, splits


def share_of(is_part, is_whole_too) -> tuple[bool, bool]:
    """Above the line only where also below it."""
    return bool(is_part and is_whole_too), bool(is_whole_too)


def yes_or_no(flag: bool | None) -> str:
    return "unknown" if flag is None else "yes" if flag else "no"


def age_group(who: dict) -> str:
    if who["is_legal_person"]:
        return "legal_person"
    band = who["age_band"] or "unknown"
    if band == "unknown":
        return band
    return "child" if band in ("0-8", "9-17", "child") else "adult"


class Tallies:
    """Needs `Raw`. `tallies` maps (metric, scope, place, year, breakdown, category) to sets of units above and below the line, `amounts` to what each unit adds, `followed` to lives from entry on, `ages` to
    days waited at the end of the year, `windows` to the part of each life that lies in the year."""

    def start_tallies(self) -> None:
        self.tallies = defaultdict(lambda: (set(), set()))
        self.amounts = defaultdict(dict)
        self.followed = defaultdict(list)
        self.ages = defaultdict(list)
        self.windows = defaultdict(list)

    def sent_as_of(self, submission_id: str) -> date:
        """The data date of whoever sent a row, over all that the agency has sent."""
        agency = self.sent[submission_id]["agency_id"]
        return max(one["as_of"] for one in self.sent.values() if one["agency_id"] == agency)

    def share_by_hand(self, metric, scope, unit: dict, day, sides, names=()) -> None:
        """A unit of a share; `sides` says whether it is above and below the line."""
        if day is None or not is_whole(day.year, unit["as_of"]):
            return
        for split in splits(unit, *names):
            above, below = self.tallies[metric, scope, unit["place"], day.year, *split]
            if sides[1]:
                below.add(unit["id"])
            if sides[0]:
                above.add(unit["id"])

    def member_by_hand(self, metric, scope, unit: dict, day, column: str, member: str) -> None:
        """A unit of a mix: below the line with every member, above it with its own."""
        if day is None or not is_whole(day.year, unit["as_of"]):
            return
        place = metric, scope, unit["place"], day.year, column
        self.tallies[(*place, member)][0].add(unit["id"])
        self.tallies[(*place, None)][1].add(unit["id"])

    def waiting_by_hand(self, metric, scope, unit: dict, start, end, names=()) -> list[tuple]:
        """The years at whose end a unit that began was not over, with the days waited."""
        found = []
        for year in range(start.year, unit["as_of"].year + 1):
            day = date(year, 12, 31)
            if day <= unit["as_of"] and not (end and end <= day):
                found.append((day, (day - start).days))
                for split in splits(unit, *names):
                    self.ages[metric, scope, unit["place"], year, *split].append(found[-1][1])
        return found

    def amount_by_hand(self, metric, scope, unit: dict, day, amount, names=()) -> None:
        """A unit of a mean: its largest amount of the year."""
        if day is None or amount is None or not is_whole(day.year, unit["as_of"]):
            return
        for split in splits(unit, *names):
            own = self.amounts[metric, scope, unit["place"], day.year, *split]
            own[unit["id"]] = max(amount, own.get(unit["id"], amount))
