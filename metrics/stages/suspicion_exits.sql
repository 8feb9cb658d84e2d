-- after: person_events, person_cases
-- One row a person with an event: what first ended a suspicion without a charge; where no day is known, that something did.
SELECT exits.jurisdiction, exits.defendant_id,
  CASE
    WHEN died_on <= coalesce(transferred_on, died_on) AND died_on <= coalesce(closed_on, died_on)
      THEN 'died'
    WHEN transferred_on <= coalesce(closed_on, transferred_on) THEN 'transferred'
    WHEN closed_on IS NOT NULL THEN 'closed_without_charge'
    WHEN is_dead = 1 THEN 'died'
    WHEN is_transferred = 1 THEN 'transferred'
    WHEN is_closed = 1 THEN 'closed_without_charge'
  END AS exit_kind,
  least(
    coalesce(died_on, transferred_on, closed_on),
    coalesce(transferred_on, died_on, closed_on),
    coalesce(closed_on, died_on, transferred_on)
  ) AS exit_on
FROM (
  SELECT person_events.jurisdiction, person_events.defendant_id,
    person_events.is_dead, person_events.died_on,
    person_events.is_transferred, person_events.transferred_on,
    greatest(person_events.is_closed, coalesce(person_cases.is_closed, 0)) AS is_closed,
    -- The person's own clearing tells; without one, the end of the last of the person's cases.
    CASE
      WHEN person_events.is_closed = 1 THEN person_events.closed_on
      WHEN person_cases.is_closed = 1 THEN person_cases.closed_on
    END AS closed_on
  FROM person_events
  LEFT JOIN person_cases ON person_cases.jurisdiction = person_events.jurisdiction
    AND person_cases.defendant_id = person_events.defendant_id
) AS exits
