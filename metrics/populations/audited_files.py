"""Files drawn for an audit, each with what the reader found on one criterion."""

from metrics.definition import Population
from metrics.stages import with_stages

FILES = """
SELECT audit_samples.jurisdiction, audit_samples.sample_id || ' ' || reading.criterion AS unit_id,
  CASE WHEN case_facts.case_id IS NOT NULL THEN case_facts.is_trafficking
    ELSE coalesce(submission_dates.scope = 'trafficking', FALSE) END AS is_trafficking,
  TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  audit_samples.drawn_on, reading.criterion AS audit_criterion, reading.result
FROM (
  SELECT jurisdiction, sample_id, criterion, result,
    row_number() OVER (
      PARTITION BY jurisdiction, sample_id, criterion ORDER BY finding_id
    ) AS place
  FROM audit_findings
) AS reading
JOIN audit_samples ON audit_samples.jurisdiction = reading.jurisdiction
  AND audit_samples.sample_id = reading.sample_id
LEFT JOIN case_facts ON case_facts.jurisdiction = audit_samples.jurisdiction
  AND case_facts.case_id = audit_samples.case_id
LEFT JOIN submission_dates ON submission_dates.submission_id = audit_samples.submission_id
WHERE reading.place = 1
"""

population = Population(
    name="audited_files",
    unit="files",
    entry="The day the file was drawn.",
    includes=(
        "Every file drawn for an audit, once for each criterion it was read for; of files read twice, the reading with the lower identifier.",
    ),
    excludes=("Files that were drawn and never read.",),
    rows=with_stages(FILES, "case_facts", "submission_dates"),
)
