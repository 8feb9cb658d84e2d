"""Flows and stocks of proceedings: what comes in, what goes out, what waits."""

from datetime import date

from tests.metrics.by_hand.spells import is_whole

CONVICTED = {"convicted_trafficking"}
ALL_CONVICTED = CONVICTED | {"convicted_other", "convicted_unspecified"}


class Courts:
    """Needs the rows of `Raw`, the tallies of `Tallies` and the desks of `Desks`."""

    def flows_by_hand(self, scope: str) -> None:
        won = CONVICTED if scope == "trafficking" else ALL_CONVICTED
        for file in self.scoped(scope):
            one = file | self.desk(file) | {"cross_border": self.crossing(file)}
            person, proceeding = one | {"id": file["person"]}, one | {"id": file["proceeding"]}
            self.flow("convictions_to_prosecutions", scope, person, file["outcome"] in won)
            self.flow("clearance_rate", scope, proceeding, True)
            self.ends_on_record(scope, proceeding)
            self.waiting(scope, proceeding)
            self.paces(scope, file)

    def flow(self, metric, scope, unit: dict, counts_when_over: bool) -> None:
        """Begun in the year below the line, ended in it above, whoever they are."""
        names = self.splits_of(metric)
        self.share_by_hand(metric, scope, unit, unit["charged"], (False, True), names)
        if counts_when_over:
            self.share_by_hand(metric, scope, unit, unit["ended"], (True, False), names)

    def ends_on_record(self, scope: str, one: dict) -> None:
        if one["outcome"] == "open":
            return
        begun, ended = one["charged"], one["ended"]
        self.share_by_hand("unknown_outcome_share", scope, one, ended,
            (one["outcome"] == "unknown", True), ("exploitation_form",))  # fmt: skip
        if begun and ended:
            self.share_by_hand("dates_in_wrong_order", scope, one, ended, (ended < begun, True))

    def waiting(self, scope: str, one: dict) -> None:
        names = self.splits_of("disposition_time")
        if one["outcome"] != "open":
            self.share_by_hand("disposition_time", scope, one, one["ended"], (False, True), names)
        if not one["charged"] or (one["outcome"] != "open" and not one["ended"]):
            return
        own = self.splits_of("pending_age")
        for day, _ in self.waiting_by_hand(
            "pending_age", scope, one, one["charged"], one["ended"], own
        ):
            self.share_by_hand("disposition_time", scope, one, day, (True, False), names)

    def paces(self, scope: str, file: dict) -> None:
        """The part of each proceeding's time that lies in a year, on its own clock."""
        begun, ended, seen = file["charged"], file["ended"], file["as_of"]
        over = file["outcome"] != "open"
        if not begun or (over and not ended) or (ended or seen) < begun:
            return
        last = ended if over else seen
        for year in range(begun.year, last.year + 1):
            first_day, last_day = date(year, 1, 1), date(year, 12, 31)
            if is_whole(year, seen):
                window = (
                    max(0, (first_day - begun).days),
                    (min(last, last_day) - begun).days,
                    over and last <= last_day,
                )
                key = "current_pace", scope, file["place"], year, "total", "total"
                self.windows[key].append((file["proceeding"], window))
