/*
id: PAR-01
title: Parents worked with, community orders
why: >
  Children whose parents are helped do better, and offend less.
definition: >
  Children on community orders in the period with at least one parent who had begun work with the service by its
  last day, under that order or programme.
numerator: children with a parent worked with
denominator: children on community orders
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A1, B6 (20%), C3
data_source: case system
reads: [core_parents_reached, periods, areas]
begins_with: core_parenting.start_date
notes: >
  The child is the unit: two parents of one child count once. On an order or programme is on any day of the
  period. A parent who never came is not worked with. The plans print no base, and that of the 20% is not known:
  the base is ours.
*/
WITH work AS (
    SELECT work_start, work_end, parent_from, linked_id, area_key, sex, age_band, ethnicity_group
    FROM core_parents_reached
    WHERE parents_of = 'Order'
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
    SELECT work_start, work_end, parent_from, linked_id, area_key, 'all' AS breakdown, 'all' AS category FROM work
    UNION ALL
    SELECT work_start, work_end, parent_from, linked_id, area_key, 'sex', sex FROM work
    UNION ALL
    SELECT work_start, work_end, parent_from, linked_id, area_key, 'age_band', age_band FROM work
    UNION ALL
    SELECT work_start, work_end, parent_from, linked_id, area_key, 'ethnicity_group', ethnicity_group FROM work
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
        COUNT(DISTINCT CASE WHEN h.parent_from < s.period_until THEN h.linked_id END) AS children_with_parent,
        COUNT(DISTINCT h.linked_id) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.work_start < s.period_until AND h.work_end >= s.period_start
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_with_parent, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
