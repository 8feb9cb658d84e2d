"""Drafts the tables about cases and people that a file with one row a person or case can fill."""

import re

from data.intake.describe_headings import words_of
from data.intake.describe_match import best_heading, codes_for, event_of
from data.intake.describe_profile import ColumnProfile, TableProfile
from data.intake.describe_toml import CHECK, comment, constant, formula, inline, listed, quoted
from data.schema import Column, code_lists, tables

SUBJECTS = {"cases": "case", "defendants": "defendant", "victims": "victim"}
"""Tables a person's or case's row can fill by itself, and how their events name the subject."""

FILLED_ELSEWHERE = ("jurisdiction", "agency_id")


def case_tables(table: TableProfile, file: str) -> list[str]:
    """`[[table]]` parts: cases, defendants and victims whose identifier is found, then one part for each dated event."""
    usable = {
        column.heading: column
        for column in table.columns
        if not column.is_personal and column.values.kind != "empty"
    }
    keys = {into: best_heading(tables()[into].key[-1], usable) for into in SUBJECTS}
    found = {into: key for into, key in keys.items() if key}
    lines: list[str] = []
    if not found:
        lines.append(
            comment(f"{CHECK[2:]}no column names a case, defendant or victim; rows are numbered")
        )
        found = {"cases": None}
    for into, key in found.items():
        lines += [*_table_part(into, file, key, usable), ""]
    # Events belong to whoever the row is about: a person where one is named, else the case.
    subject = next((into for into in ("defendants", "victims", "cases") if into in found), "cases")
    for column in usable.values():
        if column.values.dates:
            lines += [*_event_part(subject, file, found[subject], column), ""]
    return lines


def _table_part(
    into: str, file: str, key: str | None, usable: dict[str, ColumnProfile]
) -> list[str]:
    declared = tables()[into]
    lines = ["[[table]]", f"into = {quoted(into)}", f"from = {quoted(file)}"]
    lines.append("merge = true  # several rows may speak of one")
    lines += ["[table.columns]", f"{declared.key[-1]} = {_identifier(key)}"]
    code_parts: list[str] = []
    headings = {heading: column for heading, column in usable.items() if heading != key}
    for column in declared.columns.values():
        if column.name in FILLED_ELSEWHERE or column.name == declared.key[-1]:
            continue
        heading = best_heading(column.name, headings)
        if heading and column.name == "age_band" and headings[heading].values.kind == "integer":
            lines.append(f"age_band = {_bands(headings[heading])}")
        elif heading and column.codes:
            code_parts += _codes_part(column, headings[heading])
        elif heading:
            lines.append(f"{column.name} = {_plain(column, headings[heading])}")
        elif column.required:
            lines.append(f"{column.name} = {_placeholder(column)}")
    return lines + code_parts


def _identifier(key: str | None) -> str:
    return quoted(key) if key else formula("'row-' & text({row})")


def _plain(column: Column, profile: ColumnProfile) -> str:
    values = profile.values
    is_number = column.type in ("integer", "decimal", "money")
    if is_number or values.dates or values.missing:
        entry = {
            "from": profile.heading,
            "dates": values.dates if column.type == "date" else None,
            "number": is_number,
            "thousands": values.thousands if is_number else None,
            "decimal": values.decimal if is_number else None,
            "missing": _numbers(values.missing),
        }
        return inline(entry)
    return quoted(profile.heading)


def _numbers(missing: tuple[str, ...]) -> list[str]:
    # Words for "no value" stand once at the top; numbers mean it in their own column only.
    return [token for token in missing if token.lstrip("-").isdigit()]


def _codes_part(column: Column, profile: ColumnProfile) -> list[str]:
    lines = [f"[table.columns.{column.name}]", f"from = {quoted(profile.heading)}"]
    allowed = code_lists()[column.codes].codes
    # Only what is missing becomes unknown; a value nobody listed must fail, not vanish.
    if "unknown" in allowed:
        lines.append('blank = "unknown"')
    lines.append(f"[table.columns.{column.name}.codes]")
    lines.append(comment(f"{CHECK[2:]}one of: {', '.join(list(allowed)[:30])}"))
    for shown, code in codes_for(column, profile.values).items():
        if code:
            lines.append(f"{quoted(shown)} = {quoted(code)}")
        else:
            lines.append(comment(f'{quoted(shown)} = ""'))
    return lines


def _bands(profile: ColumnProfile) -> str:
    """A formula that puts ages into the bands of the code list."""
    age, text = f"number([{profile.heading}])", "missing"
    for band in code_lists()["age_band"].codes:
        lowest = re.match(r"(\d+)[-+]", band)
        if lowest:
            # Bands come in rising order, so the highest ends up outermost and is asked first.
            text = f"if({age} >= {lowest[1]}, '{band}', {text})"
    return inline({"formula": text, "blank": "unknown"})


def _placeholder(column: Column) -> str:
    if not column.codes:
        return f'{{ value = "1" }}  {CHECK}nothing in the file fits'
    allowed = list(code_lists()[column.codes].codes)
    value = "unknown" if "unknown" in allowed else allowed[0]
    return f"{constant(value)}  {CHECK}nothing in the file fits"


def _event_part(subject: str, file: str, key: str | None, profile: ColumnProfile) -> list[str]:
    heading, values = profile.heading, profile.values
    event = event_of(heading)
    if not event or "]" in heading or (key and "]" in key):
        return [
            comment(
                f"{CHECK[2:]}which event happened on {quoted(heading)}? Its days read as {listed(values.dates)}"
            )
        ]
    who = f"[{key}]" if key else "text({row})"
    # The heading tells apart two columns that seem to date the same event.
    name = words_of(heading).replace(" ", "_")
    event_id = f"{who} & '-{name}-' & text({{row}})"
    entry = {"from": heading, "dates": values.dates, "missing": _numbers(values.missing)}
    warning = f"  {CHECK}day and month could be the other way round" if values.is_ambiguous else ""
    return [
        "[[table]]",
        'into = "events"',
        f"from = {quoted(file)}",
        f"where = {quoted(f'[{heading}] is present')}",
        "[table.columns]",
        f"event_id = {formula(event_id)}",
        f"subject_kind = {constant(SUBJECTS[subject])}",
        f"subject_id = {_identifier(key)}",
        f"event = {constant(event)}  {CHECK}is this the event?",
        f"occurred_on = {inline(entry)}{warning}",
    ]
