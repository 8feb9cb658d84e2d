-- after: submission_dates
-- One row an agency and period: what the agency reported of itself, each figure in a column of its own.
SELECT agency_figures.jurisdiction, agency_figures.agency_id,
  agency_figures.agency_id || ' ' || CAST(agency_figures.period_start AS VARCHAR) AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  min(submission_dates.period_start) AS covered_from, max(submission_dates.as_of) AS as_of,
  min(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by,
  min(coalesce(agencies.kind, 'unknown')) AS agency_kind,
  agency_figures.period_start, max(agency_figures.period_end) AS period_end,
  max(CASE WHEN measure = 'staff' THEN value END) AS staff,
  max(CASE WHEN measure = 'staff_to_train' THEN value END) AS staff_to_train,
  max(CASE WHEN measure = 'staff_trained' THEN value END) AS staff_trained,
  max(CASE WHEN measure = 'assistance_days' THEN value END) AS assistance_days,
  max(CASE WHEN measure = 'inspections' THEN value END) AS inspections,
  max(CASE WHEN measure = 'inspections_screened' THEN value END) AS inspections_screened,
  max(CASE WHEN measure = 'recruiters_licensed' THEN value END) AS recruiters_licensed,
  max(CASE WHEN measure = 'recruiters_inspected' THEN value END) AS recruiters_inspected,
  max(CASE WHEN measure = 'carriers_breaching' THEN value END) AS carriers_breaching,
  max(CASE WHEN measure = 'carriers_sanctioned' THEN value END) AS carriers_sanctioned,
  max(CASE WHEN measure = 'budget_allocated' THEN value END) AS budget_allocated,
  max(CASE WHEN measure = 'budget_spent' THEN value END) AS budget_spent,
  min(CASE WHEN measure IN ('budget_allocated', 'budget_spent') THEN currency END) AS currency,
  count(DISTINCT CASE WHEN measure IN ('budget_allocated', 'budget_spent') THEN currency END)
    AS currencies
FROM agency_figures
LEFT JOIN agencies ON agencies.jurisdiction = agency_figures.jurisdiction
  AND agencies.agency_id = agency_figures.agency_id
LEFT JOIN submission_dates ON submission_dates.submission_id = agency_figures.submission_id
GROUP BY agency_figures.jurisdiction, agency_figures.agency_id, agency_figures.period_start
