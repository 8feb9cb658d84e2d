"""Drafts `official_counts` for a file of published figures."""

import re
from difflib import SequenceMatcher

from data.intake.describe_headings import words_of
from data.intake.describe_match import best_heading, codes_for
from data.intake.describe_profile import YEAR_HEADING, ColumnProfile, TableProfile
from data.intake.describe_toml import CHECK, comment, constant, formula, inline, quoted
from data.schema import code_lists, tables

TOTAL = constant("total")
RATE = re.compile(r"\b(rate|pct|percent|percentage|share|ratio|average|mean|median)\b")


def official_tables(table: TableProfile, file: str) -> list[str]:
    """One `[[table]]` part: long files give a figure a row, wide ones repeat over their figure columns."""
    usable = {
        column.heading: column
        for column in table.columns
        if not column.is_personal and column.values.kind != "empty"
    }
    year = next((one for one in usable.values() if one.values.kind == "year"), None)
    figures = _figures(table, usable)
    lines = ["[[table]]", 'into = "official_counts"', f"from = {quoted(file)}"]
    if table.year_headings:
        lines.append(f"repeat_headings = {quoted('^(' + YEAR_HEADING.pattern + ')$')}")
        period, value = "{item}", _figure("{item}", figures)
    elif len(figures) > 1:
        lines += _repeat(figures)
        period, value = f"[{year.heading}]" if year else "", _figure("{item}", figures)
    else:
        heading = figures[0].heading if figures else next(iter(usable), "")
        period, value = f"[{year.heading}]" if year else "", _figure(heading, figures)
    lines += ["[table.columns]", *_period(period), f"value = {value}"]
    if len(figures) == 1 and figures[0].values.bounds:
        withheld = dict.fromkeys(figures[0].values.bounds, "suppressed")
        entry = inline({"from": figures[0].heading, "codes": withheld})
        lines.append(f'blank = {entry[:-2]}, otherwise = "" }}')
    return lines + _labels(usable, figures, has_repeat=len(figures) > 1 and not table.year_headings)


def _figures(table: TableProfile, usable: dict[str, ColumnProfile]) -> list[ColumnProfile]:
    if table.year_headings:
        return [usable[heading] for heading in table.year_headings if heading in usable]
    numbers = [one for one in usable.values() if one.values.kind in ("integer", "decimal")]
    # A printed share can be recomputed from counts; a running number counts nothing.
    return [
        one for one in numbers if one.heading.lower() not in ("column 1", "index", "no", "sl no")
    ]


def _repeat(figures: list[ColumnProfile]) -> list[str]:
    measures = _measures([column.heading for column in figures])
    if not measures:
        measures = {figures[0].heading: next(iter(code_lists()["official_measure"].codes))}
    lines = ["repeat = ["]
    for column in figures:
        entry = inline({"item": column.heading, "measure": measures.get(column.heading)})
        guess = f"    {entry},"
        lines.append(
            guess if column.heading in measures else comment(f"{CHECK[2:]}which measure? {guess}")
        )
    return [*lines, "]"]


def _measures(headings: list[str]) -> dict[str, str]:
    """Each heading with the measure it is most like; no measure is given twice, nor to a rate."""
    pairs = [
        (SequenceMatcher(None, words_of(heading), words_of(name)).ratio(), heading, code)
        for heading in headings
        if not RATE.search(words_of(heading))
        for code, entry in code_lists()["official_measure"].codes.items()
        for name in (code, entry.label)
    ]
    found: dict[str, str] = {}
    for score, heading, code in sorted(pairs, reverse=True):
        if score >= 0.7 and heading not in found and code not in found.values():
            found[heading] = code
    return found


def _figure(heading: str, figures: list[ColumnProfile]) -> str:
    thousands = next((one.values.thousands for one in figures if one.values.thousands), None)
    decimal = next((one.values.decimal for one in figures if one.values.decimal), None)
    bounds = {bound for one in figures for bound in one.values.bounds}
    # "<5" means at most 4, and "≤5" at most 5.
    at_most = {
        one: int("".join(filter(str.isdigit, one))) - (not one.startswith(("≤", "<=")))
        for one in sorted(bounds)
    }
    signs = {"thousands": thousands, "decimal": decimal}
    return inline({"from": heading, "number": True, **signs, "at_most": at_most})


def _period(year: str) -> list[str]:
    if not year or year.count("]") > 1:
        return [
            f'period_start = {{ value = "2000-01-01" }}  {CHECK}first day of the period',
            f'period_end = {{ value = "2000-12-31" }}  {CHECK}last day of the period',
        ]
    if year == "{item}":
        return [
            "period_start = " + constant("{item}-01-01"),
            "period_end = " + constant("{item}-12-31"),
        ]
    return [
        "period_start = " + formula(f"date({year} & '-01-01')"),
        "period_end = " + formula(f"date({year} & '-12-31')"),
    ]


def _labels(
    usable: dict[str, ColumnProfile], figures: list[ColumnProfile], has_repeat: bool
) -> list[str]:
    headings = {name: one for name, one in usable.items() if one not in figures}
    columns = tables()["official_counts"].columns
    lines, code_parts = [], []
    place = best_heading("jurisdiction", headings)
    if place:
        code_parts += _place_codes(headings[place])
    for name in ("breakdown", "category", "offence_label"):
        heading = best_heading(name, headings)
        check = f"  {CHECK}total where a row is not split; breakdown is one word in snake_case"
        lines.append(
            f"{name} = {TOTAL}" + (f"{check}; perhaps {quoted(heading)}" if heading else "")
        )
    for name in ("measure", "unit_counted", "sex", "age_group"):
        allowed = list(code_lists()[columns[name].codes].codes)
        heading = best_heading(name, headings)
        if name == "measure" and has_repeat:
            lines.append('measure = { value = "{measure}" }')
        elif heading and headings[heading].values.shown:
            code_parts += _codes(name, headings[heading], allowed)
        elif "total" in allowed:
            lines.append(f"{name} = {TOTAL}")
        else:
            lines.append(f"{name} = {constant(allowed[0])}  {CHECK}one of: {', '.join(allowed)}")
    return lines + code_parts


def _codes(name: str, profile: ColumnProfile, allowed: list[str]) -> list[str]:
    column = tables()["official_counts"].columns[name]
    lines = [f"[table.columns.{name}]", f"from = {quoted(profile.heading)}"]
    lines += [f"[table.columns.{name}.codes]", comment(f"{CHECK[2:]}one of: {', '.join(allowed)}")]
    for shown, code in codes_for(column, profile.values).items():
        lines.append(
            f"{quoted(shown)} = {quoted(code)}" if code else comment(f'{quoted(shown)} = ""')
        )
    return lines


def _place_codes(profile: ColumnProfile) -> list[str]:
    countries = code_lists()["country"].codes
    if profile.values.shown and set(profile.values.shown) <= set(countries):
        return ["[table.columns.jurisdiction]", f"from = {quoted(profile.heading)}"]
    names = {entry.label.lower(): code for code, entry in countries.items()}
    lines = ["[table.columns.jurisdiction]", f"from = {quoted(profile.heading)}"]
    known = {shown: names.get(shown.lower()) for shown in profile.values.shown}
    if not any(known.values()) and not profile.values.shown:
        return [*lines, comment(f"{CHECK[2:]}add codes where the file prints names, not ISO codes")]
    lines += ["[table.columns.jurisdiction.codes]"]
    lines.append(comment(f"{CHECK[2:]}ISO 3166-1 alpha-3; parts of a State as IND-AP"))
    for shown, code in known.items():
        lines.append(
            f"{quoted(shown)} = {quoted(code)}" if code else comment(f'{quoted(shown)} = ""')
        )
    return lines
