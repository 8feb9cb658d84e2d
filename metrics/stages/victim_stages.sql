-- after: victim_path
-- One row an identified victim and stage. A stage counts as reached no later than the stages behind it.
SELECT victim_path.*, 'investigated' AS stage, is_investigated AS is_reached,
  least(
    coalesce(opened_on, charged_on, tried_on, convicted_on),
    coalesce(charged_on, opened_on, tried_on, convicted_on),
    coalesce(tried_on, opened_on, charged_on, convicted_on)
  ) AS reached_on
FROM victim_path
UNION ALL
SELECT victim_path.*, 'charged' AS stage, is_charged AS is_reached,
  least(coalesce(charged_on, tried_on, convicted_on), coalesce(tried_on, charged_on, convicted_on))
FROM victim_path
UNION ALL
SELECT victim_path.*, 'tried' AS stage, is_tried AS is_reached, tried_on FROM victim_path
UNION ALL
SELECT victim_path.*, 'convicted' AS stage, is_convicted AS is_reached, convicted_on FROM victim_path
