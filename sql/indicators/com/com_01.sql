/*
id: COM-01
title: People at open evenings
why: >
  Confidence in the service grows where the public sees its work.
definition: >
  People who came to the service's open evenings.
numerator: people at open evenings
denominator: none
counting_unit: contact
unit: count
decimals: 0
polarity: higher is better
basis: [fy, ytd, quarter]
theme: [Q2]
source: measures.md A1 COM-01; D11 section 8, objective 6
data_source: service log
reads: [core_events, periods, areas]
begins_with: core_events.event_date
notes: >
  A lower bound: where the log says "over 100", 100 is counted, and "how counted" keeps such evenings apart from
  those that were counted. An evening of which no number is known adds nothing. Comings are counted, so who came
  twice is two.
*/
WITH evenings AS (
    SELECT
        CAST(event_date AS DATE) AS evening_date,
        attendance,
        CASE WHEN attendance_is_lower_bound = TRUE THEN 'At least' ELSE 'Counted' END AS how_counted
    FROM core_events
    WHERE event_kind = 'Open evening'
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
    SELECT evening_date, attendance, 'all' AS breakdown, 'all' AS category
    FROM evenings
    UNION ALL
    SELECT evening_date, attendance, 'how counted', how_counted
    FROM evenings
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
        SUM(h.attendance) AS counted
    FROM shown AS h
    INNER JOIN spine AS s ON h.evening_date >= s.period_start AND h.evening_date < s.period_until
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
