-- How far each case went for trafficking, and whether it is over: closed without any proceeding, or with every one ended.
WITH file AS (
    SELECT
        jurisdiction,
        subject_id AS case_id,
        bool_or(event = 'opened') AS is_opened,
        min(day_known) FILTER (event = 'opened') AS opened,
        bool_or(event = 'closed') AS is_closed,
        max(day_known) FILTER (event = 'closed') AS closed
    FROM checked_log
    WHERE subject_kind = 'case'
    GROUP BY jurisdiction, subject_id
),

court AS (
    SELECT
        jurisdiction,
        case_id,
        bool_or(is_trafficking) AS is_charged,
        min(charged_day) FILTER (is_trafficking) AS charged,
        -- A conviction or an acquittal is given after a trial, whether or not its beginning is on record.
        bool_or(is_trafficking AND (is_tried OR outcome LIKE 'convicted%' OR outcome = 'acquitted')) AS is_tried,
        min(CASE
            WHEN trial_day IS NOT NULL THEN trial_day
            WHEN outcome LIKE 'convicted%' OR outcome = 'acquitted' THEN ended_day
        END) FILTER (is_trafficking) AS tried,
        bool_or(outcome = 'convicted_trafficking') AS is_convicted,
        min(ended_day) FILTER (outcome = 'convicted_trafficking') AS convicted,
        bool_and(outcome <> 'open') AS is_over,
        max(ended_day) AS over
    FROM checked_proceedings
    GROUP BY jurisdiction, case_id
)

SELECT
    cases.jurisdiction,
    cases.case_id,
    data_dates.as_of AS seen_to,
    coalesce(file.is_opened, FALSE) AS is_opened,
    file.opened,
    coalesce(court.is_charged, FALSE) AS is_charged,
    court.charged,
    coalesce(court.is_tried, FALSE) AS is_tried,
    court.tried,
    coalesce(court.is_convicted, FALSE) AS is_convicted,
    court.convicted,
    CASE WHEN court.case_id IS NULL THEN coalesce(file.is_closed, FALSE) ELSE court.is_over END AS is_over,
    CASE WHEN court.case_id IS NULL THEN file.closed ELSE court.over END AS over
FROM cases
LEFT JOIN file USING (jurisdiction, case_id)
LEFT JOIN court USING (jurisdiction, case_id)
LEFT JOIN data_dates ON data_dates.jurisdiction = cases.jurisdiction AND data_dates.agency_id = cases.agency_id
