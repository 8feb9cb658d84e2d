-- Victims who saw a conviction within three years: of the victims identified in the year, how many saw somebody
-- convicted of trafficking in one of their cases?
--
-- The last step of the staircase by itself. Beside the value (cumulative incidence at 1095 days) stand those
-- known to have seen one, and all victims whose steps have a day.
WITH days AS (
    SELECT
        jurisdiction,
        year,
        days,
        count(*) FILTER (kind = 'event') AS events,
        count(*) FILTER (kind <> 'open') AS ended,
        count(*) AS gone
    FROM checked_victim_steps
    WHERE step = 'convicted'
    GROUP BY jurisdiction, year, days
),

risk AS (
    SELECT *, sum(gone) OVER (PARTITION BY jurisdiction, year ORDER BY days DESC) AS at_risk
    FROM days
),

curve AS (
    SELECT
        *,
        coalesce(exp(sum(CASE WHEN ended < at_risk THEN ln(1 - ended / at_risk) ELSE -1000 END) OVER (
            PARTITION BY jurisdiction, year ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )), 1) AS still_waiting
    FROM risk
)

SELECT
    jurisdiction,
    year,
    1095 AS horizon,
    coalesce(sum(events) FILTER (days <= 1095), 0) AS numerator,
    sum(gone) AS denominator,
    coalesce(sum(still_waiting * events / at_risk) FILTER (days <= 1095), 0) AS value
FROM curve
GROUP BY jurisdiction, year
ORDER BY jurisdiction, year
