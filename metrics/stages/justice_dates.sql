-- The latest data date of the offices that conduct proceedings, per jurisdiction; a jurisdiction without such an office has none.
SELECT agencies.jurisdiction, max(data_dates.as_of) AS as_of
FROM agencies
JOIN data_dates ON data_dates.agency_id = agencies.agency_id
WHERE agencies.kind IN ('court', 'prosecution')
  OR EXISTS (
    SELECT 1 FROM proceedings
    WHERE proceedings.jurisdiction = agencies.jurisdiction
      AND proceedings.agency_id = agencies.agency_id
  )
GROUP BY agencies.jurisdiction
