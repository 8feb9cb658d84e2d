"""The tables of results in the workbook: one sheet a group, every result beside its counterpart."""

from charts import format as reads
from charts.counterpart import Counterparts
from charts.describe import blank_words, is_public_fact
from charts.linkage import linkage
from charts.units import UNITS
from reports.material import Material
from reports.sheets import Part, Table

DAY = "yyyy-mm-dd"
COUNT = "#,##0"
SHARE = "0.0%"
COUNTS = ("numerator", "denominator")
LIMITS = ("lower", "upper")
ESTIMATES = ("value", *LIMITS, "bound_lower", "bound_upper")
DAYS = ("period_start", "period_end", "as_of")
NONE_HERE = reads.BLANKS["not_applicable"].shorthand


def group_tables(material: Material) -> list[Table]:
    """A table a group, in the order of justice; in it the metrics that stand for their stage come first."""
    groups: dict[str, list[dict]] = {}
    for definition in material.definitions.values():
        if definition["metric_id"] in material.results:
            groups.setdefault(definition["metric_group"], []).append(definition)
    return [
        Table(
            reads.plain(group),
            f"{reads.plain(group)}: all results",
            f"results_{group}",
            "Every result of these metrics, one a row. Above the line stands Numerator, below it "
            "Denominator; the sheet Definitions says what each counts. To be read beside the "
            "counterpart, whose columns begin with Pair.",
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
    formats = dict.fromkeys(ESTIMATES, UNITS[definition["value_unit"]].cell)
    formats |= {f"pair_{name}": UNITS[pair["value_unit"]].cell for name in ("value", *LIMITS)}
    formats |= {name: COUNT for count in COUNTS for name in (count, f"pair_{count}")}
    formats |= {"missing_share": SHARE} | dict.fromkeys(DAYS, DAY)

    def make(row: dict) -> dict:
        told = {"Metric": definition["title"]} | _result_row(row, definition, material)
        return told | {"Pair": pair["title"]} | _counterpart(counterparts, row)

    rows = material.results[definition["metric_id"]]
    return Part(rows, readable(formats), make, definition["title"])


def readable(columns: dict) -> dict:
    """The same, under headings in words."""
    return {reads.plain(name): cell for name, cell in columns.items()}


def _result_row(row: dict, definition: dict, material: Material) -> dict:
    labels = material.labels
    cells = {"Place": labels.place(row["jurisdiction"])}
    for name, cell in row.items():
        cells[reads.plain(name)] = filled(cell, row)
    if row["category"] != "total":
        cells["Category"] = labels.category(row["breakdown"], row["category"])
    cells["Blank"] = blank_words(row).label if row["blank"] else NONE_HERE
    status = reads.STATUSES.get(row["status"])
    cells["Status"] = status.label if status else NONE_HERE
    if "public_fact" in row:
        court = f"{reads.PUBLIC_FACT.shorthand} {reads.PUBLIC_FACT.label}"
        cells["Public fact"] = court if is_public_fact(row) else NONE_HERE
    cells["Linkage"] = linkage(row, definition) or NONE_HERE
    return cells


def _counterpart(counterparts: Counterparts, row: dict) -> dict:
    """The counterpart's columns in readable words, every empty one with its mark."""
    columns = counterparts.columns(row)
    own = {"blank": columns["pair_blank"]}
    cells = {reads.plain(name): filled(cell, own) for name, cell in columns.items()}
    blank = reads.BLANKS.get(columns["pair_blank"])
    status = reads.STATUSES.get(columns["pair_status"])
    cells["Pair blank"] = blank.label if blank else NONE_HERE
    cells["Pair status"] = status.label if status else NONE_HERE
    return cells


def filled(cell, row: dict):
    """A cell, or the mark of why it is empty: the row's own reason, else that there is no such fact."""
    if not reads.is_missing(cell):
        return cell
    reason = reads.BLANKS.get(row.get("blank"))
    return reason.shorthand if reason else NONE_HERE
