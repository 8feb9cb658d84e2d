-- Re-trafficking: of the survivors who left exploitation in the year, how many were trafficked again within
-- one, two and three years?
--
-- The clock starts at the first documented exit. A survivor is followed up to the last time anybody reached
-- the person, and no further: whoever was never reached was in sight on the day of the exit only. Death
-- takes a survivor out. Value: cumulative incidence (Aalen and Johansen 1978).
WITH first_exit AS (
    SELECT jurisdiction, victim_id, min(exited_on) AS exited_on
    FROM exits
    GROUP BY jurisdiction, victim_id
),

reached AS (
    SELECT jurisdiction, victim_id, max(contact_on) AS last_on
    FROM followups
    JOIN first_exit USING (jurisdiction, victim_id)
    WHERE reached AND contact_on >= exited_on
    GROUP BY jurisdiction, victim_id
),

again AS (
    SELECT jurisdiction, victim_id, min(onset_on) AS onset_on
    FROM retrafficking
    JOIN first_exit USING (jurisdiction, victim_id)
    WHERE onset_on >= exited_on
    GROUP BY jurisdiction, victim_id
),

deaths AS (
    -- As the log has it; otherwise the day on which those who follow up learnt of it.
    SELECT jurisdiction, victim_id, coalesce(min(died_on) FILTER (from_log), min(died_on)) AS died_on
    FROM (
        SELECT jurisdiction, subject_id AS victim_id, day_known AS died_on, TRUE AS from_log
        FROM checked_log
        WHERE subject_kind = 'victim' AND event = 'died'
        UNION ALL
        SELECT jurisdiction, victim_id, contact_on, FALSE FROM followups WHERE reason_lost = 'died'
    )
    GROUP BY jurisdiction, victim_id
),

lives AS (
    SELECT
        first_exit.jurisdiction,
        year(exited_on) AS year,
        CASE
            WHEN onset_on <= coalesce(died_on, onset_on) THEN 'event'
            WHEN died_on IS NOT NULL THEN 'other'
            ELSE 'open'
        END AS kind,
        date_diff('day', exited_on, CASE
            WHEN onset_on <= coalesce(died_on, onset_on) THEN onset_on
            WHEN died_on IS NOT NULL THEN died_on
            ELSE least(coalesce(last_on, exited_on), sender.reported_to)
        END) AS days
    FROM first_exit
    JOIN victims USING (jurisdiction, victim_id)
    JOIN checked_senders AS sender ON sender.submission_id = victims.submission_id
    LEFT JOIN reached USING (jurisdiction, victim_id)
    LEFT JOIN again USING (jurisdiction, victim_id)
    LEFT JOIN deaths USING (jurisdiction, victim_id)
    WHERE exited_on >= sender.reported_from
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
        coalesce(exp(sum(CASE WHEN ended < at_risk THEN ln(1 - ended / at_risk) ELSE -1000 END) OVER (
            PARTITION BY jurisdiction, year ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )), 1) AS still_out
    FROM risk
)

SELECT
    jurisdiction,
    year,
    horizon,
    coalesce(sum(events) FILTER (days <= horizon), 0) AS numerator,
    sum(gone) AS denominator,
    coalesce(sum(still_out * events / at_risk) FILTER (days <= horizon), 0) AS value
FROM curve
CROSS JOIN (VALUES (365), (730), (1095)) AS horizons (horizon)
GROUP BY jurisdiction, year, horizon
ORDER BY jurisdiction, year, horizon
