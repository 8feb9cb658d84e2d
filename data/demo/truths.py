"""What is true in the demo's invented world: the generator draws from it, tests and docs read it.

Everything here is fictional. Shares are probabilities before anything is cut off at a data date or
spoiled by a bad report; durations are days.
"""

from dataclasses import dataclass, field
from datetime import date

from data.demo.truths_compliance import Compliance
from data.demo.truths_oversight import Duties, Means, NotKept, Residents
from data.demo.truths_protection import (
    Interviews,
    Penalties,
    Reconsideration,
    Referral,
    Remedies,
    Returns,
    Testimony,
)
from data.demo.truths_published import Published
from data.demo.truths_trial import Detention, Hearings, MoneyTrail, Provisions

START = date(2016, 1, 1)
AS_OF = date(2025, 12, 31)
CURRENCY = "XDM"


@dataclass(frozen=True)
class Place:
    """One fictional jurisdiction: its share of all cases and how its justice system works.

    `charge_share` is the probability that a suspect is charged; `conviction_share` that a proceeding
    for trafficking ends in a conviction for trafficking; `median_days` the median from charge to
    first disposition; `award_share` and `paid_share` those of claims awarded and of awards paid.
    """

    code: str
    name: str
    share_of_cases: float
    charge_share: float
    conviction_share: float
    median_days: int
    award_share: float
    paid_share: float


@dataclass(frozen=True)
class Reform:
    """A reform of procedure: proceedings charged from `starts_on` have another median to first disposition."""

    jurisdiction: str = "XAB"
    starts_on: date = date(2021, 1, 1)
    median_before: int = 640
    median_after: int = 400


@dataclass(frozen=True)
class TrueDisparity:
    """Foreign suspects are charged more often than own citizens in the same kind of case."""

    jurisdiction: str = "XAE"
    charge_share_own: float = 0.62
    charge_share_foreign: float = 0.80

    @property
    def gap(self) -> float:
        return self.charge_share_foreign - self.charge_share_own


@dataclass(frozen=True)
class FalseDisparity:
    """A crude gap in charge shares that the form of exploitation explains entirely.

    Within each form own and foreign suspects are charged alike; foreign suspects are more often
    found in the forms that are harder to charge.
    """

    jurisdiction: str = "XAK"
    charge_share: dict[str, float] = field(
        default_factory=lambda: {"sexual_exploitation": 0.86, "forced_labour": 0.52, "other": 0.70}
    )
    foreign_share: dict[str, float] = field(
        default_factory=lambda: {"sexual_exploitation": 0.20, "forced_labour": 0.75, "other": 0.45}
    )


@dataclass(frozen=True)
class StoppedReporting:
    """A court that sent nothing after `last_day`, while police and support kept reporting."""

    jurisdiction: str = "XAG"
    agency_id: str = "XAG-COURT"
    last_day: date = date(2021, 12, 31)


@dataclass(frozen=True)
class Misreporting:
    """A court that reports discontinued and dismissed proceedings as ended without a known outcome,
    dates some events in an impossible year and uses codes nobody declared."""

    jurisdiction: str = "XAF"
    agency_id: str = "XAF-COURT"
    hidden_outcomes: tuple[str, ...] = ("discontinued", "dismissed")
    hidden_share: float = 0.9
    impossible_date_share: float = 0.01
    impossible_date: date = date(2109, 1, 1)
    wrong_code_share: float = 0.02
    wrong_code: str = "HT"


@dataclass(frozen=True)
class Unlinked:
    """Support services that issue their own pseudonyms: their victims cannot be joined to cases."""

    jurisdiction: str = "XAH"


@dataclass(frozen=True)
class Corrected:
    """A support service whose first submission left out all payments; a second vintage mends it."""

    jurisdiction: str = "XAD"
    agency_id: str = "XAD-SUPPORT"


@dataclass(frozen=True)
class Survey:
    """Satisfaction (top two of five) and the chance of answering, by how the case stood."""

    waves: tuple[int, ...] = (2019, 2020, 2021, 2022, 2023, 2024, 2025)
    satisfied: dict[str, float] = field(
        default_factory=lambda: {
            "convicted": 0.72,
            "not_convicted": 0.30,
            "pending": 0.48,
            "no_case": 0.45,
            "unknown": 0.50,
        }
    )
    answers: dict[str, float] = field(
        default_factory=lambda: {
            "convicted": 0.50,
            "not_convicted": 0.18,
            "pending": 0.30,
            "no_case": 0.25,
            "unknown": 0.30,
        }
    )


@dataclass(frozen=True)
class Recurrence:
    """Yearly hazards after exit, by citizenship: a new episode, loss from follow-up, death.

    Loss is not related to recurrence within a group; between groups both differ.
    """

    own_episode: float = 0.05
    foreign_episode: float = 0.07
    own_loss: float = 0.12
    foreign_loss: float = 0.36
    death: float = 0.004
    visit_every_days: int = 180
    visits: int = 8


@dataclass(frozen=True)
class Truths:
    """The whole invented world."""

    places: tuple[Place, ...] = (
        Place("XAA", "Aubrimoor", 0.200, 0.72, 0.58, 520, 0.60, 0.30),
        Place("XAB", "Brellany", 0.160, 0.70, 0.62, 640, 0.55, 0.25),
        Place("XAC", "Corvessa", 0.120, 0.78, 0.55, 430, 0.70, 0.40),
        Place("XAD", "Dunmarrow", 0.060, 0.66, 0.66, 560, 0.45, 0.30),
        Place("XAE", "Eskarra", 0.110, 0.70, 0.60, 500, 0.50, 0.20),
        Place("XAF", "Farrowind", 0.080, 0.74, 0.52, 610, 0.40, 0.20),
        Place("XAG", "Gallowen", 0.070, 0.68, 0.57, 540, 0.50, 0.25),
        Place("XAH", "Hestavar", 0.050, 0.71, 0.61, 470, 0.55, 0.35),
        Place("XAI", "Ithmoor", 0.035, 0.80, 0.68, 380, 0.65, 0.45),
        Place("XAJ", "Jorvessa", 0.023, 0.64, 0.54, 680, 0.45, 0.15),
        Place("XAK", "Kessmark", 0.090, 0.69, 0.59, 510, 0.50, 0.25),
        Place("XAL", "Lissom Rocks", 0.002, 0.70, 0.60, 500, 0.50, 0.30),
    )
    spread_of_days: float = 0.7
    alike_within_case: float = 0.4
    victim_withdrew_share: float = 0.35
    reform: Reform = Reform()
    true_disparity: TrueDisparity = TrueDisparity()
    false_disparity: FalseDisparity = field(default_factory=FalseDisparity)
    stopped: StoppedReporting = StoppedReporting()
    misreporting: Misreporting = Misreporting()
    unlinked: Unlinked = Unlinked()
    corrected: Corrected = Corrected()
    survey: Survey = field(default_factory=Survey)
    recurrence: Recurrence = Recurrence()
    referral: Referral = field(default_factory=Referral)
    reconsideration: Reconsideration = field(default_factory=Reconsideration)
    interviews: Interviews = field(default_factory=Interviews)
    testimony: Testimony = field(default_factory=Testimony)
    penalties: Penalties = field(default_factory=Penalties)
    returns: Returns = field(default_factory=Returns)
    remedies: Remedies = field(default_factory=Remedies)
    hearings: Hearings = field(default_factory=Hearings)
    detention: Detention = field(default_factory=Detention)
    provisions: Provisions = field(default_factory=Provisions)
    money_trail: MoneyTrail = field(default_factory=MoneyTrail)
    duties: Duties = field(default_factory=Duties)
    means: Means = field(default_factory=Means)
    residents: Residents = field(default_factory=Residents)
    not_kept: NotKept = field(default_factory=NotKept)
    compliance: Compliance = field(default_factory=Compliance)
    published: Published = field(default_factory=Published)


TRUTHS = Truths()
