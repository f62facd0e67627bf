/*
id: REO-02
title: Proven reoffending, binary rate (MOJ)
why: Says what share of children who come to notice are proved to offend again within the year.
definition: >
  Share of the PNC cohort of a rolling 12 months with at least one offence in the year after caution, conviction or
  release that was proved in that year or the six months after it.
numerator: cohort members with at least one proven reoffence
denominator: cohort members
counting_unit: person
unit: "%"
decimals: 1
polarity: lower is better
basis: [moj_cohort]
theme: [core]
source: "A1 REO-02; B2; T-07"
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
    w.n_reoffenders AS numerator,
    w.n_cohort AS denominator
FROM core_moj_cohort_windows AS w
WHERE w.n_reoffenders IS NOT NULL
ORDER BY w.period_id, w.area_code
