-- after: person_events, person_charges, person_cases, suspicion_exits, defendant_features, justice_dates
-- One row a suspect: first suspicion, charge, and what ended the suspicion without one.
-- A charge before the recorded suspicion shows that suspicion came earlier: the clock starts at whichever is first.
SELECT person_events.jurisdiction, person_events.defendant_id,
  least(person_events.suspected_on, coalesce(charged.charged_on, person_events.suspected_on))
    AS entered_on,
  charged.defendant_id IS NOT NULL AS is_charged,
  coalesce(charged.is_trafficking, 0) = 1 AS is_charged_trafficking,
  CASE WHEN charged.is_trafficking = 1 THEN charged.trafficking_on ELSE charged.charged_on END
    AS charged_on,
  suspicion_exits.exit_kind, suspicion_exits.exit_on,
  coalesce(person_cases.is_trafficking, 0) = 1 OR coalesce(charged.is_trafficking, 0) = 1
    OR (person_cases.defendant_id IS NULL AND defendant_features.scope = 'trafficking')
    AS is_trafficking,
  defendant_features.covered_from, defendant_features.reported_from, defendant_features.sent_by,
  -- A charge is seen only as far as the charging offices have reported.
  least(
    coalesce(person_cases.as_of, defendant_features.as_of),
    coalesce(justice_dates.as_of, person_cases.as_of, defendant_features.as_of)
  ) AS as_of,
  coalesce(person_cases.as_of, defendant_features.as_of) AS suspected_until,
  justice_dates.as_of IS NOT NULL AS has_courts,
  defendant_features.sex, defendant_features.age_group, defendant_features.citizenship_group,
  coalesce(person_cases.exploitation_form, 'unknown') AS exploitation_form,
  coalesce(person_cases.cross_border, 'unknown') AS cross_border,
  coalesce(person_cases.agency, 'unknown') AS agency
FROM person_events
JOIN defendant_features ON defendant_features.jurisdiction = person_events.jurisdiction
  AND defendant_features.defendant_id = person_events.defendant_id
LEFT JOIN person_charges AS charged ON charged.jurisdiction = person_events.jurisdiction
  AND charged.defendant_id = person_events.defendant_id
LEFT JOIN person_cases ON person_cases.jurisdiction = person_events.jurisdiction
  AND person_cases.defendant_id = person_events.defendant_id
JOIN suspicion_exits ON suspicion_exits.jurisdiction = person_events.jurisdiction
  AND suspicion_exits.defendant_id = person_events.defendant_id
LEFT JOIN justice_dates ON justice_dates.jurisdiction = person_events.jurisdiction
WHERE person_events.is_suspected = 1
