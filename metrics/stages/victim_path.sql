-- after: victim_events, victim_cases, victim_features, justice_dates, unlinked
-- One row an identified victim: when the victim's case reached each stage (a later stage stands for the earlier ones),
-- and the first thing that took the victim or the case out.
SELECT path.*,
  CASE
    WHEN died_on IS NOT NULL AND died_on <= coalesce(withdrew_on, died_on)
      AND died_on <= coalesce(over_on, died_on) THEN 'died'
    WHEN withdrew_on IS NOT NULL AND withdrew_on <= coalesce(over_on, withdrew_on) THEN 'victim_withdrew'
    WHEN is_over = 1 THEN over_kind
  END AS exit_kind,
  CASE
    WHEN died_on IS NOT NULL AND died_on <= coalesce(withdrew_on, died_on)
      AND died_on <= coalesce(over_on, died_on) THEN died_on
    WHEN withdrew_on IS NOT NULL AND withdrew_on <= coalesce(over_on, withdrew_on) THEN withdrew_on
    WHEN is_over = 1 THEN over_on
  END AS exit_on
FROM (
  SELECT victim_features.*, victim_events.identified_on,
    victim_events.withdrew_on, victim_events.died_on,
    coalesce(victim_cases.is_convicted, 0) AS is_convicted,
    coalesce(greatest(victim_cases.is_tried, victim_cases.is_convicted), 0) AS is_tried,
    coalesce(greatest(victim_cases.is_charged, victim_cases.is_tried, victim_cases.is_convicted), 0)
      AS is_charged,
    coalesce(greatest(victim_cases.is_opened, victim_cases.is_charged, victim_cases.is_tried,
      victim_cases.is_convicted), 0) AS is_investigated,
    victim_cases.convicted_day AS convicted_on,
    least(coalesce(victim_cases.tried_on, victim_cases.convicted_day),
      coalesce(victim_cases.convicted_day, victim_cases.tried_on)) AS tried_on,
    victim_cases.charged_on, victim_cases.opened_on,
    CASE WHEN coalesce(victim_cases.is_convicted, 0) = 1 THEN 0
      ELSE coalesce(victim_cases.is_over, 0) END AS is_over,
    CASE WHEN coalesce(victim_cases.is_convicted, 0) = 0 AND victim_cases.is_over = 1
      THEN victim_cases.over_on END AS over_on,
    CASE WHEN victim_cases.proceedings > 0 THEN 'ended_without_conviction' ELSE 'closed_without_charge' END
      AS over_kind,
    justice_dates.as_of IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM unlinked
      WHERE unlinked.jurisdiction = victim_features.jurisdiction AND unlinked.realm = 'victims'
    ) AS is_observable,
    -- A stage is seen only as far as everybody who records it has reported.
    least(
      coalesce(victim_features.as_of, justice_dates.as_of),
      coalesce(victim_cases.as_of, justice_dates.as_of, victim_features.as_of),
      coalesce(justice_dates.as_of, victim_features.as_of)
    ) AS censored_on
  FROM victim_features
  JOIN victim_events ON victim_events.jurisdiction = victim_features.jurisdiction
    AND victim_events.victim_id = victim_features.victim_id
  LEFT JOIN victim_cases ON victim_cases.jurisdiction = victim_features.jurisdiction
    AND victim_cases.victim_id = victim_features.victim_id
  LEFT JOIN justice_dates ON justice_dates.jurisdiction = victim_features.jurisdiction
  WHERE victim_events.is_identified = 1
) AS path
