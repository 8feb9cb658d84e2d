-- Completeness of reporting: of the months in which agencies were expected to report, how many did they cover?
--
-- A month counts for an agency from the day it is expected to report, up to the latest data date of anybody
-- or the end of its duty. It is covered where one submission that stands covers all of it: the agency's own,
-- or another body's that carries the agency's rows.
WITH months AS (
    SELECT CAST(month AS DATE) AS first_day, CAST(month + INTERVAL 1 MONTH - INTERVAL 1 DAY AS DATE) AS last_day
    FROM range(TIMESTAMP '1990-01-01', TIMESTAMP '2051-01-01', INTERVAL 1 MONTH) AS calendar (month)
),

expected AS (
    SELECT jurisdiction, agency_id, first_day, last_day
    FROM agencies
    JOIN months ON last_day BETWEEN reports_from
        AND least((SELECT max(reported_to) FROM checked_senders), coalesce(reports_until, DATE '2050-12-31'))
),

carriers AS (
    SELECT agency_id, submission_id FROM checked_senders
    UNION SELECT agency_id, submission_id FROM cases
    UNION SELECT agency_id, submission_id FROM proceedings
    UNION SELECT agency_id, submission_id FROM events
),

covered AS (
    SELECT DISTINCT carriers.agency_id, first_day
    FROM carriers
    JOIN submissions USING (submission_id)
    JOIN checked_senders USING (submission_id)
    JOIN months ON first_day >= period_start AND last_day <= period_end
)

SELECT
    jurisdiction,
    year(expected.first_day) AS year,
    count(covered.first_day) AS numerator,
    count(*) AS denominator,
    numerator / denominator AS value
FROM expected
LEFT JOIN covered USING (agency_id, first_day)
GROUP BY jurisdiction, year(expected.first_day)
ORDER BY jurisdiction, year
