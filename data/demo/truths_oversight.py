"""What is true about oversight and prevention: recommendations, reports, training, inspections; and what nobody keeps."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Duties:
    """Recommendations a place, the share ever carried out, and how statutory reports come out.

    `on_time` and `never` are shares of reports; the others are late.
    """

    recommendations: int = 30
    implemented: float = 0.55
    evidenced: float = 0.9
    on_time: float = 0.45
    never: float = 0.08


@dataclass(frozen=True)
class Means:
    """Shares that bodies state of their own work: staff trained (by kind of body), inspections that screen, and so on."""

    trained: dict[str, float] = field(
        default_factory=lambda: {
            "police": 0.62,
            "court": 0.35,
            "support": 0.88,
            "labour_inspection": 0.50,
            "immigration": 0.44,
        }
    )
    inspections_screened: float = 0.28
    recruiters_inspected: float = 0.40
    carriers_sanctioned: float = 0.55
    budget_spent: float = 0.86


@dataclass(frozen=True)
class Residents:
    """Residents in millions in the first year, and their yearly growth."""

    growth: float = 0.006
    millions: dict[str, float] = field(
        default_factory=lambda: {
            "XAA": 9.4,
            "XAB": 11.2,
            "XAC": 5.1,
            "XAD": 4.4,
            "XAE": 6.0,
            "XAF": 7.3,
            "XAG": 3.9,
            "XAH": 2.2,
            "XAI": 1.3,
            "XAJ": 2.8,
            "XAK": 4.7,
            "XAL": 0.11,
        }
    )


@dataclass(frozen=True)
class NotKept:
    """Tables that some places do not keep: there no figure may be given, least of all a zero."""

    tables: dict[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            "hearings": ("XAJ",),
            "returns": ("XAK",),
            "restorative_offers": ("XAC", "XAG", "XAJ"),
            "victim_penalties": ("XAF",),
        }
    )
