"""What is true about courts beside how long they take and how they decide: hearings, custody, provisions."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Hearings:
    """Share of listed hearings that are adjourned; in one place it is higher. Why is the same everywhere."""

    adjourned: float = 0.30
    jurisdiction: str = "XAD"
    adjourned_there: float = 0.50
    cancelled: float = 0.04
    causes: dict[str, float] = field(
        default_factory=lambda: {
            "interpreter": 0.14,
            "victim_absent": 0.17,
            "defence": 0.24,
            "prosecution": 0.13,
            "court": 0.25,
            "unknown": 0.07,
        }
    )


@dataclass(frozen=True)
class Detention:
    """Share of the arrested who are kept in custody: foreign suspects more often than own citizens.

    `median_days` is that of custody which no decision cuts short.
    """

    own: float = 0.40
    foreign: float = 0.58
    median_days: int = 140


@dataclass(frozen=True)
class Provisions:
    """Kinds of courts and charges, and the least sentence that the provision on trafficking provides for.

    `minimum_known` is the share of sentences for trafficking of which the provision is on record.
    """

    court_levels: dict[str, float] = field(
        default_factory=lambda: {
            "first_lower": 0.55,
            "first_higher": 0.34,
            "special": 0.09,
            "unknown": 0.02,
        }
    )
    openness: dict[str, float] = field(
        default_factory=lambda: {"open": 0.97, "closed": 0.02, "anonymous": 0.01}
    )
    use_of_services: float = 0.04
    minimum_months: int = 48
    minimum_known: float = 0.9


@dataclass(frozen=True)
class MoneyTrail:
    """Share of cases with a suspect in which a financial investigation is opened; one place does it by rule."""

    opened: float = 0.35
    jurisdiction: str = "XAI"
    opened_there: float = 0.75
