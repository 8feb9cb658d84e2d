"""Which keys a declared treaty or law may have, and what each may hold."""

KINDS = ("treaty", "directive", "regulation", "recommendation", "national_law")

TOP = ("title", "short_title", "adopted", "kind", "obligation")

REQUIRED = ("id", "article", "duty", "force", "certainty", "themes", "aspects")
OPTIONAL = ("force_note", "attested", "numbers", "indicators", "not_measured", "source_url")

TEXTS = {
    "id": "obligation",
    "article": "label",
    "duty": "label",
    "force_note": "label",
    "attested": "label",
    "indicators": "label",
    "not_measured": "label",
    "source_url": "link",
}
"""Key -> pattern of the case model that its value matches."""

CODES = {"force": "obligation_force", "certainty": "certainty"}
"""Key -> code list that holds its value."""

SEVERAL_CODES = {"themes": ("theme", 2), "aspects": ("aspect", 3)}
"""Key -> code list that holds its values, and how many there may be at most."""

BOUNDS = ("at_least", "at_most")

NUMBERS = {
    "statute": BOUNDS,
    "metric": (*BOUNDS, "each", "breakdown", "category", "horizon_days"),
    "report": (),
}
"""What a number is about -> the keys that may stand beside it and `says`."""
