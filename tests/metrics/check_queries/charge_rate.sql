-- Charge rate of suspects: of the persons first suspected in the year, how many were charged with trafficking
-- (or, where all crime is counted, with anything) within one and two years?
--
-- A person enters on the first day of suspicion or arrest, or of the first charge if that came before.
-- Whoever was cleared, given away, or died before a charge is out; so is whoever was charged with something
-- else only. Followed as far as both the police and the courts have reported. Value: cumulative incidence.
WITH suspicion AS (
    SELECT jurisdiction, subject_id AS defendant_id, min(day_known) AS suspected
    FROM checked_log
    WHERE subject_kind = 'defendant' AND event IN ('suspected', 'arrested')
    GROUP BY jurisdiction, subject_id
),

charges_of_person AS (
    SELECT
        jurisdiction,
        defendant_id,
        bool_or(is_trafficking) AS of_trafficking,
        min(charged_day) AS first_charge,
        CASE WHEN bool_or(is_trafficking) THEN min(charged_day) FILTER (is_trafficking) ELSE min(charged_day) END AS charged
    FROM checked_proceedings
    GROUP BY jurisdiction, defendant_id
),

-- What ends a suspicion of a person. Without a clearing of one's own, the closing of the last case does.
exits AS (
    SELECT
        jurisdiction,
        subject_id AS defendant_id,
        min(day_known) FILTER (event = 'closed') AS cleared,
        min(day_known) FILTER (event <> 'closed') AS gone
    FROM checked_log
    WHERE subject_kind = 'defendant' AND event IN ('closed', 'transferred', 'died')
    GROUP BY jurisdiction, subject_id
),

closed_cases AS (
    SELECT jurisdiction, subject_id AS case_id, max(day_known) AS closed
    FROM checked_log
    WHERE subject_kind = 'case' AND event = 'closed'
    GROUP BY jurisdiction, subject_id
),

cases_of_person AS (
    SELECT
        part.jurisdiction,
        part.defendant_id,
        bool_or(checked_senders.scope = 'trafficking' OR coalesce(exploitation_form, 'unknown') <> 'unknown') AS of_trafficking,
        CASE WHEN count(*) = count(closed) THEN max(closed) END AS closed,
        min(data_dates.as_of) AS seen_to
    FROM case_defendants AS part
    JOIN cases USING (jurisdiction, case_id)
    JOIN checked_senders ON checked_senders.submission_id = cases.submission_id
    LEFT JOIN closed_cases USING (jurisdiction, case_id)
    LEFT JOIN data_dates ON data_dates.jurisdiction = cases.jurisdiction AND data_dates.agency_id = cases.agency_id
    GROUP BY part.jurisdiction, part.defendant_id
),

persons AS (
    SELECT
        suspicion.jurisdiction,
        least(suspected, first_charge) AS start,
        charged,
        charges_of_person.defendant_id IS NOT NULL AS is_charged,
        charges_of_person.of_trafficking AS for_trafficking,
        -- The first of them counts.
        least(exits.gone, coalesce(exits.cleared, cases_of_person.closed)) AS out,
        coalesce(cases_of_person.of_trafficking, FALSE) OR coalesce(charges_of_person.of_trafficking, FALSE)
            OR (cases_of_person.defendant_id IS NULL AND sender.scope = 'trafficking') AS is_trafficking,
        least(coalesce(cases_of_person.seen_to, sender.reported_to), checked_courts.seen_to) AS seen_to,
        sender.reported_from
    FROM suspicion
    JOIN defendants USING (jurisdiction, defendant_id)
    JOIN checked_senders AS sender ON sender.submission_id = defendants.submission_id
    LEFT JOIN charges_of_person USING (jurisdiction, defendant_id)
    LEFT JOIN exits USING (jurisdiction, defendant_id)
    LEFT JOIN cases_of_person USING (jurisdiction, defendant_id)
    LEFT JOIN checked_courts USING (jurisdiction)
),

lives AS (
    SELECT
        jurisdiction,
        year(start) AS year,
        CASE
            WHEN is_charged AND (out IS NULL OR out >= charged)
                THEN CASE WHEN for_trafficking OR $scope = 'all_crime' THEN 'event' ELSE 'other' END
            WHEN out IS NOT NULL THEN 'other'
            ELSE 'open'
        END AS kind,
        date_diff('day', start, CASE
            WHEN is_charged AND (out IS NULL OR out >= charged) THEN charged
            ELSE coalesce(out, seen_to)
        END) AS days
    FROM persons
    WHERE (is_trafficking OR $scope = 'all_crime') AND start >= reported_from
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
        )), 1) AS still_open
    FROM risk
)

SELECT
    jurisdiction,
    year,
    horizon,
    coalesce(sum(events) FILTER (days <= horizon), 0) AS numerator,
    sum(gone) AS denominator,
    coalesce(sum(still_open * events / at_risk) FILTER (days <= horizon), 0) AS value
FROM curve
CROSS JOIN (VALUES (365), (730)) AS horizons (horizon)
GROUP BY jurisdiction, year, horizon
ORDER BY jurisdiction, year, horizon
