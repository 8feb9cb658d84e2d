-- after: first_instance, defendant_features, submission_dates
-- First-instance proceedings with the accused's features, the time the data cover, and the data date of the agency that conducts them.
SELECT first_instance.jurisdiction, first_instance.proceeding_id, first_instance.defendant_id,
  first_instance.case_id, first_instance.is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  coalesce(data_dates.as_of, submission_dates.as_of) AS as_of,
  first_instance.charged_on, first_instance.disposed_on, first_instance.outcome,
  first_instance.charged_day AS entered_on,
  CASE WHEN first_instance.is_disposed_to_year = 0 THEN first_instance.disposed_on END AS ended_on,
  first_instance.outcome AS ending,
  coalesce(data_dates.as_of, submission_dates.as_of) AS censored_on,
  -- When several proceedings begin on one day, the one that ended in conviction tells; then the open one.
  CASE
    WHEN first_instance.outcome = 'convicted_trafficking' THEN 1
    WHEN first_instance.outcome LIKE 'convicted%' THEN 2
    WHEN first_instance.outcome = 'open' THEN 3
    ELSE 4
  END AS precedence,
  coalesce(defendant_features.sex, 'unknown') AS sex,
  coalesce(defendant_features.age_group, 'unknown') AS age_group,
  coalesce(defendant_features.citizenship_group, 'unknown') AS citizenship_group,
  coalesce(defendant_features.legal_person, 'unknown') AS legal_person,
  coalesce(defendant_features.official, 'unknown') AS official,
  first_instance.exploitation_form, first_instance.cross_border, first_instance.court_level,
  -- The names are in the order in which the worse tells for a person with several proceedings.
  CASE
    WHEN defendant_features.age_group = 'child' OR first_instance.openness IN ('closed', 'anonymous')
      THEN 'not_open'
    WHEN defendant_features.age_group IN ('adult', 'legal_person') AND first_instance.openness = 'open'
      THEN 'open'
    ELSE 'not_told'
  END AS court_record,
  first_instance.use_of_services, first_instance.agency_id AS agency
FROM first_instance
LEFT JOIN defendant_features ON defendant_features.jurisdiction = first_instance.jurisdiction
  AND defendant_features.defendant_id = first_instance.defendant_id
LEFT JOIN submission_dates ON submission_dates.submission_id = first_instance.submission_id
LEFT JOIN data_dates ON data_dates.jurisdiction = first_instance.jurisdiction
  AND data_dates.agency_id = first_instance.agency_id
