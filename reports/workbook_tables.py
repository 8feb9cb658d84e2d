"""The tables of results in the workbook: one sheet a group, every result beside its counterpart."""

from charts import format as reads
from charts.counterpart import Counterparts
from charts.describe import blank_words, is_public_fact
from charts.linkage import linkage
from charts.release_words import code, title
from languages import phrase
from reports.headings import heading, readable
from reports.material import Material
from reports.sheets import Part, Table, sheet_name
from reports.workbook_formats import (
    COUNT,
    DAY,
    DAYS,
    NONE_HERE,
    SHARE,
    SHARES,
    filled,
    number_format,
)

COUNTS = ("numerator", "denominator")
LIMITS = ("lower", "upper")
NAMING = ("origin", "horizon_days", "currency")
"""Columns that say what a result is about: where one is empty, that is never because the result is hidden."""
ESTIMATES = ("value", *LIMITS, "bound_lower", "bound_upper")


def group_tables(material: Material) -> list[Table]:
    """A table a group, in the order of justice; in it the metrics that stand for their stage come first."""
    groups: dict[str, list[dict]] = {}
    for definition in material.definitions.values():
        if definition["metric_id"] in material.results:
            groups.setdefault(definition["metric_group"], []).append(definition)
    note = phrase(
        "Every result of these metrics, one a row. Above the line stands Numerator, below it "
        "Denominator; the sheet Definitions says what each counts. To be read beside the "
        "counterpart, whose columns begin with Pair."
    )
    return [
        Table(
            sheet_name(code(group)),
            phrase("{group}: all results", group=code(group)),
            f"results_{group}",
            note,
            [_part(definition, material) for definition in headlines_first(definitions)],
        )
        for group, definitions in groups.items()
    ]


def headlines_first(definitions: list[dict]) -> list[dict]:
    """Metrics that stand for their stage before the others; else in the same order."""
    return sorted(definitions, key=lambda each: each["headline"] != "yes")


def _part(definition: dict, material: Material) -> Part:
    """All results of one metric; the columns are those of `results`, in readable words."""
    pair = material.pair(definition)
    counterparts = material.counterparts[definition["metric_id"]]
    rows = material.results[definition["metric_id"]]
    formats = dict.fromkeys(ESTIMATES, number_format(definition["value_unit"]))
    own = number_format(pair["value_unit"])
    formats |= {f"pair_{name}": own for name in ("value", *LIMITS)}
    formats |= {name: COUNT for count in COUNTS for name in (count, f"pair_{count}")}
    formats |= dict.fromkeys(SHARES, SHARE) | dict.fromkeys(DAYS, DAY)
    unit = material.labels.category("value_unit", definition["value_unit"])
    names = {"metric": title(definition), "unit_of_value": unit, "pair": title(pair)}
    # Said once a metric: headings of a release are the same in every row.
    first = _result_row(rows[0], names, definition, material)
    first |= _counterpart(counterparts, rows[0], names)
    headings = list(map(heading, first))

    def make(row: dict) -> dict:
        told = _result_row(row, names, definition, material)
        told |= _counterpart(counterparts, row, names)
        return dict(zip(headings, told.values(), strict=True))

    return Part(rows, readable(formats), make, names["metric"])


def _result_row(row: dict, names: dict, definition: dict, material: Material) -> dict:
    labels = material.labels
    cells = {"metric": names["metric"], "place": labels.place(row["jurisdiction"])}
    for name, cell in row.items():
        if name == "value":
            cells["unit_of_value"] = names["unit_of_value"]
        cells[name] = filled(cell, {"blank": None} if name in NAMING else row)
    if row["category"] != "total":
        cells["category"] = labels.category(row["breakdown"], row["category"])
    cells["blank"] = blank_words(row).label if row["blank"] else NONE_HERE
    status = reads.STATUSES.get(row["status"])
    cells["status"] = status.label if status else NONE_HERE
    if "public_fact" in row:
        court = f"{reads.PUBLIC_FACT.shorthand} {reads.PUBLIC_FACT.label}"
        cells["public_fact"] = court if is_public_fact(row) else NONE_HERE
    cells["linkage"] = linkage(row, definition) or NONE_HERE
    return cells


def _counterpart(counterparts: Counterparts, row: dict, names: dict) -> dict:
    """The counterpart's columns, every empty one with its mark."""
    columns = counterparts.columns(row)
    own, naming = {"blank": columns["pair_blank"]}, {"blank": None}
    cells = {"pair": names["pair"]}
    for name, cell in columns.items():
        cells[name] = filled(cell, naming if name.removeprefix("pair_") in NAMING else own)
    blank = reads.BLANKS.get(columns["pair_blank"])
    status = reads.STATUSES.get(columns["pair_status"])
    cells["pair_blank"] = blank.label if blank else NONE_HERE
    cells["pair_status"] = status.label if status else NONE_HERE
    return cells
