-- after: court_files, current_events
-- One row a decision of a higher court on a proceeding: what it did to the first court's decision.
SELECT decided.event_id, court_files.jurisdiction, court_files.proceeding_id,
  court_files.is_trafficking, court_files.is_observable, court_files.covered_from,
  court_files.reported_from, court_files.sent_by, court_files.as_of,
  decided.occurred_on AS decided_on, decided.instance,
  coalesce(decided.outcome, 'unknown') AS disposition,
  CASE
    WHEN court_files.outcome NOT LIKE 'convicted%' THEN 'not_a_conviction'
    WHEN decided.outcome IN ('acquitted', 'dismissed', 'discontinued') THEN 'quashed'
    WHEN decided.outcome = 'convicted_other' AND court_files.outcome = 'convicted_trafficking'
      THEN 'other_conviction'
    WHEN decided.outcome LIKE 'convicted%' AND replaced.proceeding_id IS NOT NULL
      THEN 'sentence_changed'
    WHEN decided.outcome LIKE 'convicted%' THEN 'upheld'
    ELSE 'unknown'
  END AS alteration,
  court_files.sex, court_files.citizenship_group, court_files.exploitation_form,
  court_files.cross_border, court_files.court_level, court_files.court_record
FROM current_events AS decided
JOIN court_files ON court_files.jurisdiction = decided.jurisdiction
  AND court_files.proceeding_id = decided.subject_id
LEFT JOIN (
  SELECT DISTINCT jurisdiction, proceeding_id FROM sentences WHERE NOT is_current
) AS replaced ON replaced.jurisdiction = court_files.jurisdiction
  AND replaced.proceeding_id = court_files.proceeding_id
WHERE decided.subject_kind = 'proceeding' AND decided.event = 'disposition'
  AND decided.instance IN ('second', 'final')
