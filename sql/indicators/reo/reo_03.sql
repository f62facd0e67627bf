/*
id: REO-03
title: Proven reoffences per child in the cohort (MOJ)
why: Says how much offending follows, where the binary rate says only how many children offend again.
definition: >
  Proven reoffences within the follow-up year per child of the PNC cohort of a rolling 12 months.
numerator: proven reoffences
denominator: cohort members
counting_unit: offence
unit: "ratio"
decimals: 2
polarity: lower is better
basis: [moj_cohort]
theme: [core]
page: REO-02
source: "A1 REO-03; B2; T-33"
data_source: PNC (MOJ)
reads: [core_moj_cohort_windows]
notes: >
  Per child; papers before 2011 print it per 100 (T-33). Consecutive cohorts share children, so cohorts are never added up; not to be set beside the local tracker (T-08).
*/
SELECT
    w.period_id,
    w.area_code,
    'all' AS breakdown,
    'all' AS category,
    w.n_reoffences AS numerator,
    w.n_cohort AS denominator
FROM core_moj_cohort_windows AS w
WHERE w.n_reoffences IS NOT NULL
ORDER BY w.period_id, w.area_code
