"""Rows of worked examples about what bodies report of themselves. See `metrics.example_rows`."""

from metrics.example_rows import Rows


def agencies(*names: str, kind: str = "police") -> Rows:
    """The court that every example has, and these agencies of one kind."""
    others = tuple(
        {"agency_id": f"XAA-{name}", "name": name.title(), "kind": kind} for name in names
    )
    return {"agencies": ({"name": "Court"}, *others)}


def figures(agency: str, year: int, currency: str | None = None, **measures: float) -> Rows:
    """What one agency reported for a whole year: measure -> value."""
    common = {
        "agency_id": f"XAA-{agency}",
        "period_start": f"{year}-01-01",
        "period_end": f"{year}-12-31",
        "currency": currency,
    }
    return {
        "agency_figures": tuple(
            common | {"measure": measure, "value": value} for measure, value in measures.items()
        )
    }
