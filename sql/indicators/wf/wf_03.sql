/*
id: WF-03
title: Black and minority ethnic staff at grade 13 and above
why: >
  Shows whether those who lead are like the communities they serve.
definition: >
  Share of Black and minority ethnic staff among the people in post at grade 13 (team manager) and above.
numerator: Black and minority ethnic people in post at grade 13 and above
denominator: people in post at grade 13 and above
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [as_at]
theme: [Q1]
source: measures.md A1 WF-03, A2, T-18; D11 section 6
data_source: workforce
reads: [core_staff_in_post, periods, areas]
page: WF-01
begins_with: core_workforce.post_start
notes: >
  The staff list must name leavers too, else earlier days are counted short. A base of a handful: one person
  moves the share by ten points or more. The plan prints 33.3%, which needs 9 people; its own table has 8
  (T-18). Those who did not state theirs stay in the base.
*/
WITH staff AS (
    SELECT
        period_id,
        ethnicity_group,
        CASE WHEN ethnicity_group = 'Black and minority ethnic' THEN 1 ELSE 0 END AS is_counted
    FROM core_staff_in_post
    WHERE is_grade_13 = 1
),

groups AS (
    SELECT ethnicity_group AS name
    FROM staff
    GROUP BY ethnicity_group
),

spine AS (
    SELECT period_id
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
    SELECT period_id, is_counted, 'all' AS breakdown, 'all' AS category
    FROM staff
    UNION ALL
    SELECT t.period_id, CASE WHEN t.ethnicity_group = g.name THEN 1 ELSE 0 END, 'ethnicity_group', g.name
    FROM staff AS t
    CROSS JOIN groups AS g
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
        h.period_id,
        h.breakdown,
        h.category,
        SUM(h.is_counted) AS counted,
        COUNT(*) AS base
    FROM shown AS h
    GROUP BY h.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    v.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.counted, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.base, 0) AS DOUBLE) AS denominator
FROM cells AS c
CROSS JOIN service AS v
LEFT JOIN counted AS n
    ON n.period_id = c.period_id AND n.breakdown = c.breakdown AND n.category = c.category
ORDER BY c.period_id, v.area_code, c.breakdown, c.category
