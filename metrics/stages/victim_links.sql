-- One row a victim with a part in any case.
SELECT DISTINCT jurisdiction, victim_id FROM case_victims
