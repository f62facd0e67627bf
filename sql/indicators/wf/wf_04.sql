/*
id: WF-04
title: Specialist posts
why: >
  Specialists are what the partners put into the service beside money.
definition: >
  Full-time equivalents of the specialist posts that somebody is in on the day: community psychiatric nurses,
  parenting specialists, health nurses, substance misuse specialists, accommodation workers.
numerator: full-time equivalents of specialist posts held
denominator: none
counting_unit: post
unit: FTE
decimals: 1
polarity: context
basis: [as_at]
theme: [Q3]
source: measures.md A1 WF-04; D11 section 8, objective 5
data_source: workforce
reads: [core_workforce, periods, areas]
page: WF-01
begins_with: core_workforce.post_start
notes: >
  The staff list must name leavers too, else earlier days are counted short. Vacant posts add nothing. The
  education team, whose size the plan does not print, is not counted here.
*/
WITH posts AS (
    SELECT post_start, post_end, fte, staff_role
    FROM core_workforce
    WHERE
        staff_id IS NOT NULL
        AND staff_role IN (
            'Community psychiatric nurse',
            'Parenting specialist',
            'Health nurse',
            'Substance misuse specialist',
            'Accommodation worker'
        )
),

spine AS (
    SELECT period_id, period_start
    FROM periods
    WHERE basis = 'as_at'
),

service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT post_start, post_end, fte, 'all' AS breakdown, 'all' AS category
    FROM posts
    UNION ALL
    SELECT post_start, post_end, fte, 'staff role', staff_role
    FROM posts
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
        SUM(h.fte) AS counted
    FROM shown AS h
    INNER JOIN spine AS s ON h.post_start <= s.period_start AND (h.post_end IS NULL OR h.post_end >= s.period_start)
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
