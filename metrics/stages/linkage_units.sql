-- after: current_events
-- Who issues the pseudonyms of victims, of suspects, and of those before the courts.
SELECT DISTINCT agencies.jurisdiction, 'courts' AS realm, agencies.linkage_unit
FROM agencies
WHERE agencies.kind IN ('court', 'prosecution')
  AND EXISTS (SELECT 1 FROM data_dates WHERE data_dates.agency_id = agencies.agency_id)
UNION
SELECT DISTINCT proceedings.jurisdiction, 'courts' AS realm, agencies.linkage_unit
FROM proceedings
JOIN agencies ON agencies.jurisdiction = proceedings.jurisdiction
  AND agencies.agency_id = proceedings.agency_id
UNION
SELECT DISTINCT current_events.jurisdiction,
  CASE WHEN current_events.subject_kind = 'victim' THEN 'victims' ELSE 'suspects' END AS realm,
  agencies.linkage_unit
FROM current_events
JOIN agencies ON agencies.jurisdiction = current_events.jurisdiction
  AND agencies.agency_id = current_events.agency_id
WHERE (current_events.subject_kind = 'victim' AND current_events.event IN ('referred', 'identified'))
  OR (current_events.subject_kind = 'defendant' AND current_events.event IN ('suspected', 'arrested'))
