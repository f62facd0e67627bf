/*
id: REO-08
title: Local rate of proven re-offending, reduction on the baseline
why: >
  Shows how far re-offending has come down since the rate was first measured.
definition: >
  Relative reduction of the local rate at 12 months of follow-up against the baseline rate.
numerator: baseline rate less the cohort's rate at 12 months
denominator: baseline rate (1.13 in 2005)
counting_unit: offence
unit: "%"
decimals: 1
polarity: higher is better
basis: [cohort]
theme: [core]
page: REO-01
source: measures.md A1, T-05, T-06
data_source: case system
reads: [core_index_events, core_reoffences, core_targets, periods, areas]
notes: >
  A reduction is positive. Cohorts with a full 12 months of follow-up only; no figure for a cohort without
  children. For the whole service only, since the baseline was never given by area. The baseline is also printed
  as 1.11 (T-05); the one among the targets counts.
*/
WITH cohort AS (
    SELECT cohort_year, ypid, index_date, area_key
    FROM core_index_events
),

reoffences AS (
    SELECT cohort_year, ypid, offence_id
    FROM core_reoffences
),

spine AS (
    SELECT period_id, fy, period_start, period_until
    FROM periods
    WHERE basis IN ('cohort') AND follow_up_months = 12
),

baselines AS (
    SELECT fy, value
    FROM core_targets
    WHERE measure_id = 'REO-01' AND kind = 'baseline'
),

in_force AS (
    SELECT
        s.period_id,
        b.value,
        ROW_NUMBER() OVER (PARTITION BY s.period_id ORDER BY b.fy DESC) AS place
    FROM spine AS s
    INNER JOIN baselines AS b ON b.fy <= s.fy
),

followed AS (
    SELECT s.period_id, a.area_code, c.ypid, COUNT(r.offence_id) AS reoffences
    FROM spine AS s
    INNER JOIN cohort AS c ON c.index_date >= s.period_start AND c.index_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = c.area_key AND a.area_level = 'service'
    LEFT JOIN reoffences AS r ON r.cohort_year = c.cohort_year AND r.ypid = c.ypid
    GROUP BY s.period_id, a.area_code, c.ypid
),

rates AS (
    SELECT
        f.period_id,
        f.area_code,
        CAST(SUM(f.reoffences) AS DOUBLE) / NULLIF(CAST(COUNT(*) AS DOUBLE), 0) AS rate
    FROM followed AS f
    GROUP BY f.period_id, f.area_code
)

SELECT
    r.period_id,
    r.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(b.value AS DOUBLE) - r.rate AS numerator,
    CAST(b.value AS DOUBLE) AS denominator
FROM rates AS r
INNER JOIN in_force AS b ON b.period_id = r.period_id
WHERE b.place = 1
ORDER BY r.period_id, r.area_code
