-- How many people live in a jurisdiction, year by year.
SELECT jurisdiction, CAST(EXTRACT(YEAR FROM period_start) AS INTEGER) AS period_year,
  max(residents) AS residents
FROM residents
GROUP BY jurisdiction, CAST(EXTRACT(YEAR FROM period_start) AS INTEGER)
