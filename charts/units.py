"""The units a value can have: how its axis, its measure and its cell in a workbook read."""

from dataclasses import dataclass

from languages import later, phrase


@dataclass(frozen=True)
class Unit:
    """`axis` titles the axis of values, `measured` begins a subtitle, `tick` formats axis ticks (d3), `cell` a spreadsheet cell."""

    english_axis: str
    english_measure: str
    tick: str
    cell: str

    @property
    def axis(self) -> str:
        return phrase(self.english_axis)

    def measured(self, things: str) -> str:
        """Share of victims; `things` are what is counted, for the middle of a sentence."""
        return phrase(self.english_measure, things=things)


UNITS: dict[str, Unit] = {
    "share": Unit(later("Share"), later("Share of {things}"), ".0%", "0.0%"),
    "ratio": Unit(later("Ratio"), later("Ratio, counting {things}"), ",.2f", "0.00"),
    "days": Unit(later("Days"), later("Days, counting {things}"), ",.0f", "#,##0"),
    "months": Unit(later("Months"), later("Months, counting {things}"), ",.0f", "0.0"),
    "count": Unit(later("Number"), later("Number of {things}"), ",.0f", "#,##0"),
    "money": Unit(later("Money"), later("Money, counting {things}"), ",.0f", "#,##0"),
    "mean": Unit(later("Mean"), later("Mean number, counting {things}"), ",.2f", "0.00"),
    "agreement": Unit(
        later("Agreement"), later("Agreement beyond chance, counting {things}"), ",.2f", "0.00"
    ),
    "per_hundred_thousand": Unit(
        later("Per 100,000"), later("Per 100,000 inhabitants, {things}"), ",.1f", "0.00"
    ),
    "per_hundred_person_years": Unit(
        later("Per 100 person-years"),
        later("Per 100 person-years, counting {things}"),
        ",.1f",
        "0.00",
    ),
    "points": Unit(
        later("Percentage points"), later("Difference in the share of {things}"), "+,.0f", "0.0"
    ),
}
"""value_unit of a definition, or points for a difference of shares -> its words and formats."""
