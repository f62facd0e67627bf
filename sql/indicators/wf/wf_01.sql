/*
id: WF-01
title: Workforce
why: >
  The Board answers for a workforce that is like the communities it serves.
definition: >
  People in post on the day, by sex and by ethnicity.
numerator: people in post
denominator: none
counting_unit: person
unit: count
decimals: 0
polarity: context
basis: [as_at]
theme: [Q1]
source: measures.md A1 WF-01, A2, T-18; D11 section 6
data_source: workforce
reads: [core_staff_in_post, periods, areas]
begins_with: core_workforce.post_start
notes: >
  The staff list must name leavers too, else earlier days are counted short. A person in two posts is counted
  once, a vacancy not at all. Not stated is a group of its own: the plan's text folds it into male and takes its
  shares from another day than its table (T-18).
*/
WITH staff AS (
    SELECT period_id, sex, ethnicity_group, ethnicity_group || ' | ' || sex AS ethnicity_and_sex
    FROM core_staff_in_post
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
    SELECT period_id, 'all' AS breakdown, 'all' AS category
    FROM staff
    UNION ALL
    SELECT period_id, 'sex', sex
    FROM staff
    UNION ALL
    SELECT period_id, 'ethnicity_group', ethnicity_group
    FROM staff
    UNION ALL
    SELECT period_id, 'ethnicity and sex', ethnicity_and_sex
    FROM staff
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
        COUNT(*) AS counted
    FROM shown AS h
    GROUP BY h.period_id, h.breakdown, h.category
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
