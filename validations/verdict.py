"""The verdict on a submission: pass, review or fail, and the sentence that says why."""

from dataclasses import dataclass

QUARANTINE_LIMIT = 0.20
"""Share of the judged rows above which nothing is accepted.

When more than a fifth of the rows break a rule, the file and its mapping do not fit each other
far more often than the records are wrong one by one; and what is left is no longer a fair part
of the agency's cases.
"""


@dataclass(frozen=True)
class Account:
    """Source rows, each counted once: received = accepted + quarantined + excluded."""

    received: int
    accepted: int
    quarantined: int
    excluded: int

    @property
    def judged(self) -> int:
        """The rows that the mapping did not leave out."""
        return self.received - self.excluded

    def check_adds_up(self) -> None:
        """Raises when a row was lost or counted twice: a mistake of ours that must not pass."""
        if self.received != self.accepted + self.quarantined + self.excluded:
            raise AssertionError("Source rows do not add up: a row was lost or counted twice.")


def verdict(account: Account, remarks: int, blanked: int, blocking: int) -> tuple[str, str]:
    """Verdict and sentence. `remarks` counts rules that ask for a look, `blanked` emptied values,
    `blocking` rules broken by the mapping's own rows or by the submission as a whole."""
    share = account.quarantined / account.judged if account.judged else 0.0
    aside = f"{account.quarantined:,} of {account.judged:,} rows ({percent(share)})"
    if blocking:
        return "fail", (
            f"{_rules(blocking)} broken by rows that the mapping itself writes, so no source row can be set aside instead. "
            "Correct the mapping; nothing was accepted."
        )
    if not account.judged:
        return (
            "fail",
            "No row is left to judge: the mapping excludes all of them, or there were none.",
        )
    if not account.accepted:
        return "fail", f"Every row breaks a rule ({aside}); nothing was accepted."
    if share > QUARANTINE_LIMIT:
        return "fail", (
            f"{aside} break a rule. Above {QUARANTINE_LIMIT:.0%} the file and its mapping probably do not fit each other; "
            "nothing was accepted."
        )
    if account.quarantined or remarks or blanked:
        parts = []
        if account.quarantined:
            parts.append(f"{aside} break a rule and are set aside")
        if blanked:
            values = (
                "1 impossible value is" if blanked == 1 else f"{blanked:,} impossible values are"
            )
            parts.append(f"{values} blanked and the row kept")
        if remarks:
            parts.append(f"{_rules(remarks)} broken in a way that a person should look at")
        return "review", "; ".join(parts) + "."
    return "pass", f"All {account.judged:,} rows hold every rule."


def percent(share: float) -> str:
    """A share in words that never round something to nothing."""
    return "under 0.1%" if 0 < share < 0.001 else f"{share:.1%}"


def _rules(count: int) -> str:
    return "1 rule is" if count == 1 else f"{count:,} rules are"
