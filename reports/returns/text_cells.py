"""Cells of a form that ask for words: which laws were in force, which agencies sent the facts."""

from release.read import Release
from reports.names import table_or_none
from reports.returns.filled import Figure
from reports.returns.years import whole_year


class TextCells:
    """What a release holds in words about one place; words of agencies and laws are shown as they stand."""

    def __init__(self, release: Release, place: str):
        def of_place(name: str) -> list[dict]:
            rows = table_or_none(release, name) or []
            return [row for row in rows if row.get("jurisdiction") == place]

        self._statutes = of_place("statutes")
        self._submissions = of_place("submissions")
        self._names = {row["agency_id"]: row["name"] for row in of_place("agencies")}

    def figure(self, kind: str, year: int) -> Figure:
        """The words for a year, or that the ministry has to write them."""
        start, end = whole_year(year)
        texts = {"statutes": self._laws, "sources": self._sources}[kind](start, end)
        return Figure(start, end, blank=None if texts else "words", texts=texts)

    def _laws(self, start, end) -> tuple[str, ...]:
        found = {}
        for row in self._statutes:
            is_in_force = (row["valid_from"] is None or row["valid_from"] <= end) and (
                row["valid_until"] is None or row["valid_until"] >= start
            )
            if is_in_force and row["covered"] in ("yes", "partly"):
                found[row["statute_id"]] = ", ".join(filter(None, (row["title"], row["provision"])))
        return tuple(found[each] for each in sorted(found))

    def _sources(self, start, end) -> tuple[str, ...]:
        found = {
            row["agency_id"]
            for row in self._submissions
            if row["period_start"] <= end
            and row["period_end"] >= start
            and row["verdict"] != "fail"
            and not row["superseded_by"]
        }
        return tuple(sorted(self._names.get(each, each) for each in found))
