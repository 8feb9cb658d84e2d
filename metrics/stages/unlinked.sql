-- after: linkage_units
-- Jurisdictions and realms whose pseudonyms come from a unit that serves no court or prosecution office there.
SELECT DISTINCT linkage_units.jurisdiction, linkage_units.realm
FROM linkage_units
WHERE linkage_units.realm <> 'courts' AND NOT EXISTS (
  SELECT 1 FROM linkage_units AS court
  WHERE court.realm = 'courts' AND court.jurisdiction = linkage_units.jurisdiction
    AND court.linkage_unit = linkage_units.linkage_unit
)
