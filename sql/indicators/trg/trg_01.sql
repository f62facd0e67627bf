/*
id: TRG-01
title: Staff trained in AssetPlus
why: >
  Assessments are only as good as those who make them; three days each are needed before the change.
definition: >
  People in post on the day who had attended three days or more of AssetPlus training by then.
numerator: people in post with three days of AssetPlus training
denominator: people in post
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [as_at]
theme: [core]
source: measures.md A4 (AssetPlus, three days' training each); D15 section 7, priorities 4 and 8
data_source: workforce
reads: [core_staff_in_post, core_staff_training, periods, areas]
page: WF-01
era_from: 2014-04-01
begins_with: core_staff_training.training_date
notes: >
  The base is everybody in post, since the plan wants all trained. "AssetPlus days" has the shares of those with
  three days, with fewer, with none; "course" those who attended any part of each course. Who left is in
  neither.
*/
WITH attended AS (
    SELECT i.period_id, i.staff_id, t.course, SUM(t.training_days) AS days
    FROM core_staff_in_post AS i
    INNER JOIN core_staff_training AS t ON t.staff_id = i.staff_id AND t.training_date <= i.day_shown
    GROUP BY i.period_id, i.staff_id, t.course
),

courses AS (
    SELECT course
    FROM core_staff_training
    GROUP BY course
),

staff AS (
    SELECT
        i.period_id,
        i.staff_id,
        CASE WHEN a.days >= 3 THEN 'Three or more' WHEN a.days > 0 THEN 'Fewer than three' ELSE 'None' END AS progress,
        CASE WHEN a.days >= 3 THEN 1 ELSE 0 END AS is_trained
    FROM core_staff_in_post AS i
    LEFT JOIN attended AS a ON a.period_id = i.period_id AND a.staff_id = i.staff_id AND a.course = 'AssetPlus'
),

stages AS (
    SELECT progress
    FROM staff
    GROUP BY progress
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
    SELECT period_id, is_trained, 'all' AS breakdown, 'all' AS category
    FROM staff
    UNION ALL
    SELECT t.period_id, CASE WHEN t.progress = g.progress THEN 1 ELSE 0 END, 'AssetPlus days', g.progress
    FROM staff AS t
    CROSS JOIN stages AS g
    UNION ALL
    SELECT t.period_id, CASE WHEN a.days > 0 THEN 1 ELSE 0 END, 'course', c.course
    FROM staff AS t
    CROSS JOIN courses AS c
    LEFT JOIN attended AS a ON a.period_id = t.period_id AND a.staff_id = t.staff_id AND a.course = c.course
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
        SUM(h.is_trained) AS counted,
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
