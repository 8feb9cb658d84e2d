-- Compensation paid: of the money awarded to victims in the year, how much has been paid up to the data date?
--
-- Claim by claim, in the year of the claim's first award; currencies are never added up. A claim that was
-- paid in a currency in which nothing was awarded, or with an amount nobody recorded, is left out.
WITH awards AS (
    SELECT
        jurisdiction,
        claim_id,
        currency,
        year(min(occurred_on)) AS year,
        sum(amount) AS awarded,
        bool_or(amount IS NULL) AS is_unknown,
        max(reported_to) AS seen_to,
        min(reported_from) AS reported_from
    FROM compensation
    JOIN checked_senders USING (submission_id)
    WHERE fact = 'awarded'
    GROUP BY jurisdiction, claim_id, currency
),

payments AS (
    SELECT jurisdiction, claim_id, currency, sum(amount) AS paid, bool_or(amount IS NULL) AS is_unknown
    FROM compensation
    WHERE fact = 'paid'
    GROUP BY jurisdiction, claim_id, currency
),

elsewhere AS (
    SELECT DISTINCT payments.jurisdiction, payments.claim_id
    FROM payments
    ANTI JOIN awards USING (jurisdiction, claim_id, currency)
)

SELECT
    awards.jurisdiction,
    year,
    awards.currency,
    coalesce(sum(paid), 0) AS numerator,
    sum(awarded) AS denominator,
    numerator / denominator AS value
FROM awards
LEFT JOIN payments USING (jurisdiction, claim_id, currency)
ANTI JOIN elsewhere USING (jurisdiction, claim_id)
WHERE awarded > 0 AND NOT awards.is_unknown AND NOT coalesce(payments.is_unknown, FALSE)
    AND make_date(year, 1, 1) >= reported_from AND make_date(year, 12, 31) <= seen_to
GROUP BY awards.jurisdiction, year, awards.currency
ORDER BY awards.jurisdiction, year, awards.currency
