"""What a table and a column of the case model are."""

from dataclasses import dataclass, field

SQL_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DOUBLE",
    "money": "DECIMAL(18, 2)",
    "date": "DATE",
    "boolean": "BOOLEAN",
}
"""Column type -> DuckDB type. Money is exact; it always stands beside a `currency` column."""

PERSONAL_DATA = ("none", "pseudonym", "quasi_identifier", "sensitive")
"""How a column bears on a person: not at all, names them by pseudonym, helps to single them out, or harms when known."""

PATTERNS = {
    # A pseudonym or record id: no blanks, no '@', short. The linkage unit issues it.
    "id": r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}",
    # ISO 3166-1 alpha-3 (or fictional XAA-XZZ), sub-national parts behind hyphens.
    "jurisdiction": r"[A-Z]{3}(-[A-Z0-9]{1,12}){0,3}",
    "agency": r"[A-Z]{3}(-[A-Z0-9]{1,16}){1,5}",
    "obligation": r"[a-z0-9]+(-[a-z0-9]+)+",
    # Reference tables and published statistics only: the label another office printed.
    "label": r"[^\x00-\x1f<>@]{1,200}",
    # At most two short words before a number, so that no name fits.
    "provision": r"([A-Za-z§.]{1,12} ){0,2}[0-9][A-Za-z0-9 .,()/§:-]{0,47}",
    "wave": r"[0-9]{4}(-[0-9]{1,2})?",
    "snake": r"[a-z][a-z0-9_]{0,63}",
    "link": r"https://[^\s<>\"]{3,400}",
    "sha256": r"[0-9a-f]{64}",
    "language": r"[a-z]{2,3}",
    # Several codes, one a line: only in tables that we write ourselves.
    "lines": r"[a-z][a-z0-9_]{0,63}(\n[a-z][a-z0-9_]{0,63}){0,15}",
    # Prose that is published in full, in two columns of oversight bodies and in texts of our own. No
    # control character but the line break, nothing that turns the direction of writing, no '@'.
    # What else tells of a person is found by `data.schema.identifiers`.
    "text": r"(?:[^\x00-\x1f\x7f-\x9f@＠\u200b\u2028-\u202e\u2060-\u2069\ufeff]|\r?\n){1,1500}",
}
"""Named patterns. A value must match the whole pattern, not a part of it."""


@dataclass(frozen=True)
class Column:
    """One column of one table.

    `codes` names a code list, `codes_of` one from which the value takes several, one a line, `pattern` one of `PATTERNS`, `references` another table's column
    ("cases.case_id"); a string column has at least one of the three. `minimum` and `maximum`
    bound numbers; dates are bounded for all alike by the validations, except that one which
    `may_lie_ahead` (a date by which something is due) may lie after the data date.
    """

    name: str
    type: str
    meaning: str
    personal_data: str
    required: bool = False
    codes: str | None = None
    codes_of: str | None = None
    pattern: str | None = None
    references: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    may_lie_ahead: bool = False

    @property
    def sql_type(self) -> str:
        return SQL_TYPES[self.type]


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its key, its columns in order, and which group of the model it belongs to.

    `kind` is "reference" (public facts about places and bodies), "case" (about people: restricted),
    "published" (aggregates somebody else published) or "receipt" (written by intake, never submitted).
    Where `sender_kind` is given, only agencies of that kind (code list `agency_kind`) may send rows.
    """

    name: str
    meaning: str
    group: str
    kind: str
    key: tuple[str, ...]
    columns: dict[str, Column] = field(default_factory=dict)
    sender_kind: str | None = None

    def references(self) -> list[tuple[str, str, str]]:
        """Every foreign key as (column, referenced table, referenced column)."""
        found = []
        for column in self.columns.values():
            if column.references:
                table, referenced = column.references.split(".")
                found.append((column.name, table, referenced))
        return found
