"""Reads the [[file]] and [[check]] parts of a mapping."""

from data.intake.formula import Formula
from data.intake.mapping_model import Check, Exclusion, FileMapping
from data.intake.mapping_section import Section
from data.intake.nearest import nearest_hint
from data.intake.specification import FORMATS, FileSpecification

MISSING = ("", "NA", "N/A")
"""Tokens that mean "no value" where a mapping lists none."""


def read_file_mapping(section: Section, missing: tuple[str, ...]) -> FileMapping | None:
    """One kind of file, or None where it lacks an id or a name."""
    identifier = section.text("id", required=True)
    name = section.text("name", required=True)
    own_missing = section.texts("missing")
    sheet = section.get("sheet", (str, int))
    options = {
        "format": section.choice("format", FORMATS),
        "sheet": sheet,
        "encoding": section.text("encoding"),
        "delimiter": section.text("delimiter"),
        "header_rows": section.numbers("header_rows"),
        "first_row": section.get("first_row", (int,)),
        "last_row": section.get("last_row", (int,)),
        "headings": section.texts("headings"),
        "fill_right": section.flag("fill_right"),
        "fill_down": section.texts("fill_down"),
        "skip_rows": section.numbers("skip_rows"),
        "optional": section.flag("optional"),
    }
    given = {key: value for key, value in options.items() if value is not None}
    if "headings" in given and "header_rows" not in given:
        given["header_rows"] = ()
    exclusions = [read_exclusion(part) for part in section.sections("exclude")]
    derived = _read_derived(section.section("derive"))
    checks = [read_check(part, file=identifier or "") for part in section.sections("check")]
    section.finish()
    if not identifier or not name:
        return None
    return FileMapping(
        specification=FileSpecification(id=identifier, name=name, **given),
        missing=missing if own_missing is None else own_missing,
        exclusions=tuple(part for part in exclusions if part),
        derived=derived,
        checks=tuple(part for part in checks if part),
    )


def read_exclusion(section: Section) -> Exclusion | None:
    rule = section.text("rule", required=True)
    where = section.formula("where", required=True)
    because = section.text("because", required=True)
    section.finish()
    return Exclusion(rule, where, because) if rule and where and because else None


def _read_derived(section: Section) -> dict[str, Formula]:
    found = {name: section.formula(name) for name in section.content}
    return {name: formula for name, formula in found.items() if formula}


def read_check(section: Section, file: str | None = None) -> Check | None:
    """A row check where `file` is given, else a check of groups or of a whole file."""
    rule = section.text("rule", required=True)
    because = section.text("because", required=True)
    assertion = section.formula("assert", required=True)
    where = section.formula("where")
    severity = section.choice("severity", ("fail", "review")) or "fail"
    tolerance = section.get("tolerance", (int, float))
    missing_fails = section.flag("missing_fails")
    group_by = None
    if file is None:
        file = section.text("file", required=True)
        group_by = section.texts("group_by") or ()
    section.finish()
    if not (rule and because and assertion and file):
        return None
    tolerance = None if tolerance is None else float(tolerance)
    return Check(
        rule, file, assertion, where, because, severity, tolerance, missing_fails, group_by
    )


def check_unique_files(files: list[FileMapping], section: Section) -> None:
    seen: set[str] = set()
    for file in files:
        identifier = file.specification.id
        if identifier.casefold() in seen:
            section.complain("file", f"two files have the id {identifier!r}.")
        seen.add(identifier.casefold())


def check_known_file(section: Section, name: str, identifier: str | None, known: list[str]) -> None:
    if identifier is not None and identifier not in known:
        section.complain(
            name, f"there is no file with the id {identifier!r}.", nearest_hint(identifier, known)
        )
