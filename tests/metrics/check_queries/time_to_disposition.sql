-- Time to first disposition: how many days pass until half of the proceedings begun in the year have ended?
--
-- Above the line: those that had ended by the data date, whatever the outcome; below it: all begun in the
-- year. The value is no ratio of the two: it is the day on which the curve of those still open (Kaplan and
-- Meier 1958) falls to one half. Open proceedings count for as long as they were seen open.
WITH lives AS (
    SELECT
        jurisdiction,
        year(charged_day) AS year,
        date_diff('day', charged_day, CASE WHEN outcome = 'open' THEN seen_to ELSE ended_day END) AS days,
        outcome <> 'open' AS has_ended
    FROM checked_proceedings
    WHERE (is_trafficking OR $scope = 'all_crime') AND charged_day >= reported_from
),

days AS (
    SELECT jurisdiction, year, days, count(*) FILTER (has_ended) AS ended, count(*) AS gone
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
        exp(sum(CASE WHEN ended < at_risk THEN ln(1 - ended / at_risk) ELSE -1000 END)
            OVER (PARTITION BY jurisdiction, year ORDER BY days)) AS still_open
    FROM risk
),

halves AS (
    SELECT
        jurisdiction,
        year,
        sum(ended) AS numerator,
        sum(gone) AS denominator,
        min(days) FILTER (ended > 0 AND still_open < 0.5 - 1e-9) AS below_half,
        -- Where the curve stands at one half for a while, the middle of that while.
        min(days) FILTER (ended > 0 AND abs(still_open - 0.5) <= 1e-9) AS on_half,
        max(days) AS last_day
    FROM curve
    GROUP BY jurisdiction, year
)

SELECT
    jurisdiction,
    year,
    numerator,
    denominator,
    CASE WHEN on_half IS NULL THEN below_half ELSE (on_half + coalesce(below_half, last_day)) / 2 END AS value
FROM halves
ORDER BY jurisdiction, year
