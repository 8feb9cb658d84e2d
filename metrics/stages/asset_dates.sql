-- after: submission_dates
-- Up to when the assets of a jurisdiction are reported; a jurisdiction that reports none has no row.
SELECT assets.jurisdiction, max(submission_dates.as_of) AS as_of
FROM assets
JOIN submission_dates ON submission_dates.submission_id = assets.submission_id
GROUP BY assets.jurisdiction
