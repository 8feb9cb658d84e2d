"""The units a value can have: how its axis, its measure and its cell in a workbook read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """`axis` titles the axis of values, `measure` begins a subtitle, `tick` formats axis ticks (d3), `cell` a spreadsheet cell."""

    axis: str
    measure: str
    tick: str
    cell: str


UNITS: dict[str, Unit] = {
    "share": Unit("Share", "Share of", ".0%", "0.0%"),
    "ratio": Unit("Ratio", "Ratio, counting", ",.2f", "0.00"),
    "days": Unit("Days", "Days, counting", ",.0f", "#,##0"),
    "months": Unit("Months", "Months, counting", ",.0f", "0.0"),
    "count": Unit("Number", "Number of", ",.0f", "#,##0"),
    "money": Unit("Money", "Money, counting", ",.0f", "#,##0"),
    "mean": Unit("Mean", "Mean number, counting", ",.2f", "0.00"),
    "agreement": Unit("Agreement", "Agreement beyond chance, counting", ",.2f", "0.00"),
    "per_hundred_thousand": Unit("Per 100,000", "Per 100,000 inhabitants,", ",.1f", "0.00"),
    "per_hundred_person_years": Unit(
        "Per 100 person-years", "Per 100 person-years, counting", ",.1f", "0.00"
    ),
    "points": Unit("Percentage points", "Difference in the share of", "+,.0f", "0.0"),
}
"""value_unit of a definition, or points for a difference of shares -> its words and formats."""
