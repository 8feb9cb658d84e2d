-- One row a victim who was offered restorative justice at all.
SELECT restorative_offers.jurisdiction, restorative_offers.victim_id,
  min(restorative_offers.offered_on) AS offered_on
FROM restorative_offers
GROUP BY restorative_offers.jurisdiction, restorative_offers.victim_id
