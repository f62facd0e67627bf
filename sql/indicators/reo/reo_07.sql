/*
id: REO-07
title: Size of the national reoffending cohort
why: Shows whether a fall in the local cohort is more than the national fall.
definition: >
  Juveniles in MOJ's national proven reoffending cohort of 12 months, as published.
numerator: cohort members in England and Wales
denominator: none
counting_unit: person
unit: count
decimals: 0
polarity: context
basis: [moj_cohort]
theme: [core]
page: REO-02
source: "A1 REO-07; B2; T-08"
data_source: PNC (MOJ)
reads: [core_moj_national_reoffending, periods]
notes: >
  MOJ publishes two series that do not join: the old one, to cohorts that begin in April 2013, is the headline; the new one
  (method of October 2017) stands beside it in the breakdown "series". Only 12-month cohorts; a blank value is missing, not nought.
  Of several releases the newest counts.
*/
WITH cohorts AS (
    SELECT
        p.period_id,
        n.measure AS series,
        CAST(n.value AS DOUBLE) AS children
    FROM core_moj_national_reoffending AS n
    INNER JOIN periods AS p ON p.period_start = n.cohort_start
    WHERE
        p.basis = 'moj_cohort'
        AND n.temporal_unit = 'annual'
        AND n.age_group = 'Juvenile'
        AND n.statistic = 'cohort'
        AND n.value IS NOT NULL
        AND n.release_no = 1
)

SELECT
    period_id,
    'K04000001' AS area_code,
    'all' AS breakdown,
    'all' AS category,
    children AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cohorts
WHERE series = 'old'
UNION ALL
SELECT
    period_id,
    'K04000001' AS area_code,
    'series' AS breakdown,
    series AS category,
    children AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cohorts
