-- after: case_facts, submission_dates
-- One row a request between jurisdictions: what it is, and how it was answered first: executed or refused.
SELECT cooperation_requests.jurisdiction, cooperation_requests.request_id AS unit_id,
  cooperation_requests.direction, coalesce(cooperation_requests.kind, 'unknown') AS cooperation_kind,
  -- A request that names no case of the sender's is about what the sender reports on.
  CASE WHEN case_facts.case_id IS NOT NULL THEN case_facts.is_trafficking
    ELSE coalesce(submission_dates.scope = 'trafficking', FALSE) END AS is_trafficking,
  TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  cooperation_requests.sent_on, cooperation_requests.sent_on AS entered_on,
  submission_dates.as_of AS censored_on, 1 AS precedence,
  CASE
    WHEN cooperation_requests.executed_on
      <= coalesce(cooperation_requests.refused_on, cooperation_requests.executed_on) THEN 'executed'
    WHEN cooperation_requests.refused_on IS NOT NULL THEN 'refused'
    ELSE 'open'
  END AS ending,
  least(
    coalesce(cooperation_requests.executed_on, cooperation_requests.refused_on),
    coalesce(cooperation_requests.refused_on, cooperation_requests.executed_on)
  ) AS ended_on,
  coalesce(cooperation_requests.ground, 'unknown') AS refusal_ground
FROM cooperation_requests
LEFT JOIN case_facts ON case_facts.jurisdiction = cooperation_requests.jurisdiction
  AND case_facts.case_id = cooperation_requests.case_id
LEFT JOIN submission_dates ON submission_dates.submission_id = cooperation_requests.submission_id
