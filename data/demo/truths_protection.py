"""What is true about how survivors are treated on their way: referral, interviews, evidence, penalties, return."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Referral:
    """Who refers presumed victims. Those whom immigration officers refer are identified less often.

    `earlier_asked` is the share who are asked about an earlier episode, `earlier` the share of these who had one.
    """

    by: dict[str, float] = field(
        default_factory=lambda: {
            "police": 0.31,
            "support_service": 0.22,
            "immigration": 0.15,
            "labour_inspection": 0.09,
            "hotline": 0.08,
            "victim": 0.05,
            "health": 0.04,
            "public": 0.03,
            "unknown": 0.03,
        }
    )
    identified: float = 0.82
    identified_by_immigration: float = 0.64
    earlier_asked: float = 0.7
    earlier: float = 0.05


@dataclass(frozen=True)
class Reconsideration:
    """Share of the refused who ask for a new look, and what becomes of the decided requests."""

    asked: float = 0.3
    outcomes: dict[str, float] = field(
        default_factory=lambda: {
            "reversed": 0.36,
            "upheld": 0.42,
            "not_accepted": 0.16,
            "withdrawn": 0.06,
        }
    )


@dataclass(frozen=True)
class Interviews:
    """Share of interviews in need of an interpreter that had a qualified one, and of survivors with a lawyer from the first on.

    One place set up a register of interpreters; another gives everybody a lawyer on referral.
    """

    qualified: float = 0.62
    register_jurisdiction: str = "XAC"
    register_from: date = date(2021, 1, 1)
    qualified_before: float = 0.50
    qualified_after: float = 0.85
    lawyer: float = 0.36
    lawyer_jurisdiction: str = "XAI"
    lawyer_there: float = 0.78
    faced_defendant: float = 0.08


@dataclass(frozen=True)
class Testimony:
    """Share of witnesses heard live in the courtroom, and of those whose needs were assessed before; by age."""

    live_adult: float = 0.42
    live_child: float = 0.12
    assessed_adult: float = 0.58
    assessed_child: float = 0.84


@dataclass(frozen=True)
class Penalties:
    """Share of survivors charged for what they were made to do: most of all after forced criminality.

    Of the charged, `penalised` are punished and `quashed` are cleared later.
    """

    forced_criminality: float = 0.24
    otherwise: float = 0.04
    penalised: float = 0.45
    quashed: float = 0.30


@dataclass(frozen=True)
class Returns:
    """Share of foreign survivors who return, of returns that are voluntary, and of those with risks assessed before."""

    returned: float = 0.16
    voluntary: float = 0.72
    assessed: float = 0.61


@dataclass(frozen=True)
class Remedies:
    """Share of the identified who sue for damages, of decided suits that bring any, and of offers of restorative justice accepted."""

    sued: float = 0.05
    won: float = 0.52
    offered: float = 0.12
    accepted: float = 0.34
