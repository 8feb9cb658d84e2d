"""Files drawn for an audit that two readers read for the same criterion."""

from metrics.definition import Population
from metrics.stages import with_stages

FILES = """
SELECT audit_samples.jurisdiction, audit_samples.sample_id || ' ' || reading.criterion AS unit_id,
  CASE WHEN min(case_facts.case_id) IS NOT NULL
    THEN max(CASE WHEN case_facts.is_trafficking THEN 1 ELSE 0 END) = 1
    ELSE coalesce(min(submission_dates.scope) = 'trafficking', FALSE) END AS is_trafficking,
  TRUE AS is_observable,
  min(submission_dates.period_start) AS covered_from, min(submission_dates.as_of) AS as_of,
  min(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by,
  min(audit_samples.drawn_on) AS drawn_on, reading.criterion AS audit_criterion,
  min(CASE WHEN reading.place = 1 THEN reading.result END) AS one_result,
  min(CASE WHEN reading.place = 2 THEN reading.result END) AS other_result
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
WHERE reading.place <= 2
GROUP BY audit_samples.jurisdiction, audit_samples.sample_id, reading.criterion
HAVING count(*) = 2
"""

population = Population(
    name="twice_read_files",
    unit="files",
    entry="The day the file was drawn.",
    includes=(
        "Every file drawn for an audit that was read twice, once for each criterion it was read twice for.",
    ),
    excludes=("Files read once, and readings beyond the second.",),
    rows=with_stages(FILES, "case_facts", "submission_dates"),
)
