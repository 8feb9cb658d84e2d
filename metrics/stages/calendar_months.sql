-- after: calendar_years
-- First and last day of every month.
SELECT starts.month_start,
  CAST(starts.month_start + INTERVAL '1 month' - INTERVAL '1 day' AS DATE) AS month_end
FROM (
  SELECT CAST(CAST(calendar_years.calendar_year AS VARCHAR) || '-' || months.n || '-01' AS DATE) AS month_start
  FROM calendar_years
  CROSS JOIN (
    SELECT '01' AS n UNION ALL SELECT '02' UNION ALL SELECT '03' UNION ALL SELECT '04'
    UNION ALL SELECT '05' UNION ALL SELECT '06' UNION ALL SELECT '07' UNION ALL SELECT '08'
    UNION ALL SELECT '09' UNION ALL SELECT '10' UNION ALL SELECT '11' UNION ALL SELECT '12'
  ) AS months
) AS starts
