-- Each submission that stands, with what its sender has covered in all: from the first day to the data date.
SELECT
    submission_id,
    agency_id,
    scope,
    min(period_start) OVER (PARTITION BY agency_id) AS reported_from,
    max(as_of) OVER (PARTITION BY agency_id) AS reported_to
FROM submissions
WHERE superseded_by IS NULL AND verdict <> 'fail'
