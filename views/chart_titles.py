"""What is seen in a chart of one metric, in one short sentence with a number; never a rank, never a verdict."""

from collections.abc import Sequence

from charts import format as reads
from charts.describe import quality
from charts.format import many
from charts.labels import Labels


def across(rows: Sequence[dict], definition: dict, members: str) -> str:
    """From where to where the numbers run; `members` are places or groups."""
    told = [row["value"] for row in rows if _has_point(row)]
    head = f"{definition['title']}: "
    if not told:
        return (
            f"{head}no number of {many(len(rows), members.removesuffix('s'), members)} can be told"
        )
    unit = definition["value_unit"]
    currency = next((row["currency"] for row in rows if row["currency"]), None)
    low, high = (reads.value(end, unit, currency) for end in (min(told), max(told)))
    span = f"{low} to {high}" if low != high else low
    return f"{head}{span} in {len(told)} of {len(rows)} {members}"


def stairs(rows: Sequence[dict], definition: dict, names: Labels) -> str:
    """First and last stage that have a number."""
    told = [row for row in rows if _has_point(row)]
    if not told:
        return f"{definition['title']}: no stage has a number"
    ends = (
        f"{reads.value(row['value'], definition['value_unit'])} "
        f"{names.category('stage', row['category']).lower()}"
        for row in (told[0], told[-1])
    )
    place = names.place(rows[0]["jurisdiction"])
    return f"In {place}, {' and '.join(dict.fromkeys(ends))}"


def places_judged(rows: Sequence[dict]) -> str:
    """How many places lie further from the others than chance explains."""
    judged = [row for row in rows if row["flag"] != "not_assessable"]
    alarms = sum(row["flag"].endswith("alarm") for row in judged)
    verb = "lies" if alarms == 1 else "lie"
    return f"{alarms or 'None'} of {many(len(judged), 'place')} {verb} further from the others than chance explains"


def groups_judged(rows: Sequence[dict]) -> str:
    """How many comparisons show a difference."""
    differ = sum(row["verdict"] == "difference" for row in rows)
    verb = "shows" if differ == 1 else "show"
    return f"{differ or 'None'} of {many(len(rows), 'comparison')} {verb} a difference that chance does not explain"


def series_judged(rows: Sequence[dict]) -> str:
    """How many points are signals."""
    signals = sum(bool(row["signal"]) for row in rows)
    verb = "differs" if signals == 1 else "differ"
    return f"{signals or 'None'} of {many(len(rows), 'point')} {verb} from the natural variation of the series"


def _has_point(row: dict) -> bool:
    return quality(row) not in ("blank", "very_uncertain")
