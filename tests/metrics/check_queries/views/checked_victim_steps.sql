-- One row for each identified victim and step: in how many days after identification it was reached, if it was.
--
-- The path follows the victim over all the person's cases. A later step stands for the earlier ones; what
-- was reached before identification counts from its day. Withdrawal, death and the end of all cases without
-- a conviction take the victim out ('other'). Everybody else is followed as far as those who look after
-- the victim, keep the case and judge it have all reported. Victims without a day for any one of the
-- steps are left out of all of them.
WITH person AS (
    SELECT
        jurisdiction,
        subject_id AS victim_id,
        min(day_known) FILTER (event = 'identified') AS identified,
        bool_or(event = 'identified') AS is_identified,
        min(day_known) FILTER (event IN ('withdrew', 'died')) AS gone
    FROM checked_log
    WHERE subject_kind = 'victim'
    GROUP BY jurisdiction, subject_id
),

cases_of_victim AS (
    SELECT
        part.jurisdiction,
        part.victim_id,
        min(seen_to) AS seen_to,
        bool_or(is_opened) AS is_opened,
        min(opened) AS opened,
        bool_or(is_charged) AS is_charged,
        min(charged) AS charged,
        bool_or(is_tried) AS is_tried,
        min(tried) AS tried,
        bool_or(is_convicted) AS is_convicted,
        min(convicted) AS convicted,
        bool_and(is_over) AND NOT bool_or(is_convicted) AS is_over,
        max(over) AS over
    FROM case_victims AS part
    JOIN checked_case_steps USING (jurisdiction, case_id)
    GROUP BY part.jurisdiction, part.victim_id
),

victims_followed AS (
    SELECT
        person.jurisdiction,
        person.victim_id,
        identified,
        cases_of_victim.* EXCLUDE (jurisdiction, victim_id, seen_to),
        CASE WHEN is_over THEN least(gone, over) ELSE gone END AS out,
        -- An end of all cases on no known day is an end on no known day.
        coalesce(is_over AND over IS NULL AND gone IS NULL, FALSE) AS is_out_undated,
        least(sender.reported_to, cases_of_victim.seen_to, checked_courts.seen_to) AS seen_to
    FROM person
    JOIN victims USING (jurisdiction, victim_id)
    JOIN checked_senders AS sender ON sender.submission_id = victims.submission_id
    LEFT JOIN cases_of_victim USING (jurisdiction, victim_id)
    LEFT JOIN checked_courts USING (jurisdiction)
    WHERE is_identified AND identified >= sender.reported_from
),

steps AS (
    SELECT *, 1 AS number, 'investigated' AS step,
        is_opened OR is_charged OR is_tried OR is_convicted AS is_reached,
        least(opened, charged, tried, convicted) AS reached
    FROM victims_followed
    UNION ALL
    SELECT *, 2, 'charged', is_charged OR is_tried OR is_convicted, least(charged, tried, convicted)
    FROM victims_followed
    UNION ALL
    SELECT *, 3, 'tried', is_tried OR is_convicted, least(tried, convicted)
    FROM victims_followed
    UNION ALL
    SELECT *, 4, 'convicted', is_convicted, convicted
    FROM victims_followed
),

ended AS (
    SELECT
        *,
        CASE
            WHEN is_reached AND (out IS NULL OR reached IS NULL OR out >= reached) THEN 'event'
            WHEN out IS NOT NULL OR is_out_undated THEN 'other'
            ELSE 'open'
        END AS kind
    FROM steps
),

timed AS (
    SELECT
        *,
        date_diff('day', identified, CASE kind
            WHEN 'event' THEN greatest(reached, CASE WHEN reached IS NOT NULL THEN identified END)
            WHEN 'other' THEN greatest(out, CASE WHEN out IS NOT NULL THEN identified END)
            ELSE seen_to
        END) AS days
    FROM ended
)

SELECT jurisdiction, victim_id, year(identified) AS year, step, kind, days
FROM timed
QUALIFY count(*) FILTER (coalesce(days, -1) < 0) OVER (PARTITION BY jurisdiction, victim_id) = 0
