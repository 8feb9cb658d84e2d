-- after: suspect_path, unlinked
-- One row a suspect: how the suspicion ended, and what the jurisdiction's data can tell.
SELECT suspect_path.*,
  -- A file that holds nobody but the charged cannot say how many are suspected.
  EXISTS (
    SELECT 1 FROM suspect_path AS other
    WHERE other.jurisdiction = suspect_path.jurisdiction AND NOT other.is_charged
  ) AS has_uncharged,
  suspect_path.has_courts AND NOT EXISTS (
    SELECT 1 FROM unlinked
    WHERE unlinked.jurisdiction = suspect_path.jurisdiction AND unlinked.realm = 'suspects'
  ) AS is_linked,
  CASE
    WHEN suspect_path.exit_on < suspect_path.charged_on THEN suspect_path.exit_kind
    WHEN suspect_path.is_charged_trafficking THEN 'charged_trafficking'
    WHEN suspect_path.is_charged THEN 'charged_other'
    ELSE coalesce(suspect_path.exit_kind, 'open')
  END AS ending,
  CASE
    WHEN suspect_path.exit_on < suspect_path.charged_on THEN suspect_path.exit_on
    WHEN suspect_path.is_charged THEN suspect_path.charged_on
    ELSE suspect_path.exit_on
  END AS ended_on
FROM suspect_path
