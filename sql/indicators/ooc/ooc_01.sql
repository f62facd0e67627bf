/*
id: OOC-01
title: Out-of-court disposals
why: >
  Shows how many children are dealt with outside court, and how.
definition: >
  Out-of-court disposals given in the period, by kind.
numerator: disposals
denominator: none
counted: out-of-court disposals
counting_unit: event
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A4, B5 KPI 6, C1; C3
data_source: case system
reads: [core_out_of_court_disposals, periods, areas]
begins_with: core_out_of_court.ooc_date
notes: >
  A disposal that both the police and the service entered counts once. Reprimands and final warnings gave way to
  youth cautions in April 2013, so kinds do not compare across that month.
*/
WITH disposals AS (
    SELECT ooc_date, area_key, sex, age_band, ethnicity_group, type_name
    FROM core_out_of_court_disposals
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT ooc_date, area_key, 'all' AS breakdown, 'all' AS category FROM disposals
    UNION ALL
    SELECT ooc_date, area_key, 'sex', sex FROM disposals
    UNION ALL
    SELECT ooc_date, area_key, 'age_band', age_band FROM disposals
    UNION ALL
    SELECT ooc_date, area_key, 'ethnicity_group', ethnicity_group FROM disposals
    UNION ALL
    SELECT ooc_date, area_key, 'type', type_name FROM disposals
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
        COUNT(*) AS disposals
    FROM shown AS h
    INNER JOIN spine AS s ON h.ooc_date >= s.period_start AND h.ooc_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.disposals, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
