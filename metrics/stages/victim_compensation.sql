-- after: compensation_claims
-- One row a victim who claimed compensation by any route: the first award, and the first payment on anything.
SELECT jurisdiction, victim_id, min(awarded_on) AS awarded_on, min(paid_on) AS paid_on,
  min(covered_from) AS covered_from, max(as_of) AS as_of,
  min(reported_from) AS reported_from, min(sent_by) AS sent_by
FROM compensation_claims
GROUP BY jurisdiction, victim_id
