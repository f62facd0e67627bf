/*
id: TRN-01
title: Moved to adult services by 18
why: >
  A child who turns 18 without a handover falls between two services.
definition: >
  Children who turned 18 in the period with an order running on, whose case had moved to adult services by that
  day.
numerator: children moved by the day of turning 18
denominator: children who turned 18 with an order running on
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A4 (transitions)
data_source: case system
reads: [core_turning_18, periods, areas]
begins_with: core_transitions.transferred_date
notes: >
  Who was due to move is told by the case system, who moved by the log: a child missing from the log was not
  moved. An order that ends on the day of turning 18 does not run on.
*/
WITH due AS (
    SELECT eighteen_on, moved_date, linked_id, area_key, sex, ethnicity_group
    FROM core_turning_18
    WHERE work_start <= eighteen_on AND work_end > eighteen_on
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
    SELECT eighteen_on, moved_date, linked_id, area_key, 'all' AS breakdown, 'all' AS category FROM due
    UNION ALL
    SELECT eighteen_on, moved_date, linked_id, area_key, 'sex', sex FROM due
    UNION ALL
    SELECT eighteen_on, moved_date, linked_id, area_key, 'ethnicity_group', ethnicity_group FROM due
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
        COUNT(DISTINCT CASE WHEN h.moved_date <= h.eighteen_on THEN h.linked_id END) AS children_moved,
        COUNT(DISTINCT h.linked_id) AS children_due
    FROM shown AS h
    INNER JOIN spine AS s ON h.eighteen_on >= s.period_start AND h.eighteen_on < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_moved, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children_due, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
