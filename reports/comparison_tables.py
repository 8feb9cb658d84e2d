"""The tables of comparisons in the workbook: places, groups and series, in the units of their metrics."""

from charts import format as reads
from charts.units import UNITS
from reports.material import Material
from reports.sheets import Part, Table
from reports.workbook_tables import COUNT, DAY, NONE_HERE, SHARE, filled, headlines_first, readable

NOT_TOLD = reads.Words("Nothing said", "[r]", "The column Reason says why nothing is said here.")
NUMBER = "0.00"
IN_UNIT = {
    "comparisons": (
        "value target lower_95 upper_95 lower_998 upper_998 od_lower_95 od_upper_95 od_lower_998"
        " od_upper_998 shrunken shrunken_lower shrunken_upper"
    ).split(),
    "disparities": (
        "value reference_value difference difference_lower difference_upper adjusted_difference"
        " adjusted_difference_lower adjusted_difference_upper smallest_detectable_gap"
        " gap_not_ruled_out unknown_share bound_lower bound_upper"
    ).split(),
    "trends": ["value", "centre", "lower_limit", "upper_limit"],
}
"""Table -> columns in the unit of the metric."""
MEANINGS = {
    "comparisons": "Places beside the pooled rest. No column is a rank: rank lower and rank upper are "
    "the ends of what chance allows.",
    "disparities": "Groups beside a reference group of the same place: difference, interval, verdict.",
    "trends": "Points over time with the limits of natural variation and what differs from it.",
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
                if material.jurisdiction in (None, row["jurisdiction"])
            ]
            parts += [_part(name, definition, rows, material)] if rows else []
        found.append(Table(reads.plain(name), reads.plain(name), name, meaning, parts))
    return found


def _part(name: str, definition: dict, rows: list[dict], material: Material) -> Part:
    formats = {column: NUMBER for column in rows[0]}
    formats |= dict.fromkeys(IN_UNIT[name], UNITS[definition["value_unit"]].cell)
    counts = [c for c in rows[0] if c.endswith(("numerator", "denominator"))] + ["observed"]
    formats |= dict.fromkeys(counts, COUNT)
    whole = ("horizon_days", "rank_lower", "rank_upper", "units_compared", "points")
    formats |= dict.fromkeys((*whole, "strata_used", "case_mix_strata"), COUNT)
    chances = ("tail_probability", "q_value", "p_value", "p_holm", "q_bh", "homogeneity_p")
    formats |= dict.fromkeys(chances, "0.0000")
    formats |= {"unknown_share": SHARE, "period_start": DAY, "period_end": DAY}
    return Part(rows, readable(formats), lambda row: _row(row, definition, material))


def _row(row: dict, definition: dict, material: Material) -> dict:
    cells = {
        "Metric": definition["title"],
        "Place": material.labels.place(row["jurisdiction"]),
    }
    for column, cell in row.items():
        cells[reads.plain(column)] = _filled(cell, column, row)
    for column in ("category", "reference"):
        if row.get(column) not in (None, "total"):
            cells[reads.plain(column)] = material.labels.category(row["breakdown"], row[column])
    return cells


def _filled(cell, column: str, row: dict):
    """A cell, or the mark of why it is empty: a blank of the result, another reason, or no such fact."""
    if not reads.is_missing(cell):
        return cell
    reason = row.get("reason")
    if column == "reason" or reads.is_missing(reason):
        return NONE_HERE
    return filled(cell, {"blank": reason}) if reason in reads.BLANKS else NOT_TOLD.shorthand
