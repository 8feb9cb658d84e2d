-- From identification to conviction: of the victims identified in the year, how many saw their case investigated,
-- charged, tried and ended in a conviction within three years?
--
-- Every step is a share of the same victims. Who withdrew, died, or saw all cases end without a conviction
-- before a step does not reach it. Value: cumulative incidence (Aalen and Johansen 1978) at 1095 days.
WITH days AS (
    SELECT
        jurisdiction,
        year,
        step,
        days,
        count(*) FILTER (kind = 'event') AS events,
        count(*) FILTER (kind <> 'open') AS ended,
        count(*) AS gone
    FROM checked_victim_steps
    GROUP BY jurisdiction, year, step, days
),

risk AS (
    SELECT *, sum(gone) OVER (PARTITION BY jurisdiction, year, step ORDER BY days DESC) AS at_risk
    FROM days
),

curve AS (
    SELECT
        *,
        coalesce(exp(sum(CASE WHEN ended < at_risk THEN ln(1 - ended / at_risk) ELSE -1000 END) OVER (
            PARTITION BY jurisdiction, year, step ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )), 1) AS still_waiting
    FROM risk
)

SELECT
    jurisdiction,
    year,
    step AS stage,
    1095 AS horizon,
    coalesce(sum(events) FILTER (days <= 1095), 0) AS numerator,
    sum(gone) AS denominator,
    coalesce(sum(still_waiting * events / at_risk) FILTER (days <= 1095), 0) AS value
FROM curve
GROUP BY jurisdiction, year, step
ORDER BY jurisdiction, year, step
