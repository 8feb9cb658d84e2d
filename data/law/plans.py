"""National action plans: what they are about, how long they run, whether money stands behind them."""

from pathlib import Path

from data.law.entries import STANDING, are_in_order, check_new, lines, read_entries
from data.law.fields import Field
from data.law.problems import Problems

FIELDS = {
    "id": Field("id", required=True),
    "jurisdiction": Field("place", required=True),
    "title": Field("text", required=True),
    "from_on": Field("day", required=True),
    "until_on": Field("day"),
    "obligations": Field("obligations", required=True),
    "aspect": Field("text", required=True, codes="aspect"),
    "has_budget": Field("flag"),
    **STANDING,
}


def read_plans(folder: Path, problems: Problems) -> list[dict]:
    """Rows of PLAN_COLUMNS, by place and day."""
    rows, ids = [], set()
    for path in sorted((folder / "plans").glob("*.toml")):
        entries, _ = read_entries(path, "plan", FIELDS, problems)
        for entry in entries:
            check_new(path, entry, ids, problems)
            if are_in_order(path, entry, "from_on", "until_on", problems):
                values = dict(entry.values)
                values["plan_id"] = values.pop("id")
                values["obligation_ids"] = lines(values.pop("obligations"))
                rows.append(values)
    return sorted(rows, key=lambda row: (row["jurisdiction"], row["from_on"], row["plan_id"]))
