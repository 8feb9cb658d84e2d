-- One row a case of which somebody recorded how victims gave evidence: whether any did so while the court sat.
SELECT jurisdiction, case_id,
  CASE max(CASE WHEN mode IN ('live', 'screened', 'video_link') THEN 3 WHEN mode IS NULL THEN 2 ELSE 1 END)
    WHEN 3 THEN 'live' WHEN 1 THEN 'without_live' ELSE 'unknown'
  END AS testimony
FROM testimonies
GROUP BY jurisdiction, case_id
