-- Age of pending proceedings: how long have those open at the end of the year been waiting?
--
-- Below the line: proceedings charged by the last day of the year and not ended on it. Above it: those
-- that had waited more than two years (730 days). The value is no ratio of the two: it is the median age
-- in days. Only year ends that the court reported on; where all there is lies within one year, its last day.
WITH year_ends AS (
    SELECT make_date(CAST(year AS INTEGER), 12, 31) AS day FROM range(1990, 2051) AS years (year)
),

last_days AS (
    SELECT checked_proceedings.*, CASE WHEN is_one_year THEN seen_to ELSE day END AS last_day
    FROM checked_proceedings
    JOIN year_ends ON day >= charged_day AND CASE WHEN is_one_year THEN year(day) = year(seen_to) ELSE day <= seen_to END
),

pending AS (
    SELECT jurisdiction, year(last_day) AS year, date_diff('day', charged_day, last_day) AS age
    FROM last_days
    WHERE (is_trafficking OR $scope = 'all_crime')
        AND last_day BETWEEN greatest(charged_day, reported_from) AND seen_to
        AND (outcome = 'open' OR ended_on > last_day)
)

SELECT
    jurisdiction,
    year,
    count(*) FILTER (age > 730) AS numerator,
    count(*) AS denominator,
    median(age) AS value
FROM pending
GROUP BY jurisdiction, year
ORDER BY jurisdiction, year
