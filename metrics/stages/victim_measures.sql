-- One row a victim for whom a measure was sought: whether a reflection period was granted, and when a guardian was appointed.
SELECT jurisdiction, victim_id,
  max(CASE WHEN measure = 'reflection_period' AND decision = 'granted' THEN 1 ELSE 0 END)
    AS has_reflection_period,
  max(CASE WHEN measure = 'reflection_period' AND decision IS NULL THEN 1 ELSE 0 END)
    AS is_reflection_unknown,
  min(CASE WHEN measure = 'guardian' AND decision = 'granted' THEN decided_on END) AS guardian_on,
  max(CASE WHEN measure = 'guardian' AND coalesce(decision, 'granted') = 'granted' AND decided_on IS NULL
    THEN 1 ELSE 0 END) AS is_guardian_undated
FROM protection_measures
GROUP BY jurisdiction, victim_id
