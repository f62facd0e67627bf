/*
id: UPW-02
title: Unpaid work by 17-year-olds, cases
why: >
  Shows for how many cases placements must be found.
definition: >
  Orders under which a young person aged 17 on the day did unpaid work in the period.
numerator: orders with unpaid work
denominator: none
counting_unit: order
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4; D15 section 7"
data_source: service log
reads: [core_reparation_sessions, periods, areas]
page: REP-01
begins_with: core_reparation.session_date
notes: >
  An order is counted once in each period in which work was done, so quarters do not add up to the year.
*/
WITH sessions AS (
    SELECT session_date, programme_id, area_key, sex, ethnicity_group
    FROM core_reparation_sessions
    WHERE is_unpaid_work = 1 AND age_years = 17
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
    SELECT session_date, programme_id, area_key, 'all' AS breakdown, 'all' AS category FROM sessions
    UNION ALL
    SELECT session_date, programme_id, area_key, 'sex', sex FROM sessions
    UNION ALL
    SELECT session_date, programme_id, area_key, 'ethnicity_group', ethnicity_group FROM sessions
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
        COUNT(DISTINCT h.programme_id) AS orders
    FROM shown AS h
    INNER JOIN spine AS s ON h.session_date >= s.period_start AND h.session_date < s.period_until
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
