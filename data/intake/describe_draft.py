"""Writes a mapping to start from: it loads, it fills what can be guessed, and it says what must be checked."""

import glob
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from data.intake.describe_case_tables import case_tables
from data.intake.describe_match import best_heading
from data.intake.describe_official import official_tables
from data.intake.describe_profile import ColumnProfile, TableProfile
from data.intake.describe_toml import CHECK, comment, listed, quoted

IDENTIFIERS = ("case_id", "defendant_id", "victim_id", "charge_id", "proceeding_id")

UNKNOWN_AGENCY = (
    f"{CHECK[2:]}an agency that no submission sent before is written here once:\n[[table]]\n"
    'into = "agencies"\n'
    'rows = [{ agency_id = "XXX-POLICE", name = "Police", kind = "police", linkage_unit = "xxx" }]'
)


def draft(tables: Sequence[TableProfile]) -> str:
    """The text of a mapping for the tables; one `[[file]]` each, then what they fill."""
    stem = PurePosixPath(tables[0].file).stem if tables else "file"
    identifiers = _file_identifiers(tables)
    official = [is_statistics(table) for table in tables]
    lines = [
        comment(
            "A draft. Every line marked CHECK is a guess or a gap; docs/mapping.md explains the language.\n"
            "Columns that look like names or free text are left out and must stay out."
        ),
        f"title = {quoted(stem)}  {CHECK}say what this is",
        f'scope = "trafficking"  {CHECK}trafficking or all_crime',
        f"missing = {listed(_missing(tables))}",
        "",
        "[constants]",
        f'jurisdiction = "XXX"  {CHECK}ISO 3166-1 alpha-3 code of the place; nothing is accepted under XXX',
    ]
    if any(official):
        lines += [
            f"source = {quoted(_snake(stem))}",
            f'vintage = "1"  {CHECK}edition of the publication',
            'scope = "trafficking"',
        ]
    for table, identifier in zip(tables, identifiers, strict=True):
        lines += ["", *_file_part(table, identifier)]
    for table, identifier, is_official in zip(tables, identifiers, official, strict=True):
        write = official_tables if is_official else case_tables
        lines += ["", *write(table, identifier), *_left_over(table)]
    if not all(official):
        lines += ["", comment(UNKNOWN_AGENCY)]
    return "\n".join(lines) + "\n"


def is_statistics(table: TableProfile) -> bool:
    """True when rows look like published counts: years and numbers, but neither dates nor identifiers of people."""
    kinds = [column.values.kind for column in table.columns]
    headings = [column.heading for column in table.columns if not column.is_personal]
    has_people = any(best_heading(one, headings) for one in IDENTIFIERS) or "date" in kinds
    return not has_people and ("year" in kinds or bool(table.year_headings))


def _file_identifiers(tables: Sequence[TableProfile]) -> list[str]:
    found: list[str] = []
    for table in tables:
        name = _snake(table.sheet or PurePosixPath(table.file).stem)
        while name in found:
            name += "_2"
        found.append(name)
    return found


def _snake(text: str) -> str:
    words = "_".join(re.findall(r"[a-z0-9]+", text.lower()))[:40].strip("_")
    return words if words[:1].isalpha() else f"file_{words}".strip("_")


def _missing(tables: Sequence[TableProfile]) -> list[str]:
    words = {
        word
        for table in tables
        for column in table.columns
        if not column.is_personal
        for word in column.values.missing
        if not re.fullmatch(r"-?\d+", word)
    }
    return ["", *sorted(words)]


def _file_part(table: TableProfile, identifier: str) -> list[str]:
    reading = table.specification
    lines = ["[[file]]", f"id = {quoted(identifier)}"]
    lines.append(f"name = {quoted(glob.escape(PurePosixPath(table.file).name))}")
    if reading.encoding:
        lines.append(f"encoding = {quoted(reading.encoding)}  {CHECK}names of places read well")
    if reading.delimiter and reading.delimiter != ",":
        lines.append(f"delimiter = {quoted(reading.delimiter)}")
    if table.sheet:
        lines.append(f"sheet = {quoted(table.sheet)}")
    if reading.header_rows != (1,):
        lines.append(f"header_rows = {listed(reading.header_rows)}")
    if reading.fill_right:
        lines.append("fill_right = true")
    for column in table.columns:
        if column.total_values() and "]" not in column.heading:
            lines += _total_rows(column)
    return lines


def _total_rows(column: ColumnProfile) -> list[str]:
    where = f"[{column.heading}] in ({', '.join(map(_formula_text, column.total_values()))})"
    text = (
        f"{CHECK[2:]}total rows? If they repeat the rows around them, leave them out:\n[[file.exclude]]\n"
        f'rule = "total_row"\nwhere = {quoted(where)}\nbecause = "The sum of other rows of the file."'
    )
    return [comment(text)]


def _formula_text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _left_over(table: TableProfile) -> list[str]:
    personal = [column.heading for column in table.columns if column.is_personal]
    if not personal:
        return []
    text = "Look like a name or free text: leave out.\n" + "\n".join(f"  {one}" for one in personal)
    return [comment(text)]
