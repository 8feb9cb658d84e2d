"""Persons first suspected, whether or not they were charged later."""

from metrics.definition import Population
from metrics.stages import with_stages

SUSPECTS = """
SELECT suspect_path.jurisdiction, suspect_path.defendant_id AS unit_id,
  suspect_path.is_trafficking, suspect_path.covered_from, suspect_path.as_of,
  suspect_path.reported_from, suspect_path.sent_by,
  justice_dates.as_of IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM unlinked
      WHERE unlinked.jurisdiction = suspect_path.jurisdiction AND unlinked.realm = 'suspects'
    )
    -- A file that holds nobody but the charged cannot say how many suspects are charged.
    AND EXISTS (
      SELECT 1 FROM suspect_path AS other
      WHERE other.jurisdiction = suspect_path.jurisdiction AND NOT other.is_charged
    ) AS is_observable,
  suspect_path.entered_on, suspect_path.as_of AS censored_on, 1 AS precedence,
  CASE
    WHEN suspect_path.exit_on < suspect_path.charged_on THEN suspect_path.exit_kind
    WHEN suspect_path.is_charged_trafficking THEN 'charged_trafficking'
    WHEN suspect_path.is_charged THEN 'charged_other'
    ELSE coalesce(suspect_path.exit_kind, 'open')
  END AS ending,
  CASE
    WHEN suspect_path.exit_on < suspect_path.charged_on THEN suspect_path.exit_on
    WHEN suspect_path.is_charged THEN suspect_path.charged_on
    ELSE suspect_path.exit_on
  END AS ended_on,
  suspect_path.sex, suspect_path.citizenship_group, suspect_path.exploitation_form
FROM suspect_path
LEFT JOIN justice_dates ON justice_dates.jurisdiction = suspect_path.jurisdiction
"""

population = Population(
    name="suspects",
    unit="persons",
    entry="The day the person was first suspected or arrested, or charged if that came first.",
    includes=(
        "Every person or company recorded as suspected or arrested, counted once, at the first time.",
        "For trafficking: persons suspected in a trafficking case or charged with trafficking.",
    ),
    excludes=(
        "Persons of whom only a prosecution is recorded.",
        "Jurisdictions whose data hold nobody but the charged, or whose police and courts use pseudonyms that cannot be linked.",
    ),
    rows=with_stages(SUSPECTS, "suspect_path", "unlinked"),
)
