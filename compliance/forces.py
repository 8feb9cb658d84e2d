"""How strongly a duty binds, in three groups: only a binding duty can be breached."""

GROUPS = {
    "binding": ("shall", "case_law"),
    "soft": ("shall_consider", "shall_endeavour", "may", "recommended", "unseen"),
    "unilateral": ("unilateral",),
}
"""Force group -> codes of obligation_force. A text nobody has seen is not taken to bind."""


def force_group(force: str) -> str:
    """binding, soft or unilateral; ValueError for a force that is in none of them."""
    for group, forces in GROUPS.items():
        if force in forces:
            return group
    raise ValueError(f"{force!r} is in no group of forces")
