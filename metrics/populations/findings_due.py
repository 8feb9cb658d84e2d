"""Faults that audits found, each with the day by which it was to be mended."""

from metrics.definition import Population
from metrics.stages import with_stages

FINDINGS = """
SELECT fault.jurisdiction, fault.sample_id || ' ' || fault.criterion AS unit_id,
  coalesce(submission_dates.scope = 'trafficking', FALSE) AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  fault.criterion AS audit_criterion, fault.due_on,
  CASE
    WHEN fault.closed_on <= fault.due_on THEN 'on_time'
    WHEN fault.due_on > submission_dates.as_of THEN 'not_due'
    ELSE 'late'
  END AS state
FROM (
  -- Two readers who find one fault find it once.
  SELECT jurisdiction, sample_id, criterion, min(submission_id) AS submission_id,
    min(due_on) AS due_on, min(closed_on) AS closed_on
  FROM audit_findings
  WHERE result = 'not_met'
  GROUP BY jurisdiction, sample_id, criterion
) AS fault
LEFT JOIN submission_dates ON submission_dates.submission_id = fault.submission_id
"""

population = Population(
    name="findings_due",
    unit="findings",
    entry="The day by which the fault was to be mended.",
    includes=("Every file in which an audit found a criterion not met, once for each criterion.",),
    excludes=("Faults without a day by which they were to be mended: they count as missing.",),
    rows=with_stages(FINDINGS, "submission_dates"),
)
