-- Positive decisions on identification: of the final decisions taken in the year, how many found a victim?
--
-- Every decision counts, also the second one about the same person; corrected entries do not.
SELECT
    log.jurisdiction,
    year(occurred_on) AS year,
    count(*) FILTER (event = 'identified') AS numerator,
    count(*) AS denominator,
    numerator / denominator AS value
FROM checked_log AS log
JOIN victims ON victims.jurisdiction = log.jurisdiction AND victims.victim_id = log.subject_id
JOIN checked_senders AS sender ON sender.submission_id = victims.submission_id
WHERE subject_kind = 'victim' AND event IN ('identified', 'not_identified')
    -- Whole years of whoever sent the victim's row.
    AND make_date(year(occurred_on), 1, 1) >= sender.reported_from
    AND make_date(year(occurred_on), 12, 31) <= sender.reported_to
GROUP BY log.jurisdiction, year(occurred_on)
ORDER BY log.jurisdiction, year
