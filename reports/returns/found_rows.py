"""The published rows of one place, as a form asks for them: this year's, else the shortest period that takes it in."""

from datetime import date

from charts.format import is_missing
from reports.returns.filled import Figure
from reports.returns.form import ANY, Answer

SEVERAL = "Several categories told together."
"""What the release's vocabulary says of a category that takes others in."""
WITHOUT_COUNTS = ("not_reported", "not_applicable", "withheld")
"""Blanks beside which a count of nothing may stand, which is no zero."""


class FoundRows:
    """Looks up rows of `results`; never adds any up and never takes one from another."""

    def __init__(self, results: list[dict], plan: list[dict], vocabulary: list[dict]):
        self._rows: dict[tuple, list[dict]] = {}
        for row in results:
            key = row["metric_id"], row["scope"], row["source"], row["breakdown"]
            self._rows.setdefault(key, []).append(row)
        self._left_out = {
            (row["metric_id"], row["scope"], row["breakdown"])
            for row in plan
            if row["offer"] == "left_out"
        }
        self._merged = {
            (row["list"], row["code"]) for row in vocabulary if row["meaning"] == SEVERAL
        }
        self.is_empty = not results

    def of(self, answer: Answer, breakdown: str) -> list[dict]:
        """All rows of a metric by one breakdown."""
        rows = self._rows.get((answer.metric, answer.scope, answer.source, breakdown), [])
        wanted = answer.horizon_days
        return [row for row in rows if wanted is None or row["horizon_days"] == wanted]

    def codes(self, answer: Answer, breakdown: str) -> set[str]:
        """Categories that have a row."""
        return {row["category"] for row in self.of(answer, breakdown)}

    def is_merged(self, breakdown: str, code: str) -> bool:
        """True for a category that takes several in."""
        return (breakdown, code) in self._merged

    def currencies(self, answer: Answer, breakdown: str, code: str) -> list[str | None]:
        """Currencies of a sum of money, one series each; [None] where no money is counted."""
        found = {row["currency"] for row in self._series(answer, breakdown, code, None)}
        return sorted(found - {None}) or [None]

    def figure(self, answer: Answer, breakdown: str, code: str, currency, year: int) -> Figure:
        """The figure of a calendar year, or which blank stands there."""
        start, end = date(year, 1, 1), date(year, 12, 31)
        series = self._series(answer, breakdown, code, currency)
        exact = [row for row in series if (row["period_start"], row["period_end"]) == (start, end)]
        if exact:
            return taken(_with(exact, answer.measure), answer)
        if _around(series, year):
            return Figure(start, end, blank="other_period")
        return Figure(start, end, blank=self._without_row(answer, breakdown))

    def around(
        self, answer: Answer, breakdown: str, code: str, currency, year: int
    ) -> Figure | None:
        """The figure of the shortest other period that shares days with the year."""
        found = _around(self._series(answer, breakdown, code, currency), year)
        if not found:
            return None
        shortest = min(
            found, key=lambda row: (row["period_end"] - row["period_start"], row["period_start"])
        )
        period = shortest["period_start"], shortest["period_end"]
        same = [row for row in found if (row["period_start"], row["period_end"]) == period]
        return taken(_with(same, answer.measure), answer)

    def _series(self, answer: Answer, breakdown: str, code: str, currency) -> list[dict]:
        return [
            row
            for row in self.of(answer, breakdown)
            if code in (ANY, row["category"])
            # A blank of money may lack its currency: it stands for every one.
            and (currency is None or row["currency"] in (None, currency))
        ]

    def _without_row(self, answer: Answer, breakdown: str) -> str:
        if self.is_empty:
            return "not_reported"
        if (answer.metric, answer.scope, breakdown) in self._left_out:
            return "left_out"
        told = self.of(answer, breakdown)
        if any(self.is_merged(breakdown, row["category"]) for row in told):
            return "merged"
        totals = {row["blank"] for row in self.of(answer, "total")}
        if not told and len(totals) == 1 and totals <= set(WITHOUT_COUNTS):
            return totals.pop()
        return "not_told"


def taken(row: dict, answer: Answer) -> Figure:
    """The figure of a row: its number as it was published, or the row's own blank."""
    number = row[answer.measure]
    blank = row["blank"]
    if answer.measure != "value" and blank not in WITHOUT_COUNTS and not is_missing(number):
        blank = None
    if not blank and is_missing(number):
        blank = "not_applicable"
    return Figure(
        row["period_start"],
        row["period_end"],
        number=None if blank else float(number),
        blank=blank,
        row=row,
    )


def _with(rows: list[dict], measure: str) -> dict:
    """Of rows that answer alike, the first that has the number."""
    return next((row for row in rows if not is_missing(row[measure])), rows[0])


def _around(rows: list[dict], year: int) -> list[dict]:
    start, end = date(year, 1, 1), date(year, 12, 31)
    return [
        row
        for row in rows
        if row["period_start"] <= end
        and row["period_end"] >= start
        and (row["period_start"], row["period_end"]) != (start, end)
        # Another single year never overlaps; a stock is of its day.
        and row["period_kind"] != "stock"
    ]
