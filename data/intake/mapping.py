"""Loads a mapping and explains everything that is wrong with it, all at once."""

import datetime
import hashlib
import tomllib
from pathlib import Path

from data.intake.mapping_columns import Lists, read_list, unfit
from data.intake.mapping_files import (
    MISSING,
    check_known_file,
    check_unique_files,
    read_check,
    read_file_mapping,
)
from data.intake.mapping_formulas import formula_problems
from data.intake.mapping_model import Mapping
from data.intake.mapping_section import Section, scalar_text
from data.intake.mapping_tables import check_merging_agrees, read_table
from data.intake.nearest import nearest_hint
from data.intake.problems import IntakeError, Problem
from data.schema import code_lists, submitted_tables

FOLDER = Path(__file__).resolve().parent.parent / "mappings"

SLIPS = (
    "Look at that line: texts stand in straight quotes, patterns in single ones, headings with blanks "
    "are quoted, { } stays on one line, and a key stands once."
)
"""What most often makes TOML unreadable; its own messages name the sign, not the slip."""

HEAD_KEYS = (
    "title",
    "description",
    "scope",
    "as_of",
    "earliest",
    "latest",
    "missing",
    "ignore_files",
)
"""Keys of the head, which must stand above the first section."""


def mapping_names() -> list[str]:
    """The mappings that come with the project, by name."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load_mapping(name_or_path: str | Path) -> Mapping:
    """The mapping of that name, or the one in that file. Raises IntakeError listing every mistake."""
    path = Path(name_or_path)
    if path.suffix.lower() != ".toml":
        path = FOLDER / f"{name_or_path}.toml"
        if str(name_or_path) not in mapping_names():
            hint = nearest_hint(str(name_or_path), mapping_names())
            message = f"there is no mapping {str(name_or_path)!r}."
            raise IntakeError([Problem("unknown_mapping", message, hint=hint)])
    try:
        text = path.read_bytes()
    except OSError as error:
        message = f"the mapping cannot be opened ({error.strerror})."
        raise IntakeError([Problem("unknown_mapping", message, file=path.name)]) from error
    return read_mapping(text, path.stem)


def read_mapping(text: bytes | str, name: str) -> Mapping:
    """A mapping from the text of its TOML file. Raises IntakeError listing every mistake."""
    raw = text.encode() if isinstance(text, str) else text
    try:
        content = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"this is not a TOML file: {error}."
        raise IntakeError([Problem("mapping", message, f"{name}.toml", hint=SLIPS)]) from error
    problems: list[Problem] = []
    mapping = _read(Section(content, "", problems), name, hashlib.sha256(raw).hexdigest())
    problems += formula_problems(mapping)
    if problems:
        raise IntakeError(problems)
    return mapping


def _read(section: Section, name: str, digest: str) -> Mapping:
    constants = _read_constants(section.section("constants"))
    parts = section.section("lists")
    lists = Lists({key: read_list(parts.section(key)) for key in parts.content})
    missing = section.texts("missing")
    found = [
        read_file_mapping(part, MISSING if missing is None else missing)
        for part in section.sections("file")
    ]
    files = [file for file in found if file]
    check_unique_files(files, section)
    identifiers = [file.specification.id for file in files]
    checks = []
    for part in section.sections("check"):
        check = read_check(part)
        check_known_file(part, "file", check.file if check else None, identifiers)
        checks.append(check)
    tables = [
        table
        for part in section.sections("table")
        for table in read_table(part, identifiers, lists, constants)
    ]
    check_merging_agrees(tables, section)
    if not section.content.get("table"):
        section.complain("table", "no table is filled; add [[table]].")
    mapping = Mapping(
        name=name,
        title=section.text("title", required=True) or "",
        description=section.text("description") or "",
        scope=section.choice("scope", code_lists()["scope"].codes, required=True) or "",
        digest=digest,
        as_of=section.get("as_of", (datetime.date,)),
        earliest=section.get("earliest", (datetime.date,)) or Mapping.earliest,
        latest=section.get("latest", (datetime.date,)),
        ignore_files=section.texts("ignore_files") or (),
        constants=constants,
        lists=lists.by_name,
        files=tuple(files),
        checks=tuple(check for check in checks if check),
        tables=tuple(tables),
    )
    section.finish()
    return mapping


def _read_constants(section: Section) -> dict[str, str]:
    known = {name for table in submitted_tables().values() for name in table.columns}
    for name in section.content:
        if name in HEAD_KEYS and name not in known:
            hint = "Move it to the top, above the first [section]."
            section.complain(name, "this key belongs to the head of the mapping.", hint)
        elif name not in known:
            section.complain(name, "no table has this column.", nearest_hint(name, known))
        elif (value := section.scalar(name)) and (complaint := _unfit_everywhere(name, value)):
            section.complain(name, *complaint)
    return {
        name: scalar_text(value)
        for name, value in section.content.items()
        if not isinstance(value, (dict, list))
    }


def _unfit_everywhere(name: str, value: str) -> tuple[str, str | None] | None:
    """Why no table can hold the value in its column of that name; None where one can."""
    columns = [
        table.columns[name] for table in submitted_tables().values() if name in table.columns
    ]
    complaints = [unfit(column, value) for column in columns]
    return complaints[0] if all(complaints) else None
