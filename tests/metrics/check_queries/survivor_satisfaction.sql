-- Survivor satisfaction: of the survivors who answered, how many were satisfied or very satisfied overall?
--
-- Waves of one year are taken together. Below the line: who gave a score to the item; above it: a score of
-- four or five of five. Those who kept silent stand in the bounds, not here.
SELECT
    jurisdiction,
    CAST(substr(wave, 1, 4) AS INTEGER) AS year,
    count(*) FILTER (score >= 4) AS numerator,
    count(*) AS denominator,
    numerator / denominator AS value
FROM survey_responses
WHERE item = 'overall' AND answer = 'scored' AND score IS NOT NULL
GROUP BY jurisdiction, year
ORDER BY jurisdiction, year
