"""Columns of the frames of curated law, in order. A test holds the first two to what a release publishes."""

PARTICIPATION_COLUMNS = (
    "jurisdiction",
    "instrument",
    "event",
    "obligation_ids",
    "from_on",
    "until_on",
    "source",
    "certainty",
    "link",
    "note",
)

STATUTE_COLUMNS = (
    "jurisdiction",
    "statute_id",
    "title",
    "provision",
    "element",
    "covered",
    "number",
    "valid_from",
    "valid_until",
    "certainty",
    "link",
    "note",
)

JUDGMENT_COLUMNS = (
    "jurisdiction",
    "judgment_id",
    "court",
    "reference",
    "decided_on",
    "finding",
    "obligation_ids",
    "aspect",
    "certainty",
    "link",
    "note",
)
"""`finding` is met, partly_met or not_met; `reference` the number under which the court keeps the case."""

PLAN_COLUMNS = (
    "jurisdiction",
    "plan_id",
    "title",
    "from_on",
    "until_on",
    "obligation_ids",
    "aspect",
    "has_budget",
    "certainty",
    "link",
    "note",
)
"""`has_budget` is True, False, or None where it is not known."""
