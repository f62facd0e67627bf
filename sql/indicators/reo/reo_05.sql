/*
id: REO-05
title: Size of the proven reoffending cohort (MOJ)
why: A smaller cohort of more prolific children makes the rates rise even when less is done.
definition: >
  Children on the PNC cautioned, given a non-custodial conviction or released from custody in the rolling 12 months.
numerator: cohort members
denominator: none
counting_unit: person
unit: "count"
decimals: 0
polarity: context
basis: [moj_cohort]
theme: [core]
page: REO-02
source: "A1 REO-05; B2; T-08"
data_source: PNC (MOJ)
reads: [core_moj_cohort_windows]
notes: >
  Consecutive cohorts share children, so cohorts are never added up; not to be set beside the local tracker (T-08).
*/
SELECT
    w.period_id,
    w.area_code,
    'all' AS breakdown,
    'all' AS category,
    w.n_cohort AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM core_moj_cohort_windows AS w
WHERE w.n_cohort IS NOT NULL
ORDER BY w.period_id, w.area_code
