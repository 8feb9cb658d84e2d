"""Cohorts of the accused, what is pending, and hearings: what lies on the desks of courts."""

from datetime import date

from tests.metrics.by_hand.spells import is_whole
from tests.metrics.by_hand.tallies import share_of

NOT_CONVICTED = {
    "cohort_acquittal": {"acquitted", "dismissed"},
    "cohort_discontinued": {"discontinued", "diverted"},
    "cohort_other_conviction": {"convicted_other", "convicted_unspecified"},
    "cohort_other_end": {"died", "unfit", "absconded", "transferred", "other", "unknown"},
}


class Desks:
    """Needs the rows of `Raw` and the tallies of `Tallies`."""

    def desk(self, file: dict) -> dict:
        """Level and office of the court that has a file."""
        if not hasattr(self, "_desks"):
            self._desks = {
                (row["jurisdiction"], row["proceeding_id"]): {
                    "court_level": row["court_level"] or "unknown",
                    "agency": row["agency_id"],
                }
                for row in self.rows("proceedings")
            }
        return self._desks[file["place"], file["proceeding"]]

    def cohorts_by_hand(self, scope: str) -> None:
        """Persons by their first charge, and proceedings by theirs."""
        first: dict[tuple, dict] = {}
        order = {"convicted_trafficking": 0, "convicted_other": 1, "convicted_unspecified": 1, "open": 2}  # fmt: skip
        for file in self.scoped(scope):
            if not file["charged"]:
                continue
            one = file | {"start": file["charged"], "cross_border": self.crossing(file)}
            one |= self.desk(file)
            self.follow("time_to_disposition", scope, one, file["outcome"], file["ended"], None,
                ("exploitation_form", "cross_border", "court_level", "agency"))  # fmt: skip
            self.follow("disposed_within_a_year", scope, one, file["outcome"], file["ended"], None,
                ("exploitation_form", "court_level"))  # fmt: skip
            key = file["place"], file["person"]
            rank = one["start"], order.get(file["outcome"], 3)
            if key not in first or rank < first[key][0]:
                first[key] = rank, one
        convicted = {"convicted_trafficking"}
        if scope == "all_crime":
            convicted |= {"convicted_other", "convicted_unspecified"}
        for _, one in first.values():
            self.follow("cohort_conviction", scope, one, one["outcome"], one["ended"], convicted,
                ("sex", "citizenship_group", "exploitation_form", "cross_border", "court_level"))  # fmt: skip
            for metric, good in NOT_CONVICTED.items():
                if scope == "trafficking" or metric != "cohort_other_conviction":
                    self.follow(metric, scope, one, one["outcome"], one["ended"], good)

    def hearings_by_hand(self, scope: str) -> None:
        courts = {(f["place"], f["proceeding"]): f for f in self.scoped(scope)}
        for row in self.rows("hearings"):
            court = courts.get((row["jurisdiction"], row["proceeding_id"]))
            if not court:
                continue
            hearing = {
                "id": row["hearing_id"],
                "place": court["place"],
                "as_of": self.sent_as_of(row["submission_id"]),
                "court_level": self.desk(court)["court_level"],
            }
            known = row["result"] not in (None, "unknown")
            self.share_by_hand("adjournment_rate", scope, hearing, row["listed_on"],
                share_of(row["result"] == "adjourned", known), ("court_level",))  # fmt: skip
            if row["result"] == "adjourned":
                self.member_by_hand("adjournment_causes", scope, hearing, row["listed_on"],
                    "adjournment_cause", row["cause"] or "unknown")  # fmt: skip

    def stock_by_hand(self, scope: str) -> None:
        for file in self.scoped(scope):
            if not file["charged"]:
                continue
            for year in range(file["charged"].year, file["as_of"].year + 1):
                day = date(year, 12, 31)
                if is_whole(year, file["as_of"]) and (
                    file["outcome"] == "open" or (file["ended"] and file["ended"] > day)
                ):
                    one = file | {"id": file["proceeding"]} | self.desk(file)
                    old = (day - file["charged"]).days > 730
                    self.share_by_hand("pending_over_two_years", scope, one, day, (old, True),
                        ("exploitation_form", "court_level"))  # fmt: skip
