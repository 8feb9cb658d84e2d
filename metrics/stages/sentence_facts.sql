-- One row a proceeding with a sentence: the gravest sanction, its length, and the least the law provides for.
-- Sentences that a later decision replaced are left aside, unless nothing took their place.
SELECT jurisdiction, proceeding_id,
  CASE max(CASE sanction WHEN 'custody' THEN 4 WHEN 'suspended_custody' THEN 3 WHEN 'unknown' THEN 1 ELSE 2 END)
    WHEN 4 THEN 'custody' WHEN 3 THEN 'suspended_custody' WHEN 2 THEN 'without_custody' ELSE 'unknown'
  END AS gravest_sanction,
  max(CASE WHEN sanction = 'custody' THEN months END) AS custody_months,
  max(CASE WHEN sanction = 'custody' AND months IS NULL THEN 1 ELSE 0 END) AS has_unknown_length,
  max(minimum_months) AS minimum_months
FROM (
  SELECT jurisdiction, proceeding_id, sanction, months, minimum_months,
    CASE WHEN coalesce(is_current, TRUE) THEN 1 ELSE 0 END AS is_standing,
    max(CASE WHEN coalesce(is_current, TRUE) THEN 1 ELSE 0 END) OVER (
      PARTITION BY jurisdiction, proceeding_id
    ) AS is_any_standing
  FROM sentences
) AS imposed
WHERE is_standing = is_any_standing
GROUP BY jurisdiction, proceeding_id
