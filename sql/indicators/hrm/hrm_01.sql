/*
id: HRM-01
title: Children under MAPPA at level 2 or 3
why: >
  The few who may do grave harm are managed by several agencies together.
definition: >
  Children managed at level 2 or 3 of the multi-agency public protection arrangements on any day of the period.
numerator: children managed at level 2 or 3
denominator: none
counted: children managed under MAPPA at level 2 or 3
counting_unit: person
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A1
data_source: service log
reads: [core_mappa_cases, periods, areas]
begins_with: core_mappa.start_date
notes: >
  Level 1 is managed by the service alone and not counted. A child at both levels in a period counts once, and
  once under each.
*/
WITH cases AS (
    SELECT mappa_start, mappa_end, linked_id, area_key, mappa_level, mappa_category, sex, age_band, ethnicity_group
    FROM core_mappa_cases
    WHERE mappa_level IN ('Level 2', 'Level 3')
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
    SELECT mappa_start, mappa_end, linked_id, area_key, 'all' AS breakdown, 'all' AS category FROM cases
    UNION ALL
    SELECT mappa_start, mappa_end, linked_id, area_key, 'mappa_level', mappa_level FROM cases
    UNION ALL
    SELECT mappa_start, mappa_end, linked_id, area_key, 'mappa_category', mappa_category FROM cases
    UNION ALL
    SELECT mappa_start, mappa_end, linked_id, area_key, 'sex', sex FROM cases
    UNION ALL
    SELECT mappa_start, mappa_end, linked_id, area_key, 'age_band', age_band FROM cases
    UNION ALL
    SELECT mappa_start, mappa_end, linked_id, area_key, 'ethnicity_group', ethnicity_group FROM cases
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
        COUNT(DISTINCT h.linked_id) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.mappa_start < s.period_until AND h.mappa_end >= s.period_start
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
