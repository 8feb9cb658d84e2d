"""The group each breakdown is compared with, declared once, before any number is looked at."""

REFERENCES = {
    # The yardstick of equality statistics: how women fare relative to men.
    "sex": "male",
    # Adults are the general rule of procedure, from which children are protected by exceptions.
    "age_group": "adult",
    # Non-discrimination is measured against the State's own citizens.
    "citizenship_group": "own",
    # The same, by legal status.
    "migration_status": "citizen",
    # The oldest and most prosecuted form in law; others are asked whether they are treated alike.
    "exploitation_form": "sexual_exploitation",
    # The domestic case needs no cooperation abroad.
    "cross_border": "no",
    # Support is what the law promises: those without it are compared with those who had it.
    "support": "yes",
}
"""breakdown -> reference category. A breakdown that is not named here is not audited."""

UNKNOWN = "unknown"
"""Not a group: those of unknown group set the bounds."""
