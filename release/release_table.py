"""What a table of a release is, and the statements that make it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ReleaseTable:
    """One table: `columns` maps a name to (DuckDB type, meaning); `order` sorts the rows.

    `codes` names the code list of a column whose list has another name, or None for one that has
    the name of a list and holds something else.
    """

    name: str
    meaning: str
    columns: dict[str, tuple[str, str]]
    order: tuple[str, ...]
    codes: Mapping[str, str | None] = field(default_factory=dict)

    def create_statement(self, database: str) -> str:
        """CREATE TABLE in the attached database of that name."""
        columns = ", ".join(f'"{name}" {kind}' for name, (kind, _) in self.columns.items())
        return f'CREATE TABLE {database}."{self.name}" ({columns})'

    def comment_statements(self, database: str) -> list[str]:
        """Statements that keep every meaning beside the table and column it explains."""
        place = f'{database}."{self.name}"'
        statements = [f"COMMENT ON TABLE {place} IS {quoted(self.meaning)}"]
        for column, (_, meaning) in self.columns.items():
            statements.append(f'COMMENT ON COLUMN {place}."{column}" IS {quoted(meaning)}')
        return statements


def quoted(text: str) -> str:
    """Text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
