/*
id: ACC-01
title: In suitable accommodation at the end of the order
why: >
  A safe and settled place to live is what everything else an order achieves rests on.
definition: >
  Relevant orders ended with the child in suitable accommodation on the last day.
numerator: orders ended in suitable accommodation
denominator: relevant orders ended
counting_unit: order
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q1]
source: measures.md A1, B1 (NI 46), B5 KPI 1
data_source: case system
reads: [core_orders_ended, periods, areas]
unused: [core_ete_status]
notes: >
  Counts orders, not children. Every place of living open on the last day must be suitable; none recorded, or
  one of unknown suitability, counts against.
*/
WITH orders AS (
    SELECT order_end_date, accommodation_suitable, area_key, sex, age_band, ethnicity_group
    FROM core_orders_ended
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
    SELECT order_end_date, accommodation_suitable, area_key, 'all' AS breakdown, 'all' AS category FROM orders
    UNION ALL
    SELECT order_end_date, accommodation_suitable, area_key, 'sex', sex FROM orders
    UNION ALL
    SELECT order_end_date, accommodation_suitable, area_key, 'age_band', age_band FROM orders
    UNION ALL
    SELECT order_end_date, accommodation_suitable, area_key, 'ethnicity_group', ethnicity_group FROM orders
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
        SUM(h.accommodation_suitable) AS accommodation_suitable_orders,
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
    CAST(COALESCE(n.accommodation_suitable_orders, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.orders, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
