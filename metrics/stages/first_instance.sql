-- after: case_facts, charges_of_proceeding, proceeding_events, proceeding_ends, person_deaths
-- One row a proceeding (one defendant before one court): its charge, its end at first instance, the outcome of the person.
-- Charges tell the outcome where they were decided; otherwise the decision on the proceeding does. A conviction is of
-- trafficking where a trafficking charge was proved, or where nothing but trafficking was charged; where neither can
-- be told it is convicted_unspecified.
SELECT proceedings.jurisdiction, proceedings.proceeding_id, proceedings.case_id,
  proceedings.defendant_id, proceedings.agency_id, proceedings.submission_id,
  coalesce(case_facts.exploitation_form, 'unknown') AS exploitation_form,
  coalesce(case_facts.cross_border, 'unknown') AS cross_border,
  coalesce(proceedings.court_level, 'unknown') AS court_level,
  coalesce(proceedings.openness, 'unknown') AS openness,
  CASE
    WHEN proceedings.is_use_of_services THEN 'yes' WHEN NOT proceedings.is_use_of_services THEN 'no' ELSE 'unknown'
  END AS use_of_services,
  CASE
    WHEN charged.trafficking_charges > 0 THEN TRUE
    WHEN coalesce(charged.charges, 0) = 0 THEN coalesce(case_facts.is_trafficking, FALSE)
    ELSE FALSE
  END AS is_trafficking,
  proceeding_events.charged_on, proceeding_events.charged_day,
  proceeding_events.trial_on, coalesce(proceeding_events.is_tried, 0) AS is_tried,
  CASE
    WHEN ended.event = 'disposition' THEN ended.occurred_on
    WHEN charged.outcome_rank <= 3 OR charged.decided_charges = charged.charges THEN charged.decided_on
    WHEN ended.event IS NOT NULL THEN ended.occurred_on
    ELSE person_deaths.died_on
  END AS disposed_on,
  CASE
    WHEN ended.event = 'disposition' THEN CASE WHEN ended.date_precision = 'year' THEN 1 ELSE 0 END
    WHEN charged.outcome_rank <= 3 OR charged.decided_charges = charged.charges
      THEN charged.decided_to_year
    WHEN ended.event IS NOT NULL THEN CASE WHEN ended.date_precision = 'year' THEN 1 ELSE 0 END
    ELSE coalesce(person_deaths.is_died_to_year, 0)
  END AS is_disposed_to_year,
  CASE
    WHEN charged.outcome_rank = 1 THEN 'convicted_trafficking'
    WHEN charged.outcome_rank = 2 THEN 'convicted_other'
    WHEN charged.outcome_rank = 3 AND ended.outcome IN ('convicted_trafficking', 'convicted_other')
      THEN ended.outcome
    WHEN charged.outcome_rank = 3 THEN 'convicted_unspecified'
    WHEN ended.outcome IN ('convicted', 'convicted_by_plea', 'convicted_at_trial') THEN CASE
      WHEN charged.charges > 0 AND charged.trafficking_charges = charged.charges
        THEN 'convicted_trafficking'
      WHEN charged.charges > 0 AND charged.trafficking_charges + charged.unknown_charges = 0
        THEN 'convicted_other'
      ELSE 'convicted_unspecified'
    END
    WHEN ended.event = 'disposition' AND ended.outcome = 'declined' THEN 'discontinued'
    WHEN ended.event = 'disposition' THEN coalesce(ended.outcome, 'unknown')
    WHEN charged.decided_charges = charged.charges THEN CASE charged.outcome_rank
      WHEN 4 THEN 'acquitted' WHEN 5 THEN 'dismissed' WHEN 6 THEN 'discontinued'
      WHEN 7 THEN 'diverted' WHEN 8 THEN 'transferred' WHEN 9 THEN 'died' WHEN 10 THEN 'unfit'
      WHEN 11 THEN 'absconded' WHEN 12 THEN 'other' ELSE 'unknown'
    END
    WHEN ended.event = 'terminated' THEN 'unknown'
    WHEN ended.event IN ('transferred', 'died') THEN ended.event
    WHEN person_deaths.subject_id IS NOT NULL THEN 'died'
    ELSE 'open'
  END AS outcome
FROM proceedings
LEFT JOIN case_facts ON case_facts.jurisdiction = proceedings.jurisdiction
  AND case_facts.case_id = proceedings.case_id
LEFT JOIN charges_of_proceeding AS charged ON charged.jurisdiction = proceedings.jurisdiction
  AND charged.proceeding_id = proceedings.proceeding_id
LEFT JOIN proceeding_events ON proceeding_events.jurisdiction = proceedings.jurisdiction
  AND proceeding_events.proceeding_id = proceedings.proceeding_id
LEFT JOIN proceeding_ends AS ended ON ended.jurisdiction = proceedings.jurisdiction
  AND ended.proceeding_id = proceedings.proceeding_id
LEFT JOIN person_deaths ON person_deaths.jurisdiction = proceedings.jurisdiction
  AND person_deaths.subject_kind = 'defendant'
  AND person_deaths.subject_id = proceedings.defendant_id
