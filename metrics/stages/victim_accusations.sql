-- One row a victim charged or penalised for something done while exploited. What was quashed later had been charged before.
SELECT DISTINCT jurisdiction, victim_id FROM victim_penalties
