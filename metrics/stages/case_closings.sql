-- after: current_events, person_events
-- One row a case that was closed: when, and the reason given last. Where a jurisdiction closes no cases as such,
-- a case is closed once every suspect in it has been cleared.
SELECT jurisdiction, case_id, closed_on, closure_reason
FROM (
  SELECT jurisdiction, case_id,
    CASE WHEN date_precision <> 'year' THEN occurred_on END AS closed_on,
    coalesce(reason, 'unknown') AS closure_reason,
    row_number() OVER (
      PARTITION BY jurisdiction, case_id
      ORDER BY CASE WHEN occurred_on IS NULL THEN 2 ELSE 1 END, occurred_on DESC, event_id DESC
    ) AS place
  FROM (
    SELECT jurisdiction, subject_id AS case_id, occurred_on, date_precision, reason, event_id
    FROM current_events
    WHERE subject_kind = 'case' AND event = 'closed'
    UNION ALL
    SELECT cleared.jurisdiction, cleared.case_id, last_word.occurred_on, last_word.date_precision,
      last_word.reason, last_word.event_id
    FROM (
      SELECT part.jurisdiction, part.case_id
      FROM case_defendants AS part
      LEFT JOIN person_events ON person_events.jurisdiction = part.jurisdiction
        AND person_events.defendant_id = part.defendant_id
      WHERE NOT EXISTS (
        SELECT 1 FROM current_events AS own
        WHERE own.jurisdiction = part.jurisdiction AND own.subject_kind = 'case'
          AND own.event = 'closed'
      )
      GROUP BY part.jurisdiction, part.case_id
      HAVING min(coalesce(person_events.is_closed, 0)) = 1
    ) AS cleared
    JOIN case_defendants AS part ON part.jurisdiction = cleared.jurisdiction
      AND part.case_id = cleared.case_id
    JOIN current_events AS last_word ON last_word.jurisdiction = part.jurisdiction
      AND last_word.subject_kind = 'defendant' AND last_word.event = 'closed'
      AND last_word.subject_id = part.defendant_id
  ) AS closings
) AS ranked
WHERE place = 1
