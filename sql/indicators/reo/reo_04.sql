/*
id: REO-04
title: Proven reoffences per reoffender (MOJ)
why: Says how often those who do offend again are proved to do so.
definition: >
  Proven reoffences within the follow-up year per cohort member who reoffended.
numerator: proven reoffences
denominator: cohort members with at least one proven reoffence
counting_unit: offence
unit: "ratio"
decimals: 2
polarity: lower is better
basis: [moj_cohort]
theme: [core]
page: REO-02
source: "A1 REO-04; B2 (binary rate x reoffences per reoffender = reoffences per child)"
data_source: PNC (MOJ)
reads: [core_moj_cohort_windows]
notes: >
  MOJ's national file calls this figure the frequency. Consecutive cohorts share children, so cohorts are never added up; not to be set beside the local tracker (T-08).
*/
SELECT
    w.period_id,
    w.area_code,
    'all' AS breakdown,
    'all' AS category,
    w.n_reoffences AS numerator,
    w.n_reoffenders AS denominator
FROM core_moj_cohort_windows AS w
WHERE w.n_reoffences IS NOT NULL
ORDER BY w.period_id, w.area_code
