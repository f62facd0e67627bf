/*
id: CSE-02
title: Return interviews held in time
why: >
  What a child says on coming back tells who is behind it.
definition: >
  Interviews due in the period after a child was missing that were held by the last day for them.
numerator: interviews held in time
denominator: interviews due
counting_unit: episode
unit: "%"
decimals: 1
polarity: higher is better
basis: [quarter, ytd, fy]
theme: [Q3]
source: measures.md A1 CSE-01, B10
data_source: social care
reads: [core_return_interviews, periods, areas]
page: CSE-01
notes: >
  Interviews whose last day had not passed when the extract was taken are not in the base; those not held count
  against.
*/
WITH interviews AS (
    SELECT interview_due, in_time, area_key, concern, sex, age_band, ethnicity_group
    FROM core_return_interviews
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'ytd', 'fy')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT interview_due, in_time, area_key, 'all' AS breakdown, 'all' AS category FROM interviews
    UNION ALL
    SELECT interview_due, in_time, area_key, 'concern', concern FROM interviews
    UNION ALL
    SELECT interview_due, in_time, area_key, 'sex', sex FROM interviews
    UNION ALL
    SELECT interview_due, in_time, area_key, 'age_band', age_band FROM interviews
    UNION ALL
    SELECT interview_due, in_time, area_key, 'ethnicity_group', ethnicity_group FROM interviews
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
        SUM(h.in_time) AS interviews_in_time,
        COUNT(*) AS interviews
    FROM shown AS h
    INNER JOIN spine AS s ON h.interview_due >= s.period_start AND h.interview_due < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.interviews_in_time, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.interviews, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
