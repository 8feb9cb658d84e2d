-- after: court_files
-- One row a proceeding that has ended and whose accused was held before: days in custody up to the first decision.
-- Custody that began before there was a proceeding belongs to every proceeding of the accused.
SELECT court_files.jurisdiction, court_files.proceeding_id,
  sum(date_diff('day', held.started_on, least(coalesce(held.ended_on, court_files.disposed_on), court_files.disposed_on)))
    AS custody_days
FROM court_files
JOIN detentions AS held ON held.jurisdiction = court_files.jurisdiction
  AND held.defendant_id = court_files.defendant_id
  AND coalesce(held.proceeding_id, court_files.proceeding_id) = court_files.proceeding_id
  AND held.started_on < court_files.disposed_on
GROUP BY court_files.jurisdiction, court_files.proceeding_id
