"""The tables of comparisons in the workbook: places, groups and series, in the units of their metrics."""

from charts import format as reads
from charts.release_words import title
from languages import later, phrase
from reports.headings import heading, readable
from reports.material import Material
from reports.sheets import Part, Table, sheet_name
from reports.workbook_formats import (
    COUNT,
    DAY,
    DAYS,
    NONE_HERE,
    NUMBER,
    SHARE,
    filled,
    number_format,
)
from reports.workbook_tables import headlines_first

NOT_TOLD = reads.Words(
    later("Nothing said"), "[r]", later("The column Reason says why nothing is said here.")
)
IN_UNIT = {
    "comparisons": (
        "value target lower_95 upper_95 lower_998 upper_998 od_lower_95 od_upper_95 od_lower_998"
        " od_upper_998 shrunken shrunken_lower shrunken_upper"
    ).split(),
    "disparities": (
        "value reference_value difference difference_lower difference_upper adjusted_difference"
        " adjusted_difference_lower adjusted_difference_upper smallest_detectable_gap"
        " gap_not_ruled_out bound_lower bound_upper"
    ).split(),
    "trends": ["value", "centre", "lower_limit", "upper_limit"],
}
"""Table -> columns in the unit of the metric."""
MEANINGS = {
    "comparisons": later(
        "Places beside the pooled rest. No column is a rank: rank lower and rank upper are "
        "the ends of what chance allows."
    ),
    "disparities": later(
        "Groups beside a reference group of the same place: difference, interval, verdict."
    ),
    "trends": later(
        "Points over time with the limits of natural variation and what differs from it."
    ),
}


def comparison_tables(material: Material) -> list[Table]:
    """Comparisons, disparities and trends of the places reported, metric by metric."""
    found = []
    for name, meaning in MEANINGS.items():
        by_metric = getattr(material, name)
        parts = []
        for definition in headlines_first(list(material.definitions.values())):
            rows = [
                row
                for row in by_metric.get(definition["metric_id"], [])
                if material.is_about(row["jurisdiction"])
            ]
            parts += [_part(name, definition, rows, material)] if rows else []
        found.append(Table(sheet_name(heading(name)), heading(name), name, phrase(meaning), parts))
    return found


def _part(name: str, definition: dict, rows: list[dict], material: Material) -> Part:
    formats = dict.fromkeys(rows[0], NUMBER)
    formats |= dict.fromkeys(IN_UNIT[name], number_format(definition["value_unit"]))
    counts = [c for c in rows[0] if c.endswith(("numerator", "denominator"))] + ["observed"]
    formats |= dict.fromkeys(counts, COUNT)
    whole = ("horizon_days", "rank_lower", "rank_upper", "units_compared", "points")
    formats |= dict.fromkeys((*whole, "strata_used", "case_mix_strata"), COUNT)
    chances = ("tail_probability", "q_value", "p_value", "p_holm", "q_bh", "homogeneity_p")
    formats |= dict.fromkeys(chances, "0.0000")
    formats |= {"unknown_share": SHARE} | dict.fromkeys(DAYS, DAY)
    headings = list(map(heading, ("metric", "place", *rows[0])))

    def make(row: dict) -> dict:
        cells = _row(row, definition, material)
        return dict(zip(headings, cells.values(), strict=True))

    return Part(rows, readable(formats), make)


def _row(row: dict, definition: dict, material: Material) -> dict:
    cells = {"metric": title(definition), "place": material.labels.place(row["jurisdiction"])}
    cells |= {column: _filled(cell, column, row) for column, cell in row.items()}
    for column in ("category", "reference"):
        if row.get(column) not in (None, "total"):
            cells[column] = material.labels.category(row["breakdown"], row[column])
    return cells


def _filled(cell, column: str, row: dict):
    """A cell, or the mark of why it is empty: a blank of the result, another reason, or no such fact."""
    if not reads.is_missing(cell):
        return cell
    reason = row.get("reason")
    if column == "reason" or reads.is_missing(reason):
        return NONE_HERE
    return filled(cell, {"blank": reason}) if reason in reads.BLANKS else NOT_TOLD.shorthand
