"""Case files from opening to the end, one after the other."""

from collections import defaultdict

from tests.metrics.by_hand.tallies import share_of, yes_or_no


class Cases:
    """Needs the rows of `Raw` and the tallies of `Tallies`."""

    def case_books(self) -> list[dict]:
        """What is on record of every case, as plain facts."""
        files, heard, victims = (defaultdict(list) for _ in range(3))
        for file in self.files:
            files[file["place"], file["case"]].append(file)
        for row in self.rows("testimonies"):
            heard[row["jurisdiction"], row["case_id"]].append(row["mode"])
        for row in self.rows("case_victims"):
            victims[row["jurisdiction"], row["case_id"]].append(row["victim_id"])
        helped = {
            (row["jurisdiction"], row["victim_id"])
            for row in self.rows("assistance")
            if row["started_on"]
        }
        helping = {row["jurisdiction"] for row in self.rows("assistance")}
        books = []
        for (place, one), row in self.cases.items():
            courts = files[place, one]
            closings = [e for e in self.log[place, "case", one] if e["event"] == "closed"]
            closings.sort(key=lambda e: (e["occurred_on"], e["event_id"]))
            known_help = place in helping and victims[place, one]
            support = any((place, v) in helped for v in victims[place, one])
            books.append(
                {
                    "place": place,
                    "id": one,
                    "row": row,
                    "courts": courts,
                    "opened": min(self.days(place, "case", one, "opened"), default=None),
                    "referred": bool(self.days(place, "case", one, "referred_to_prosecution")),
                    "closed": closings[-1]["occurred_on"] if closings else None,
                    "reason": (closings[-1]["reason"] or "unknown") if closings else None,
                    "modes": heard[place, one],
                    "is_trafficking": self.sent[row["submission_id"]]["scope"] == "trafficking"
                    or row["exploitation_form"] not in (None, "unknown")
                    or any(f["is_trafficking"] for f in courts),
                    "as_of": min(self.sent_as_of(row["submission_id"]), self.court_date[place]),
                    "exploitation_form": row["exploitation_form"] or "unknown",
                    "cross_border": yes_or_no(row["is_cross_border"]),
                    "support": ("yes" if support else "no") if known_help else "unknown",
                }
            )
        return books

    def cases_by_hand(self, scope: str) -> None:
        for book in self.case_books():
            if scope == "trafficking" and not book["is_trafficking"]:
                continue
            if scope == "all_crime" and book["place"] not in self.all_crime:
                continue
            self.openings(scope, book)
            self.decisions_on_cases(scope, book)
            self.ends_of_cases(scope, book)

    def openings(self, scope: str, book: dict) -> None:
        lead, online = book["row"]["lead_source"], book["row"]["is_online"]
        book = book | {"as_of": self.sent_as_of(book["row"]["submission_id"])}
        self.share_by_hand("cases_opened", scope, book, book["opened"], (True, True),
            ("exploitation_form", "cross_border"))  # fmt: skip
        self.share_by_hand("proactive_openings", scope, book, book["opened"],
            share_of(lead not in (None, "unknown", "victim"), lead not in (None, "unknown")),
            ("exploitation_form", "cross_border"))  # fmt: skip
        self.share_by_hand("technology_facilitated_cases", scope, book, book["opened"],
            share_of(online is True, online is not None), ("exploitation_form",))  # fmt: skip

    def decisions_on_cases(self, scope: str, book: dict) -> None:
        courts = book["courts"]
        if courts:
            day = min((f["charged"] for f in courts if f["charged"]), default=None)
        else:
            day = book["closed"]
        if book["referred"]:
            self.share_by_hand("declination_rate", scope, book, day,
                share_of(not courts, True), ("exploitation_form", "cross_border", "support"))  # fmt: skip
        if courts or not book["closed"]:
            return
        if book["referred"]:
            self.member_by_hand("declination_reasons", scope, book, day, "closure_reason", book["reason"])  # fmt: skip
        self.share_by_hand("withdrawal_attrition", scope, book, day,
            share_of(book["reason"] == "victim_withdrew", book["reason"] != "unknown"),
            ("exploitation_form", "support", "cross_border"))  # fmt: skip

    def ends_of_cases(self, scope: str, book: dict) -> None:
        verdicts = [
            f["ended"]
            for f in book["courts"]
            if f["outcome"].startswith("convicted") or f["outcome"] == "acquitted"
        ]
        if verdicts:
            live = any(mode in ("live", "screened", "video_link") for mode in book["modes"])
            known = live or (book["modes"] and None not in book["modes"])
            self.share_by_hand("evidence_led_verdicts", scope, book, min(verdicts),
                share_of(known and not live, known), ("exploitation_form",))  # fmt: skip
        if book["courts"] and all(f["outcome"] != "open" for f in book["courts"]):
            outcomes = {f["outcome"] for f in book["courts"]}
            won = "convicted_trafficking" in outcomes
            if scope == "all_crime":
                won = any(outcome.startswith("convicted") for outcome in outcomes)
            unclear = outcomes & {"convicted_unspecified", "other", "unknown"}
            self.share_by_hand("cases_with_conviction", scope, book,
                max(f["ended"] for f in book["courts"] if f["ended"]),
                share_of(won, won or not unclear), ("exploitation_form", "cross_border"))  # fmt: skip
