-- How far the courts and prosecution offices of each place have reported.
SELECT agencies.jurisdiction, max(data_dates.as_of) AS seen_to
FROM agencies
JOIN data_dates USING (jurisdiction, agency_id)
WHERE agencies.kind IN ('court', 'prosecution')
    OR (agencies.jurisdiction, agencies.agency_id) IN (SELECT jurisdiction, agency_id FROM proceedings)
GROUP BY agencies.jurisdiction
