/*
id: GRP-03
title: Attendance at group work
why: >
  Poor attendance shows early which programme does not hold its children.
definition: >
  Sessions attended as a share of the sessions at which a child was expected and attendance was recorded.
numerator: sessions attended
denominator: sessions with attendance recorded
counting_unit: session
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4; D15 section 2"
data_source: service log
reads: [core_group_sessions, periods, areas]
page: GRP-01
begins_with: core_group_work.session_date
notes: >
  Counts each child at each session. A session without a record of attendance is in neither number: what was not
  recorded is not absence.
*/
WITH sessions AS (
    SELECT session_date, attended, programme, area_key, sex, age_band, ethnicity_group
    FROM core_group_sessions
    WHERE attended IS NOT NULL
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
    SELECT session_date, attended, area_key, 'all' AS breakdown, 'all' AS category FROM sessions
    UNION ALL
    SELECT session_date, attended, area_key, 'sex', sex FROM sessions
    UNION ALL
    SELECT session_date, attended, area_key, 'age_band', age_band FROM sessions
    UNION ALL
    SELECT session_date, attended, area_key, 'ethnicity_group', ethnicity_group FROM sessions
    UNION ALL
    SELECT session_date, attended, area_key, 'programme', programme FROM sessions
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
        SUM(h.attended) AS sessions_attended,
        COUNT(*) AS sessions
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
    CAST(COALESCE(n.sessions_attended, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.sessions, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
