"""The chapter that sets places beside one another: signal or chance, never a rank."""

from charts import release_words
from charts.funnel import funnel
from charts.units import UNITS
from languages import phrase, phrase_for, phrase_in, whole
from reports.alarms import alarms
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table
from reports.compact_table import named_with_key
from reports.drawing import drawn
from reports.material import Material
from reports.position import (
    about_the_set,
    counted,
    flag_in_print,
    like_with_like,
    limits_of_chance,
    number_of,
    order_in_print,
    period_of,
    places_compared,
    position,
)
from reports.sourced import of_metric, of_table

SILENT, WITHIN = "not_assessable", "within"


def comparison_section(material: Material) -> list:
    """The chapter; empty where no measure is compared."""
    told = _of_place(material) if material.jurisdiction else _of_places(material)
    if not told:
        return []
    ringing = alarms(material)
    lead = phrase(
        "A place is set beside all others taken together. A flag says that its number lies further from theirs than chance "
        "explains; it does not say why, and neither that more is better nor that less is. Differences in what is recorded come first."
    )
    title = Heading(1, phrase("Beside other places"), anchor="comparison")
    return [NewPage(), title, Paragraph(lead, "note"), *told, *([ringing] if ringing else [])]


def _of_place(material: Material) -> list:
    found = {name: position(name, material) for name in material.definitions}
    found = {name: row for name, row in found.items() if row}
    if not found:
        return []
    first = [name for name in material.headlines if name in found]
    others = [name for name in found if name not in first]
    flagged = [name for name in others if found[name]["flag"] not in (SILENT, WITHIN)]
    silent = sum(found[name]["flag"] == SILENT for name in others)
    blocks: list = [Bullets(tuple(_summary(found)))]
    if first:
        title = phrase("Headline measures beside all others together")
        blocks.append(_table(title, [(name, found[name]) for name in first], material))
    if others:
        blocks.append(Heading(2, phrase("Other measures that stand out")))
        said = phrase_for(
            len(others),
            "{number} other measure is compared: {within} within chance, {silent} cannot be assessed, {flagged} stand out.",
            "{number} other measures are compared: {within} within chance, {silent} cannot be assessed, {flagged} stand out.",
            within=whole(len(others) - silent - len(flagged)),
            silent=whole(silent),
            flagged=whole(len(flagged)),
        )
        blocks.append(Paragraph(said))
    if flagged:
        title = phrase("Other measures that lie further from the others than chance explains")
        blocks.append(_table(title, [(name, found[name]) for name in flagged], material))
    return blocks


def _summary(found: dict[str, dict]) -> list[str]:
    flags = [row["flag"] for row in found.values()]
    assessed = [flag for flag in flags if flag != SILENT]
    alarms_, alerts = (sum(flag.endswith(kind) for flag in flags) for kind in ("alarm", "alert"))
    return [
        phrase_for(
            len(flags),
            "Of {number} measure on which places are compared, {assessed} can be assessed here: {within} within chance, {alerts} "
            "alerts, {alarms} alarms.",
            "Of {number} measures on which places are compared, {assessed} can be assessed here: {within} within chance, {alerts} "
            "alerts, {alarms} alarms.",
            assessed=whole(len(assessed)),
            within=whole(sum(flag == WITHIN for flag in flags)),
            alerts=whole(alerts),
            alarms=whole(alarms_),
        ),
        phrase("Chance allows a range of places in the order of all; there is no single rank."),
    ]


def _table(title: str, rows: list[tuple[str, dict]], material: Material) -> Table:
    headings = (
        phrase("Measure"),
        phrase("Period"),
        phrase("Its number"),
        phrase("All others together"),
        phrase("Limits of chance, 95%"),
        phrase("What follows"),
        phrase("In the order of places"),
        phrase("Like with like"),
    )
    cells = []
    for name, row in rows:
        definition = material.definitions[name]
        unit = definition["value_unit"]
        cells.append(
            (
                named_with_key(definition),
                period_of(row),
                counted(row, definition, material),
                number_of(row, "target", unit) or "–",
                limits_of_chance(row, unit),
                flag_in_print(row),
                order_in_print(row),
                like_with_like(row),
            )
        )
    note = _explained() + " " + of_table("comparisons", material.release_id)
    widths = (1.9, 1.15, 1.2, 0.9, 1.1, 1.2, 0.9, 1.1)
    return Table(title, headings, tuple(cells), frozenset({3}), note, widths)


def _explained() -> str:
    return phrase(
        "Order: the places in the order that chance allows (95%). Like with like: counted over expected of the same mix of cases "
        "elsewhere."
    )


def _of_places(material: Material) -> list:
    blocks = []
    for name in material.headlines:
        rows = places_compared(name, material)
        own = [row for row in rows if material.is_about(row["jurisdiction"])]
        if not own:
            continue
        definition = material.definitions[name]
        blocks.append(Heading(2, release_words.title(definition)))
        blocks.append(Bullets(tuple(about_the_set(rows))))
        if chart := funnel(definition, rows, material.labels):
            blocks.append(drawn(chart, material.labels, of_metric(name, material)))
        blocks.append(_table_of_places(definition, own, material))
    return blocks


def _table_of_places(definition: dict, rows: list[dict], material: Material) -> Table:
    unit, labels = definition["value_unit"], material.labels
    headings = (
        phrase("Place"),
        phrase_in("value", "Number"),
        phrase("Others"),
        phrase("Against the others"),
        phrase("Order"),
        phrase("Like with like"),
    )
    cells = tuple(
        (
            labels.place(row["jurisdiction"]),
            number_of(row, "value", unit) or "–",
            number_of(row, "target", unit) or "–",
            flag_in_print(row),
            order_in_print(row),
            like_with_like(row),
        )
        for row in sorted(rows, key=lambda row: labels.place(row["jurisdiction"]))
    )
    title = phrase("Places beside all others together, by name")
    source = of_table("comparisons", material.release_id)
    no_rank = phrase("There is no single rank.")
    note = f"{UNITS[unit].axis}. {_explained()} {no_rank} {source}"
    widths = (1.4, 0.9, 0.9, 2, 1, 1.4)
    return Table(title, headings, cells, frozenset({1, 2}), note, widths)
