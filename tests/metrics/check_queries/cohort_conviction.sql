-- Conviction by 12, 24 and 36 months: of the persons first charged in the year, how many had been convicted
-- of trafficking (or, where all crime is counted, of anything) so many days later?
--
-- Each person enters once, with the first proceeding; where several began on one day, a conviction in
-- any of them counts, then one that is still open. Open ones are followed to the court's data date. Any
-- other end takes the person out. Value: cumulative incidence (Aalen and Johansen 1978).
WITH first_proceedings AS (
    SELECT DISTINCT ON (jurisdiction, defendant_id) *
    FROM checked_proceedings
    WHERE (is_trafficking OR $scope = 'all_crime') AND charged_day IS NOT NULL
    ORDER BY jurisdiction, defendant_id, charged_day,
        CASE
            WHEN outcome = 'convicted_trafficking' THEN 1
            WHEN outcome LIKE 'convicted%' THEN 2
            WHEN outcome = 'open' THEN 3
            ELSE 4
        END,
        ended_day
),

lives AS (
    SELECT
        jurisdiction,
        year(charged_day) AS year,
        date_diff('day', charged_day, CASE WHEN outcome = 'open' THEN seen_to ELSE ended_day END) AS days,
        CASE
            WHEN outcome = 'open' THEN 'open'
            WHEN outcome = 'convicted_trafficking' OR ($scope = 'all_crime' AND outcome LIKE 'convicted%') THEN 'event'
            ELSE 'other'
        END AS kind
    FROM first_proceedings
    WHERE charged_day >= reported_from
),

days AS (
    SELECT
        jurisdiction,
        year,
        days,
        count(*) FILTER (kind = 'event') AS events,
        count(*) FILTER (kind <> 'open') AS ended,
        count(*) AS gone
    FROM lives
    WHERE days >= 0
    GROUP BY jurisdiction, year, days
),

risk AS (
    SELECT *, sum(gone) OVER (PARTITION BY jurisdiction, year ORDER BY days DESC) AS at_risk
    FROM days
),

curve AS (
    SELECT
        *,
        -- The share still open just before the day: the product of (1 - ended / at risk) over earlier days.
        coalesce(exp(sum(CASE WHEN ended < at_risk THEN ln(1 - ended / at_risk) ELSE -1000 END) OVER (
            PARTITION BY jurisdiction, year ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )), 1) AS still_open
    FROM risk
)

SELECT
    jurisdiction,
    year,
    horizon,
    coalesce(sum(events) FILTER (days <= horizon), 0) AS numerator,
    sum(gone) AS denominator,
    coalesce(sum(still_open * events / at_risk) FILTER (days <= horizon), 0) AS value
FROM curve
CROSS JOIN (VALUES (365), (730), (1095)) AS horizons (horizon)
GROUP BY jurisdiction, year, horizon
ORDER BY jurisdiction, year, horizon
