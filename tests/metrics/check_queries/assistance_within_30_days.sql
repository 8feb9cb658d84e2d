-- Help within 30 days: of the victims identified in the year, for how many had help begun 30 days later?
--
-- Help that began before identification counts too. Those who declined, and those whom nobody offered
-- anything, stay below the line. Whoever was identified less than 30 days before the end of what those
-- who help have reported is missing, and so is everybody where nobody reports help.
WITH identified AS (
    SELECT jurisdiction, subject_id AS victim_id, min(occurred_on) AS identified_on, min(day_known) AS identified_day
    FROM checked_log
    WHERE subject_kind = 'victim' AND event = 'identified'
    GROUP BY jurisdiction, subject_id
),

helpers AS (
    SELECT jurisdiction, max(reported_to) AS seen_to
    FROM assistance
    JOIN checked_senders USING (submission_id)
    GROUP BY jurisdiction
),

help AS (
    SELECT
        jurisdiction,
        victim_id,
        min(started_on) AS started_on,
        bool_or(started_on IS NULL AND offered_on IS NULL) AS has_undated
    FROM assistance
    GROUP BY jurisdiction, victim_id
),

judged AS (
    SELECT
        identified.jurisdiction,
        year(identified_on) AS year,
        coalesce(started_on <= identified_day + 30, FALSE) AS is_helped
    FROM identified
    JOIN victims USING (jurisdiction, victim_id)
    JOIN checked_senders AS sender ON sender.submission_id = victims.submission_id
    JOIN helpers USING (jurisdiction)
    LEFT JOIN help USING (jurisdiction, victim_id)
    WHERE identified_day + 30 <= helpers.seen_to
        AND make_date(year(identified_on), 1, 1) >= sender.reported_from
        AND make_date(year(identified_on), 12, 31) <= sender.reported_to
        -- An offer without any day may have been help in time.
        AND (coalesce(started_on <= identified_day + 30, FALSE) OR NOT coalesce(has_undated, FALSE))
)

SELECT
    jurisdiction,
    year,
    count(*) FILTER (is_helped) AS numerator,
    count(*) AS denominator,
    numerator / denominator AS value
FROM judged
GROUP BY jurisdiction, year
ORDER BY jurisdiction, year
