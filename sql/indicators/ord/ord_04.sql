/*
id: ORD-04
title: How orders ended
why: >
  Revocations and breaches are where an order failed, or was no longer needed.
definition: >
  Court orders and licences that ended in the period, by how they ended.
numerator: orders ended
denominator: none
counting_unit: order
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4; D15 section 2"
data_source: case system
reads: [core_statutory_orders, periods, areas]
page: ORD-01
notes: >
  Counts orders, not children. Orders transferred out and ended by a death are shown too, so the total is above the
  base of the orders completed (ORD-02).
*/
WITH orders AS (
    SELECT order_end_date, ending, disposal, area_key
    FROM core_statutory_orders
    WHERE order_end_date IS NOT NULL AND local_at_end = 1
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
    SELECT order_end_date, area_key, 'all' AS breakdown, 'all' AS category FROM orders
    UNION ALL
    SELECT order_end_date, area_key, 'how_it_ended', ending FROM orders
    UNION ALL
    SELECT order_end_date, area_key, 'disposal', disposal FROM orders
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
        COUNT(*) AS orders
    FROM shown AS h
    INNER JOIN spine AS s ON h.order_end_date >= s.period_start AND h.order_end_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.orders, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
