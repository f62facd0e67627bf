/*
id: ORD-01
title: Orders begun
why: >
  Shows how much statutory work comes in, and of what kind.
definition: >
  Court orders and licences supervised by the service that began in the period, by disposal.
numerator: orders begun
denominator: none
counting_unit: order
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4; D15 section 2; T-36"
data_source: case system
reads: [core_statutory_orders, periods, areas]
notes: >
  Counts orders, not children; a child may have several. A custodial sentence begins here with the licence. Living
  here on the first day. Out-of-court disposals, curfews and attendance centres are not among them.
*/
WITH orders AS (
    SELECT order_start_date, disposal, area_key, sex, age_band, ethnicity_group
    FROM core_statutory_orders
    WHERE local_at_start = 1
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
    SELECT order_start_date, area_key, 'all' AS breakdown, 'all' AS category FROM orders
    UNION ALL
    SELECT order_start_date, area_key, 'disposal', disposal FROM orders
    UNION ALL
    SELECT order_start_date, area_key, 'sex', sex FROM orders
    UNION ALL
    SELECT order_start_date, area_key, 'age_band', age_band FROM orders
    UNION ALL
    SELECT order_start_date, area_key, 'ethnicity_group', ethnicity_group FROM orders
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
    INNER JOIN spine AS s ON h.order_start_date >= s.period_start AND h.order_start_date < s.period_until
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
