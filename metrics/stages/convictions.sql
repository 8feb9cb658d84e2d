-- after: court_files, sentence_facts
-- One row a proceeding that ended in a conviction at first instance, with the sentence.
SELECT court_files.jurisdiction, court_files.proceeding_id, court_files.defendant_id,
  court_files.outcome = 'convicted_trafficking' AS is_trafficking, court_files.is_observable,
  court_files.covered_from, court_files.reported_from, court_files.sent_by, court_files.as_of,
  court_files.disposed_on AS convicted_on,
  court_files.sex, court_files.age_group, court_files.citizenship_group,
  court_files.exploitation_form, court_files.cross_border, court_files.court_level, court_files.agency,
  court_files.court_record,
  coalesce(sentence_facts.gravest_sanction, 'unknown') AS gravest_sanction,
  -- A life sentence has no length, nor has one whose length nobody recorded.
  CASE WHEN sentence_facts.has_unknown_length = 0 THEN sentence_facts.custody_months END
    AS custody_months,
  CASE
    WHEN sentence_facts.minimum_months IS NULL OR sentence_facts.gravest_sanction = 'unknown' THEN 'unknown'
    WHEN sentence_facts.gravest_sanction <> 'custody' THEN 'below'
    WHEN sentence_facts.has_unknown_length = 1 THEN 'unknown'
    WHEN sentence_facts.custody_months < sentence_facts.minimum_months THEN 'below'
    ELSE 'not_below'
  END AS against_minimum
FROM court_files
LEFT JOIN sentence_facts ON sentence_facts.jurisdiction = court_files.jurisdiction
  AND sentence_facts.proceeding_id = court_files.proceeding_id
WHERE court_files.outcome LIKE 'convicted%'
