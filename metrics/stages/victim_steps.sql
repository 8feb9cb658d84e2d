-- after: victim_stages, victim_support
-- One row an identified victim and stage: how the way to it ended, and when. The steps of a staircase are over the same
-- people, so a victim without a date for one step is without any.
SELECT jurisdiction, unit_id, stage, TRUE AS is_trafficking, is_observable, covered_from,
  reported_from, sent_by, censored_on AS as_of, entered_on, 1 AS precedence, ending,
  CASE WHEN max(CASE WHEN ending <> 'open' AND ended_on IS NULL THEN 1 ELSE 0 END)
    OVER (PARTITION BY jurisdiction, unit_id) = 0 THEN ended_on END AS ended_on,
  CASE WHEN max(CASE WHEN ending <> 'open' AND ended_on IS NULL THEN 1 ELSE 0 END)
    OVER (PARTITION BY jurisdiction, unit_id) = 0 THEN censored_on END AS censored_on,
  sex, age_group, citizenship_group, exploitation_form, migration_status, cross_border, support
FROM (
  SELECT victim_stages.*, victim_support.support, victim_stages.victim_id AS unit_id, identified_on AS entered_on,
    CASE
      WHEN is_reached = 1 AND NOT coalesce(exit_on < reached_on, FALSE) THEN 'reached'
      ELSE coalesce(exit_kind, 'open')
    END AS ending,
    -- Steps taken before identification count from the first day.
    CASE
      WHEN is_reached = 1 AND NOT coalesce(exit_on < reached_on, FALSE)
        THEN CASE WHEN reached_on < identified_on THEN identified_on ELSE reached_on END
      ELSE CASE WHEN exit_on < identified_on THEN identified_on ELSE exit_on END
    END AS ended_on
  FROM victim_stages
  JOIN victim_support ON victim_support.jurisdiction = victim_stages.jurisdiction
    AND victim_support.victim_id = victim_stages.victim_id
) AS steps
