"""The columns of the research tables, with types and meanings, for whoever writes or explains a release."""

from disclosure.research.base import NOT_TOLD, OTHER_PLACES, PERIOD, PLACE, Base, Outcome

NOTES, UTILITY = "research_notes", "research_utility"

Columns = dict[str, tuple[str, str]]

_HELD = f"{NOT_TOLD} where it is held back, which is not the same as unknown."

NOTES_COLUMNS: Columns = {
    "table_name": ("VARCHAR", "Research table."),
    "jurisdiction": ("VARCHAR", "Place, as in jurisdictions; all where the whole table is meant."),
    "treatment": (
        "VARCHAR",
        "pooled or left_out; a place that is not named here stands by itself.",
    ),
    "reason": ("VARCHAR", "What was done and why, as a sentence."),
}
UTILITY_TABLE_COLUMNS: Columns = {
    "table_name": ("VARCHAR", "Research table."),
    "profile": ("VARCHAR", "Profile it was protected under: default or strict."),
    "measure": ("VARCHAR", "What is measured."),
    "value": ("DOUBLE", "Its value, rounded so that it hides at least ten people."),
}


def research_columns(base: Base, outcome: Outcome) -> Columns:
    """Name -> (DuckDB type, meaning) of one research table, in order."""
    told = {each.name: ("VARCHAR", f"{each.meaning} {_HELD}") for each in base.attributes}
    return {
        PLACE: ("VARCHAR", f"Place; {OTHER_PLACES} for small ones together, {_HELD}"),
        PERIOD: ("VARCHAR", f"Years, first and last, as blocks of results; {_HELD}"),
        **{name: told[name] for name in reversed(told)},
        outcome.name: ("VARCHAR", outcome.meaning),
    }
