/*
id: GRP-01
title: Group work begun
why: >
  Group work reaches children together on what they have in common.
definition: >
  Children beginning a group work programme, by the day of the first session they were expected at.
numerator: programmes begun
denominator: none
counted: programmes of group work begun
counting_unit: programme
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4; D15 section 2"
data_source: service log
reads: [core_group_courses, periods, areas]
begins_with: core_group_work.session_date
notes: >
  Counts a child once for each programme. A programme that runs again has a name of its own.
*/
WITH courses AS (
    SELECT first_session_date, programme, area_key, sex, age_band, ethnicity_group
    FROM core_group_courses
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
    SELECT first_session_date, area_key, 'all' AS breakdown, 'all' AS category FROM courses
    UNION ALL
    SELECT first_session_date, area_key, 'sex', sex FROM courses
    UNION ALL
    SELECT first_session_date, area_key, 'age_band', age_band FROM courses
    UNION ALL
    SELECT first_session_date, area_key, 'ethnicity_group', ethnicity_group FROM courses
    UNION ALL
    SELECT first_session_date, area_key, 'programme', programme FROM courses
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
        COUNT(*) AS begun
    FROM shown AS h
    INNER JOIN spine AS s ON h.first_session_date >= s.period_start AND h.first_session_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.begun, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
