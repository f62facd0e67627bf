/*
id: PRS-01
title: Press items
why: >
  Shows where the public hears of the service.
definition: >
  Items about the service in newspapers, on the radio, on television or on the web.
numerator: press items
denominator: none
counting_unit: event
unit: count
decimals: 0
polarity: context
basis: [fy, ytd, quarter]
theme: [Q2]
source: measures.md A4 (press items); D11 section 8, objective 6
data_source: service log
reads: [core_events, periods, areas]
page: COM-01
begins_with: core_events.event_date
notes: >
  One story in three outlets is three items. Neither good nor bad press is told apart.
*/
WITH items AS (
    SELECT CAST(event_date AS DATE) AS item_date, COALESCE(medium, 'Not said') AS medium
    FROM core_events
    WHERE event_kind = 'Press item'
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy', 'ytd', 'quarter')
),

service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT item_date, 'all' AS breakdown, 'all' AS category
    FROM items
    UNION ALL
    SELECT item_date, 'medium', medium
    FROM items
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    UNION ALL
    SELECT s.period_id, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN headings AS h
),

counted AS (
    SELECT
        s.period_id,
        h.breakdown,
        h.category,
        COUNT(*) AS counted
    FROM shown AS h
    INNER JOIN spine AS s ON h.item_date >= s.period_start AND h.item_date < s.period_until
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    v.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.counted, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
CROSS JOIN service AS v
LEFT JOIN counted AS n
    ON n.period_id = c.period_id AND n.breakdown = c.breakdown AND n.category = c.category
ORDER BY c.period_id, v.area_code, c.breakdown, c.category
