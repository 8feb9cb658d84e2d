"""Which results a section prints: all periods of one place, the newest of each place, and details."""

from charts.choose import UNKNOWN, coarsest, headline, newest, one_horizon, strands
from charts.describe import blank_words, is_pooled, moment, quality
from charts.labels import Labels
from reports.material import Material
from reports.result_cells import COVERS, printed_table


def main_table(definition: dict, rows: list[dict], material: Material) -> dict | None:
    """Headline rows: every period of one place, each place's newest period and horizon for all places."""
    chosen = headline(rows) or coarsest(rows)
    title = "All periods"
    if material.jurisdiction is None:
        chosen = _one_follow_up(_newest_of_each(chosen))
        title = "Each place at its latest period with a number"
    else:
        # Follow-ups are told where years are taken together; of a single year the best known one.
        single = [row for row in chosen if not is_pooled(row)]
        chosen = [row for row in chosen if is_pooled(row)] + _one_follow_up(single)
    chosen.sort(key=lambda row: _order(row, material.labels))
    with_place = material.jurisdiction is None
    return printed_table(title, definition, chosen, len(rows), material, with_place=with_place)


def detail_table(
    definition: dict, rows: list[dict], material: Material, held: int | None = None
) -> dict | None:
    """The breakdowns of one place at its latest period; None for all places: the workbook has those.

    `held` is the number of results of the metric, where `rows` are not all.
    """
    if material.jurisdiction is None or not rows:
        return None
    main = strands(rows)[0]
    told = {id(row) for row in headline(main) or coarsest(main)}
    details = one_horizon(
        [row for row in main if row["breakdown"] != "total" and id(row) not in told]
    )
    end = max((row["period_end"] for row in details if quality(row) != "blank"), default=None)
    details = [row for row in details if row["period_end"] == end]
    if not details:
        return None
    title = f"In detail, {moment(details[0] | {'horizon_days': None})}"
    known = [row for row in details if quality(row) != "blank"]
    known.sort(key=_detail_order)
    table = printed_table(title, definition, known, held or len(rows), material, with_period=False)
    return table | {"note": _silent(details) + table["note"]}


def _silent(rows: list[dict]) -> str:
    """How many have no number, by reason: a row for each would fill pages with marks."""
    counted: dict[str, int] = {}
    for row in rows:
        if quality(row) == "blank" and row["blank"]:
            label = blank_words(row).label.lower()
            counted[label] = counted.get(label, 0) + 1
    if not counted:
        return ""
    reasons = ", ".join(f"{label} {number}" for label, number in sorted(counted.items()))
    return f"Without a number, and so not listed: {reasons}. "


def _one_follow_up(rows: list[dict]) -> list[dict]:
    """Of each place and category the follow-up with most numbers; of equals, the longer one."""
    found: list[dict] = []
    names = ("jurisdiction", "breakdown", "category", *COVERS)
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    for group in groups.values():
        found += one_horizon(group)
    return found


def _detail_order(row: dict) -> tuple:
    """Breakdowns together; stages in the order they are passed, which is that of their counts."""
    passed = -(row["numerator"] or 0) if row["breakdown"] == "stage" else 0
    return (row["breakdown"], row["category"] == UNKNOWN, row["horizon_days"] or 0, passed)


def _order(row: dict, labels: Labels) -> tuple:
    is_together = is_pooled(row)
    place, detail = labels.place(row["jurisdiction"]), (row["breakdown"], row["category"])
    return (
        place,
        is_together,
        row["period_end"],
        detail,
        row["horizon_days"] or 0,
        row["currency"] or "",
    )


def _newest_of_each(rows: list[dict]) -> list[dict]:
    names = ("jurisdiction", "breakdown", "category", "horizon_days", *COVERS)
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in names), []).append(row)
    latest = [newest(group) for group in found.values()]
    # A year without any money has no currency either: it is no news where a currency has numbers.
    with_money = {row["jurisdiction"] for row in latest if row["currency"]}
    return [row for row in latest if row["currency"] or row["jurisdiction"] not in with_money]
