"""How duties stand, in words and shares: marks of states, and shares as bounds instead of scores."""

from collections.abc import Iterable
from dataclasses import dataclass

from charts.format import Words
from charts.labels import Labels
from languages import Said, later, phrase, whole

STATE_MARKS: dict[str, str] = {
    "evidenced": "✔",
    "attested": "✓",
    "partly": "◑",
    "gap_found": "✗",
    "not_taken_up": "▽",
    "no_evidence": "?",
    "stale": "◌",
    "disputed": "⇄",
    "not_applicable": "∅",
    "not_known": "…",
}
"""State of a duty -> its mark, in the order states are listed."""

FORCE_GROUPS: dict[str, str] = {
    "shall": "binding",
    "case_law": "binding",
    "shall_consider": "soft",
    "shall_endeavour": "soft",
    "may": "soft",
    "recommended": "soft",
    "unseen": "soft",
    "unilateral": "unilateral",
}
"""Force of a duty -> the group it is counted in; a group never counts together with another."""

WORDING = Said(
    {
        "unchecked": later("Wording not checked against the text"),
        "summary": later("Wording checked against a summary or extract only"),
    }
)
"""Certainty -> what is said beside every duty and record whose text was not read."""

GRADES = Said(
    {
        "A": later("Independent body or court (A)"),
        "B": later("State document that others bear out (B)"),
        "C": later("Claim of the State alone (C)"),
        "D": later("Civil society or survivors (D)"),
    }
)
"""Grade of a statement -> who stands behind it."""

IN_SHARES = ("met", "short", "open")
"""How cells of duties that apply enter a share."""


@dataclass(frozen=True)
class Tally:
    """How many cells are met, short of it, or open; `unknown` are those nobody knows to apply, `out` do not."""

    met: int = 0
    short: int = 0
    open: int = 0
    unknown: int = 0
    out: int = 0

    @property
    def applicable(self) -> int:
        return self.met + self.short + self.open

    @property
    def cells(self) -> int:
        return self.applicable + self.unknown + self.out

    @property
    def lower(self) -> float | None:
        """Share that is met; None where nothing applies."""
        return self.met / self.applicable if self.applicable else None

    @property
    def upper(self) -> float | None:
        """Share that would be met if all that is open were met."""
        return (self.met + self.open) / self.applicable if self.applicable else None

    @property
    def words(self) -> str:
        """The bounds as counts: 3 to 7 of 12; or why there are none."""
        if self.applicable:
            met = bounds(self.met, self.met + self.open)
            return phrase("{count} of {total}", count=met, total=whole(self.applicable))
        if self.unknown:
            return phrase("Not known if it applies")
        return phrase("None applies") if self.out else phrase("No duty")


def tally(cells: Iterable[dict]) -> Tally:
    """Of rows of `compliance`."""
    counted = dict.fromkeys((*IN_SHARES, "unknown", "out"), 0)
    for cell in cells:
        counted[standing(cell)] += 1
    return Tally(**counted)


def standing(cell: dict) -> str:
    """met, short, open, unknown or out: how a cell enters a tally."""
    if cell["counts_as"] in IN_SHARES:
        return cell["counts_as"]
    return "unknown" if cell["state"] == "not_known" else "out"


def bounds(low: int, high: int) -> str:
    """3 to 7; one number where nothing is open."""
    return (
        whole(low) if low == high else phrase("{low} to {high}", low=whole(low), high=whole(high))
    )


def state_words(state: str, names: Labels) -> Words:
    """Label and mark of a state."""
    return Words(names.category("compliance_state", state), STATE_MARKS.get(state, "·"), "")


def force_group(duty: dict) -> str:
    """binding, soft or unilateral; a force that nobody has placed binds nobody."""
    return FORCE_GROUPS.get(duty.get("force"), "soft")
