"""Rows of a release as plain dicts: None where empty, dates as dates. Reports of many places share one of these."""

from collections.abc import Iterable
from functools import cached_property

from charts.labels import Labels
from charts.order import in_justice_order
from release.read import Release


class Reading:
    """Reads tables of a release; those about no place are read once and kept."""

    def __init__(self, release: Release):
        self.release = release
        self._kept: dict[str, list[dict]] = {}

    def table(self, name: str) -> list[dict]:
        """A whole table, in its order; empty where the release, an older one, holds no such table."""
        if name not in self._kept:
            self._kept[name] = self._rows(name)
        return self._kept[name]

    def about(self, name: str, codes: Iterable[str] | None, **filters: str) -> list[dict]:
        """The rows about some places, None: about all; each filter keeps rows equal to it. Not kept."""
        return self._rows(name, codes, **filters)

    @cached_property
    def definitions(self) -> dict[str, dict]:
        """Metric -> its definition, in the order of justice."""
        return {row["metric_id"]: row for row in in_justice_order(self.table("definitions"))}

    @cached_property
    def labels(self) -> Labels:
        """Names of places and codes."""
        return Labels.from_records(self.table("jurisdictions"), self.table("vocabulary"))

    @cached_property
    def obligations(self) -> dict[str, dict]:
        """Duty -> its row, in the order of the texts."""
        return {row["obligation_id"]: row for row in self.table("obligations")}

    @cached_property
    def instruments(self) -> dict[str, str]:
        """Instrument -> the name that readers use."""
        found = {
            row["instrument"]: row["instrument_title"] or row["instrument"]
            for row in self.table("obligations")
        }
        return found | {
            row["instrument"]: row["short_title"]
            for row in self.table("instruments")
            if row["short_title"]
        }

    @cached_property
    def places_with_results(self) -> frozenset[str]:
        """Codes of the places that the release holds results about."""
        return self._places("results")

    @cached_property
    def places(self) -> frozenset[str]:
        """Codes of all places that the release knows, also of those it holds no results about."""
        named = {row["jurisdiction"] for row in self.table("jurisdictions")}
        return self.places_with_results | named | self._places("compliance")

    @cached_property
    def tables(self) -> frozenset[str]:
        """Names of the tables that the release holds."""
        with self.release.cursor() as cursor:
            found = cursor.execute("SELECT table_name FROM information_schema.tables").fetchall()
        return frozenset(name for (name,) in found)

    def _places(self, table: str) -> frozenset[str]:
        if table not in self.tables:
            return frozenset()
        with self.release.cursor() as cursor:
            found = cursor.execute(f'SELECT DISTINCT jurisdiction FROM "{table}"').fetchall()
        return frozenset(code for (code,) in found)

    def _rows(self, name: str, codes: Iterable[str] | None = None, **filters) -> list[dict]:
        if name not in self.tables:
            return []
        wanted = [f'"{column}" = ?' for column in filters]
        given = list(filters.values())
        if codes is not None:
            wanted.append("list_contains(?, jurisdiction)")
            given.append(list(codes))
        where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
        with self.release.cursor() as cursor:
            # The names of tables and columns are those of the program, never a reader's.
            found = cursor.execute(f'SELECT * FROM "{name}"{where}', given)
            columns = [column for column, *_ in found.description]
            return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
