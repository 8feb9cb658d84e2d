"""The tables of the workbook beside the numbers: duties and their evidence, definitions, receipts, rules, words."""

from charts import format as reads
from charts.labels import Labels
from charts.release_words import code, title
from languages import later, phrase
from release.read import Release
from reports.headings import heading, in_words
from reports.material import Material
from reports.names import table_or_none
from reports.sheets import Part, Table, sheet_name
from reports.workbook_formats import COUNT, DAY, DAYS, SHARE, SHARES, filled, number_format

ALL = "all"
"""Stands in some of these tables for every place."""

REFERENCE = {
    "compliance": later(
        "How each duty stands, a row an aspect: its state, the rule that led to it, the grade of the best "
        "evidence and the pieces of evidence."
    ),
    "compliance_summary": later(
        "How many aspects of duties are met, short of it or open, by theme and by instrument. A share "
        "is a range: from what is met to what would be if all that is open were met."
    ),
    "compliance_evidence": later("Every piece of evidence, a row a duty and aspect it bears on."),
    "compliance_changes": later("Duties that stand otherwise than in the release before, and why."),
    "compliance_rules": later("The rules by which evidence leads to a state, in order."),
    "replies": later("What governments replied, in their own words."),
    "statutes": later("What the law says, provision by provision."),
    "participations": later(
        "Which instruments bind which place, since when, with which reservations."
    ),
    "benchmarks": later(
        "Aims that were set for a metric, by whom and when, and whether they are reached."
    ),
    "new_methods": later(
        "Newer forms of trafficking: what is counted, and whether the law covers it."
    ),
    "coder_agreement": later("How far two coders who read the same sources agreed."),
    "revisions": later("What changed in results that the release before held too, and why."),
    "indicators": later(
        "The indicators of the field, and the metrics that answer them or why none does yet."
    ),
    "definitions": later("What each metric means and the SQL it was counted with."),
    "populations": later("Who is counted and who is not."),
    "obligations": later(
        "The duties: where they stand, how binding they are and what shows them kept."
    ),
    "instruments": later("The treaties and laws the duties come from."),
    "submissions": later("What agencies sent and what became of it."),
    "data_quality": later("What the validations found."),
    "blanks": later("How many results have no value, and why."),
    "policy": later("The rules that protect people."),
    "protection": later(
        "How many results are shown, shown in part, hidden, or not there for another reason."
    ),
    "audits": later("Attacks that were tried on this release before it was published."),
    "plan": later("What is told at which detail, and why."),
    "research_notes": later("Which places the data for research hold, and why not others."),
    "research_utility": later("How far the data for research can be relied on."),
    "jurisdictions": later("The places of the release."),
    "agencies": later("The agencies that submit."),
    "vocabulary": later("What every code means."),
    "codebook": later("What every column means."),
}
"""Table of the release -> what it holds, in the order of sheets."""

TITLES = {"protection": later("Shown and hidden"), "plan": later("Detail told")}
"""Table -> its title, where its name in words says something else."""

LISTS = {
    "state": "compliance_state",
    "state_before": "compliance_state",
    "state_now": "compliance_state",
    "aspect": "aspect",
    "applies": "applies",
    "counts_as": "counts_as",
    "finding": "finding",
    "grade": "evidence_grade",
    "best_grade": "evidence_grade",
    "certainty": "certainty",
    "strength": "recommendation_strength",
    "force": "obligation_force",
    "force_group": "force_group",
    "element": "statute_element",
    "event": "participation_event",
    "method": "new_method",
    "item": "theme",
}
"""Column of codes -> list that says them in words, in a column beside it."""

OF_A_DUTY = ("instrument_title", "article", "duty")
"""What is said of a duty beside its id."""


def reference_tables(release: Release, material: Material) -> list[Table]:
    """Each as the release holds it, of the places asked for and of all together.

    A table that the release, an older one, does not hold has no sheet.
    """
    found = []
    instruments = {row["instrument"]: row for row in table_or_none(release, "instruments") or ()}
    for name, meaning in REFERENCE.items():
        rows = table_or_none(release, name)
        if rows is None:
            continue
        if rows and "jurisdiction" in rows[0] and name != "jurisdictions":
            rows = [
                r for r in rows if r["jurisdiction"] == ALL or material.is_about(r["jurisdiction"])
            ]
        words = phrase(TITLES[name]) if name in TITLES else heading(name)
        parts = _parts(rows, material, instruments)
        found.append(Table(sheet_name(words), words, name, phrase(meaning), parts))
    return found


def _parts(rows: list[dict], material: Material, instruments: dict) -> list[Part]:
    """A part a unit where rows are values of metrics, else one; rows of a unit keep their order."""
    if not rows:
        return []
    by_unit: dict[str, list[dict]] = {}
    for row in rows:
        definition = material.definitions.get(row.get("metric_id"), {}) if "value" in row else {}
        by_unit.setdefault(definition.get("value_unit", ""), []).append(row)
    first = _cells(rows[0], material, instruments)
    headings = [in_words(*name) if isinstance(name, tuple) else heading(name) for name in first]

    def make(row: dict) -> dict:
        return dict(zip(headings, _cells(row, material, instruments).values(), strict=True))

    return [Part(each, _formats(rows[0], unit), make) for unit, each in by_unit.items()]


def _formats(row: dict, unit: str) -> dict[str, str]:
    formats = {name: COUNT for name, cell in row.items() if isinstance(cell, int)}
    formats |= dict.fromkeys(SHARES, SHARE) | dict.fromkeys(DAYS, DAY)
    if unit:
        formats |= dict.fromkeys(("value", "lower", "upper"), number_format(unit))
    formats.pop("year", None)
    return {heading(name): form for name, form in formats.items()}


def _cells(row: dict, material: Material, instruments: dict) -> dict:
    """The columns of a row, and after each code what it means; (column,) stands for a column in words."""
    labels, cells = material.labels, {}
    for column, cell in row.items():
        cells[column] = filled(cell, row)
        match column:
            case "jurisdiction":
                cells["place"] = phrase("All places") if cell == ALL else labels.place(cell)
            case "metric_id" if "title" not in row:
                definition = material.definitions.get(cell)
                cells["metric"] = title(definition) if definition else filled(None, row)
            case "obligation_id" if "duty" not in row:
                duty = material.obligations.get(cell, {})
                cells |= {name: filled(duty.get(name), row) for name in OF_A_DUTY}
            case "instrument" if "instrument_title" not in row and "short_title" not in row:
                found = instruments.get(cell, {})
                cells[column,] = filled(found.get("title"), row)
            case _ if column in LISTS:
                cells[column,] = _word(column, cell, row, labels, instruments)
    return cells


def _word(column: str, cell, row: dict, labels: Labels, instruments: dict):
    if reads.is_missing(cell):
        return filled(None, row)
    if cell == ALL:
        return phrase("All")
    if column == "item" and row["dimension"] == "instrument":
        return instruments.get(cell, {}).get("title") or code(cell)
    return labels.category(LISTS[column], cell)
