-- What each accepted submission covers, and from when to when the agency that sent it has reported at all.
SELECT receipt.submission_id, receipt.agency_id, receipt.scope,
  receipt.period_start, receipt.period_end, latest.reported_from, latest.as_of
FROM submissions AS receipt
JOIN (
  SELECT agency_id, min(period_start) AS reported_from, max(as_of) AS as_of FROM submissions
  WHERE superseded_by IS NULL AND verdict <> 'fail' GROUP BY agency_id
) AS latest ON latest.agency_id = receipt.agency_id
WHERE receipt.superseded_by IS NULL AND receipt.verdict <> 'fail'
