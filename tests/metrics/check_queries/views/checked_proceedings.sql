-- One row for each proceeding: one defendant before one court, as far as the first instance.
--
-- Charges say how it ended where charges were decided; otherwise the decision on the proceeding does.
-- A conviction is of trafficking (ICCS 0204) where a charge of trafficking was proved, or where
-- nothing but trafficking was charged.
WITH charge_ends AS (
    SELECT
        charges.jurisdiction,
        charges.proceeding_id,
        charges.charge_id,
        charges.offence LIKE '0204%' AS of_trafficking,
        charges.offence = 'unknown' AS of_unknown,
        log.outcome,
        log.occurred_on,
        log.date_precision,
        log.event_id IS NOT NULL AS is_decided
    FROM charges
    LEFT JOIN checked_log AS log
        ON log.jurisdiction = charges.jurisdiction
        AND log.subject_kind = 'charge'
        AND log.subject_id = charges.charge_id
        AND log.event = 'disposition'
        AND log.is_first_instance
),

charged AS (
    SELECT
        jurisdiction,
        proceeding_id,
        count(DISTINCT charge_id) AS charges,
        count(DISTINCT charge_id) FILTER (of_trafficking) AS of_trafficking,
        count(DISTINCT charge_id) FILTER (of_unknown) AS of_unknown,
        count(DISTINCT charge_id) FILTER (is_decided) AS decided,
        bool_or(
            outcome = 'convicted_trafficking'
            OR (of_trafficking AND outcome IN ('convicted', 'convicted_by_plea', 'convicted_at_trial'))
        ) AS proved_trafficking,
        bool_or(outcome LIKE 'convicted%' AND NOT of_unknown) AS proved_something,
        bool_or(outcome LIKE 'convicted%') AS proved_anything,
        -- Without any conviction, the decision that says most about guilt stands for all of them.
        list_extract(
            list_filter(
                ['acquitted', 'dismissed', 'discontinued', 'diverted', 'transferred', 'died', 'unfit', 'absconded', 'other'],
                lambda one: list_contains(
                    list(CASE WHEN outcome = 'declined' THEN 'discontinued' ELSE outcome END), one
                )
            ), 1
        ) AS gravest,
        max(occurred_on) AS last_on,
        bool_or(date_precision = 'year') AS is_to_the_year
    FROM charge_ends
    GROUP BY jurisdiction, proceeding_id
),

ends AS (
    -- The first decision; without any, the day the court closed the file, gave it away, or the accused died.
    SELECT DISTINCT ON (jurisdiction, subject_id)
        jurisdiction, subject_id AS proceeding_id, event, outcome, occurred_on, date_precision
    FROM checked_log
    WHERE subject_kind = 'proceeding' AND is_first_instance
        AND event IN ('disposition', 'terminated', 'transferred', 'died')
    ORDER BY jurisdiction, subject_id, event <> 'disposition', occurred_on NULLS LAST, event_id
),

begun AS (
    SELECT jurisdiction, subject_id AS proceeding_id, min(occurred_on) AS charged_on, min(day_known) AS charged_day
    FROM checked_log
    WHERE subject_kind = 'proceeding' AND event = 'charged'
    GROUP BY jurisdiction, subject_id
),

tried AS (
    SELECT jurisdiction, subject_id AS proceeding_id, TRUE AS is_tried, min(day_known) AS trial_day
    FROM checked_log
    WHERE subject_kind = 'proceeding' AND event = 'trial_started'
    GROUP BY jurisdiction, subject_id
),

deaths AS (
    SELECT jurisdiction, subject_id AS defendant_id, TRUE AS is_dead, min(occurred_on) AS died_on, min(day_known) AS died_day
    FROM checked_log
    WHERE subject_kind = 'defendant' AND event = 'died'
    GROUP BY jurisdiction, subject_id
),

told AS (
    SELECT
        proceedings.*,
        -- Without any charge on record, the case says whether it is about trafficking.
        CASE
            WHEN charged.charges > 0 THEN charged.of_trafficking > 0
            ELSE coalesce(case_sender.scope = 'trafficking', FALSE)
                OR coalesce(cases.exploitation_form, 'unknown') <> 'unknown'
        END AS is_trafficking,
        begun.charged_on,
        begun.charged_day,
        coalesce(tried.is_tried, FALSE) AS is_tried,
        tried.trial_day,
        CASE
            WHEN ends.event = 'disposition' THEN 'by decision'
            WHEN charged.proved_anything OR charged.decided = charged.charges THEN 'by charges'
            WHEN ends.event IS NOT NULL THEN 'by decision'
            WHEN deaths.is_dead THEN 'by death'
        END AS how_ended,
        charged.*  EXCLUDE (jurisdiction, proceeding_id),
        ends.* EXCLUDE (jurisdiction, proceeding_id),
        deaths.* EXCLUDE (jurisdiction, defendant_id),
        coalesce(data_dates.as_of, sender.reported_to) AS seen_to,
        sender.reported_from,
        year(min(sender.reported_from) OVER place) = year(max(coalesce(data_dates.as_of, sender.reported_to)) OVER place)
            AS is_one_year
    FROM proceedings
    LEFT JOIN charged USING (jurisdiction, proceeding_id)
    LEFT JOIN ends USING (jurisdiction, proceeding_id)
    LEFT JOIN begun USING (jurisdiction, proceeding_id)
    LEFT JOIN tried USING (jurisdiction, proceeding_id)
    LEFT JOIN deaths USING (jurisdiction, defendant_id)
    LEFT JOIN cases USING (jurisdiction, case_id)
    LEFT JOIN checked_senders AS case_sender ON case_sender.submission_id = cases.submission_id
    LEFT JOIN checked_senders AS sender ON sender.submission_id = proceedings.submission_id
    LEFT JOIN data_dates
        ON data_dates.jurisdiction = proceedings.jurisdiction
        AND data_dates.agency_id = proceedings.agency_id
    WINDOW place AS (PARTITION BY proceedings.jurisdiction)
)

SELECT
    jurisdiction,
    proceeding_id,
    case_id,
    defendant_id,
    is_trafficking,
    charged_on,
    charged_day,
    is_tried,
    trial_day,
    CASE how_ended WHEN 'by decision' THEN occurred_on WHEN 'by charges' THEN last_on ELSE died_on END AS ended_on,
    CASE how_ended
        WHEN 'by decision' THEN CASE WHEN date_precision <> 'year' THEN occurred_on END
        WHEN 'by charges' THEN CASE WHEN NOT is_to_the_year THEN last_on END
        ELSE died_day
    END AS ended_day,
    CASE
        WHEN proved_trafficking THEN 'convicted_trafficking'
        WHEN proved_something THEN 'convicted_other'
        WHEN proved_anything
            THEN CASE WHEN outcome IN ('convicted_trafficking', 'convicted_other') THEN outcome ELSE 'convicted_unspecified' END
        WHEN outcome IN ('convicted', 'convicted_by_plea', 'convicted_at_trial') THEN
            CASE
                WHEN of_trafficking = charges THEN 'convicted_trafficking'
                WHEN of_trafficking + of_unknown = 0 AND charges > 0 THEN 'convicted_other'
                ELSE 'convicted_unspecified'
            END
        WHEN event = 'disposition' AND outcome = 'declined' THEN 'discontinued'
        WHEN event = 'disposition' THEN coalesce(outcome, 'unknown')
        WHEN how_ended = 'by charges' THEN coalesce(gravest, 'unknown')
        WHEN event = 'terminated' THEN 'unknown'
        WHEN how_ended = 'by decision' THEN event
        WHEN how_ended = 'by death' THEN 'died'
        ELSE 'open'
    END AS outcome,
    seen_to,
    reported_from,
    is_one_year,
    -- The whole years that the court has reported on; where all there is lies within one year, that part of it.
    CASE
        WHEN is_one_year THEN reported_from
        ELSE CAST(date_trunc('year', reported_from + INTERVAL 1 YEAR - INTERVAL 1 DAY) AS DATE)
    END AS whole_from,
    CASE
        WHEN is_one_year THEN seen_to
        ELSE CAST(date_trunc('year', seen_to + INTERVAL 1 DAY) - INTERVAL 1 DAY AS DATE)
    END AS whole_to
FROM told
