-- One row a survivor: the first documented exit from exploitation.
SELECT jurisdiction, victim_id, min(exited_on) AS exited_on
FROM exits
GROUP BY jurisdiction, victim_id
