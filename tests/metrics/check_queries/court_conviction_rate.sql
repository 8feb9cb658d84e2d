-- Court conviction rate: of the persons whose first-instance proceedings ended in the year, how many were convicted?
--
-- Below the line: persons whose proceedings ended by a conviction of any offence, acquittal, dismissal,
-- withdrawal by the prosecution or diversion. Above it: those convicted of trafficking, or, where all
-- crime is counted, of anything. A person counts once a year, however many proceedings there were.
-- A conviction of an offence nobody recorded cannot be told as trafficking or not: it is missing there.
WITH persons AS (
    SELECT
        jurisdiction,
        year(ended_on) AS year,
        defendant_id,
        bool_or(outcome = 'convicted_trafficking' OR ($scope = 'all_crime' AND outcome LIKE 'convicted%')) AS is_convicted
    FROM checked_proceedings
    WHERE (is_trafficking OR $scope = 'all_crime')
        AND ended_on BETWEEN whole_from AND whole_to
        AND (
            outcome IN ('convicted_trafficking', 'convicted_other', 'acquitted', 'dismissed', 'discontinued', 'diverted')
            OR ($scope = 'all_crime' AND outcome = 'convicted_unspecified')
        )
    GROUP BY jurisdiction, year(ended_on), defendant_id
)

SELECT
    jurisdiction,
    year,
    count(*) FILTER (is_convicted) AS numerator,
    count(*) AS denominator,
    numerator / denominator AS value
FROM persons
GROUP BY jurisdiction, year
ORDER BY jurisdiction, year
