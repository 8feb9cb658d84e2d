"""What is true about compliance: what oversight bodies state of duties, and which place plays which part.

A cell is one duty of one place under one aspect. What is written out word for word stands in `staged.toml`.
"""

from dataclasses import dataclass, field
from datetime import date

Shares = dict[str, float]


@dataclass(frozen=True)
class Attested:
    """What oversight bodies state: about so many cells a place, of instruments that bind it.

    `twice` of the cells are read by a second coder, who agrees in `alike` of them; `stale` of the
    statements are older than three years; `overtaken` of the cells have an earlier statement too, of the same grade.
    """

    cells: int = 60
    at_most: float = 0.65
    """Share of the cells of a place that is never passed, however few there are."""
    bound_by: dict[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            "palermo": ("XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH", "XAI", "XAK"),
            "untoc": ("XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH", "XAI", "XAJ", "XAK"),
            "coe": ("XAA", "XAB", "XAC", "XAD", "XAE", "XAG", "XAI"),
            "ilo_p029": ("XAA", "XAC", "XAD", "XAE"),
            "actip": ("XAF", "XAH"),
            "eu_trafficking": ("XAA", "XAE", "XAI"),
            "eu_victims": ("XAA", "XAE", "XAI"),
        }
    )
    twice: float = 0.3
    alike: float = 0.8
    stale: float = 0.15
    overtaken: float = 0.12
    fresh_from: date = date(2023, 2, 1)
    fresh_until: date = date(2025, 11, 28)
    old_from: date = date(2018, 3, 1)
    old_until: date = date(2022, 12, 15)
    grades: Shares = field(default_factory=lambda: {"A": 0.35, "B": 0.30, "C": 0.23, "D": 0.12})
    status: dict[str, Shares] = field(
        default_factory=lambda: {
            "A": {"met": 0.45, "partly_met": 0.33, "not_met": 0.19, "disputed": 0.03},
            "B": {"met": 0.55, "partly_met": 0.32, "not_met": 0.13},
            "C": {"met": 0.85, "partly_met": 0.15},
            "D": {"met": 0.20, "partly_met": 0.35, "not_met": 0.45},
        }
    )


@dataclass(frozen=True)
class Recommended:
    """Recommendations tied to a duty: their share, the cells they concern, and strength words by who made them.

    Only duties of instruments that bind the place are named. No statement is drawn for these cells.
    """

    tied: float = 0.5
    cells: tuple[tuple[str, str], ...] = (
        ("coe-10-1", "practice"),
        ("coe-15-4", "practice"),
        ("coe-19-1", "law"),
        ("eu-trafficking-12-3", "practice"),
        ("ilo-p029-2c-1", "institution"),
        ("palermo-6-4", "practice"),
        ("palermo-9-5", "practice"),
        ("palermo-10-2", "practice"),
        ("untoc-12-1", "practice"),
        ("untoc-24-1", "practice"),
        ("untoc-25-2", "practice"),
    )
    strength: dict[str, Shares] = field(
        default_factory=lambda: {
            "monitoring_body": {"urges": 0.35, "considers": 0.40, "invites": 0.25},
            "rapporteur": {"recommends": 1.0},
            "parliament": {"urges": 0.3, "recommends": 0.7},
            "audit": {"requires": 1.0},
            "court": {"requires": 1.0},
        }
    )


@dataclass(frozen=True)
class Reports:
    """Reports that the Union's law asks of its members, and what becomes of them in each.

    `ahead` is due after the data date only: the duty does not bind before.
    """

    obligation_id: str = "eu-victims-28-1"
    due: tuple[date, ...] = (date(2017, 11, 16), date(2020, 11, 16), date(2023, 11, 16))
    on_time: tuple[str, ...] = ("XAA",)
    late: tuple[str, ...] = ("XAI",)
    never: tuple[str, ...] = ("XAE",)
    ahead: str = "eu-trafficking-19a-3"
    ahead_due: date = date(2026, 12, 31)


@dataclass(frozen=True)
class Compliance:
    """`silent` has no statement, reply or tied recommendation at all; of `claims_only` there are claims of its own only.

    `own_records` submits what binds it, which overrides what is curated. One place opted out of an instrument;
    that stands in the curated records and in no submission.
    """

    silent: str = "XAL"
    claims_only: str = "XAG"
    own_records: str = "XAI"
    opted_out: str = "XAC"
    attested: Attested = field(default_factory=Attested)
    recommended: Recommended = field(default_factory=Recommended)
    reports: Reports = field(default_factory=Reports)
