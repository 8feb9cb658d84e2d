-- after: person_events, person_charges, person_cases, submission_dates, justice_dates
-- One row a suspect: first suspicion, charge, and what ended the suspicion without one.
-- A charge before the recorded suspicion shows that suspicion came earlier: the clock starts at whichever is first.
SELECT person_events.jurisdiction, person_events.defendant_id,
  least(person_events.suspected_on, coalesce(charged.charged_on, person_events.suspected_on))
    AS entered_on,
  charged.defendant_id IS NOT NULL AS is_charged,
  coalesce(charged.is_trafficking, 0) = 1 AS is_charged_trafficking,
  CASE WHEN charged.is_trafficking = 1 THEN charged.trafficking_on ELSE charged.charged_on END
    AS charged_on,
  CASE
    WHEN person_events.is_dead = 1 THEN 'died'
    WHEN person_events.is_transferred = 1 THEN 'transferred'
    WHEN person_events.is_closed = 1 OR person_cases.is_closed = 1 THEN 'closed_without_charge'
  END AS exit_kind,
  CASE
    WHEN person_events.is_dead = 1 THEN person_events.died_on
    WHEN person_events.is_transferred = 1 THEN person_events.transferred_on
    WHEN person_events.is_closed = 1 THEN person_events.closed_on
    WHEN person_cases.is_closed = 1 THEN person_cases.closed_on
  END AS exit_on,
  coalesce(person_cases.is_trafficking, 0) = 1 OR coalesce(charged.is_trafficking, 0) = 1
    OR (person_cases.defendant_id IS NULL AND submission_dates.scope = 'trafficking')
    AS is_trafficking,
  coalesce(person_cases.exploitation_form, 'unknown') AS exploitation_form,
  submission_dates.period_start AS covered_from,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  -- A charge is seen only as far as the charging offices have reported.
  least(
    coalesce(person_cases.as_of, submission_dates.as_of),
    coalesce(justice_dates.as_of, person_cases.as_of, submission_dates.as_of)
  ) AS as_of,
  CASE WHEN defendants.is_legal_person THEN 'legal_person' ELSE coalesce(defendants.sex, 'unknown') END
    AS sex,
  coalesce(defendants.citizenship_group, 'unknown') AS citizenship_group
FROM person_events
JOIN defendants ON defendants.jurisdiction = person_events.jurisdiction
  AND defendants.defendant_id = person_events.defendant_id
LEFT JOIN person_charges AS charged ON charged.jurisdiction = person_events.jurisdiction
  AND charged.defendant_id = person_events.defendant_id
LEFT JOIN person_cases ON person_cases.jurisdiction = person_events.jurisdiction
  AND person_cases.defendant_id = person_events.defendant_id
LEFT JOIN submission_dates ON submission_dates.submission_id = defendants.submission_id
LEFT JOIN justice_dates ON justice_dates.jurisdiction = person_events.jurisdiction
WHERE person_events.is_suspected = 1
