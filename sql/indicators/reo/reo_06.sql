/*
id: REO-06
title: Size of the local cohort
why: >
  Says how many children the local rate of re-offending rests on; a small cohort makes the rate jump.
definition: >
  Children living here with a pre-court disposal, first-tier or community penalty, or release from custody from
  January to March.
numerator: children in the cohort
denominator: none
counting_unit: person
unit: count
decimals: 0
polarity: context
basis: [cohort]
theme: [core]
page: REO-01
source: measures.md A1, B2a steps 1 to 3, T-08
data_source: case system
reads: [core_index_events, periods, areas]
notes: >
  One quarter's cohort of the case system: not comparable with the Ministry of Justice's twelve-month cohorts
  (T-08). The same at every month of follow-up.
*/
WITH cohort AS (
    SELECT index_date, area_key, index_group, sex, age_band, ethnicity_group
    FROM core_index_events
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('cohort')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT index_date, area_key, 'all' AS breakdown, 'all' AS category FROM cohort
    UNION ALL
    SELECT index_date, area_key, 'index_group', index_group FROM cohort
    UNION ALL
    SELECT index_date, area_key, 'sex', sex FROM cohort
    UNION ALL
    SELECT index_date, area_key, 'age_band', age_band FROM cohort
    UNION ALL
    SELECT index_date, area_key, 'ethnicity_group', ethnicity_group FROM cohort
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, p.area_code, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    CROSS JOIN places AS p
    UNION ALL
    SELECT s.period_id, p.area_code, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN places AS p
    CROSS JOIN headings AS h
    WHERE p.area_level = 'service'
),

counted AS (
    SELECT
        s.period_id,
        a.area_code,
        h.breakdown,
        h.category,
        COUNT(*) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.index_date >= s.period_start AND h.index_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
