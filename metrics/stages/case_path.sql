-- after: first_instance, case_ends, case_facts
-- One row a case: how far it went for trafficking (a convicted case was tried, a tried one charged), and whether it is over.
SELECT case_facts.jurisdiction, case_facts.case_id, case_facts.agency_id,
  max(coalesce(case_ends.is_opened, 0)) AS is_opened, min(case_ends.opened_on) AS opened_on,
  max(CASE WHEN court.is_trafficking THEN 1 ELSE 0 END) AS is_charged,
  min(CASE WHEN court.is_trafficking THEN court.charged_day END) AS charged_on,
  max(CASE WHEN court.is_trafficking AND (court.is_tried = 1 OR court.outcome LIKE 'convicted%' OR court.outcome = 'acquitted') THEN 1 ELSE 0 END)
    AS is_tried,
  min(CASE
    WHEN court.is_trafficking AND court.trial_on IS NOT NULL THEN court.trial_on
    WHEN court.is_trafficking AND (court.outcome LIKE 'convicted%' OR court.outcome = 'acquitted')
      AND court.is_disposed_to_year = 0 THEN court.disposed_on
  END) AS tried_on,
  max(CASE WHEN court.outcome = 'convicted_trafficking' THEN 1 ELSE 0 END) AS is_convicted,
  min(CASE WHEN court.outcome = 'convicted_trafficking' THEN court.disposed_on END) AS convicted_on,
  min(CASE WHEN court.outcome = 'convicted_trafficking' AND court.is_disposed_to_year = 0 THEN court.disposed_on END)
    AS convicted_day,
  -- Over: closed without any charge, or every proceeding ended and none in a conviction of trafficking.
  CASE
    WHEN count(court.proceeding_id) = 0 THEN max(coalesce(case_ends.is_closed, 0))
    ELSE min(CASE WHEN court.outcome = 'open' THEN 0 ELSE 1 END)
  END AS is_over,
  CASE
    WHEN count(court.proceeding_id) = 0 THEN max(case_ends.closed_on)
    ELSE max(CASE WHEN court.is_disposed_to_year = 0 THEN court.disposed_on END)
  END AS over_on,
  count(court.proceeding_id) AS proceedings
FROM case_facts
LEFT JOIN case_ends ON case_ends.jurisdiction = case_facts.jurisdiction
  AND case_ends.case_id = case_facts.case_id
LEFT JOIN first_instance AS court ON court.jurisdiction = case_facts.jurisdiction
  AND court.case_id = case_facts.case_id
GROUP BY case_facts.jurisdiction, case_facts.case_id, case_facts.agency_id
