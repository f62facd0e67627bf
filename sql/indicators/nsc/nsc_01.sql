/*
id: NSC-01
title: National standards met in time
why: >
  National standards say what a child on an order must receive, and by when.
definition: >
  Of what national standards required by a day in the period, what was done on or before that day, by standard.
numerator: standards met in time
denominator: standards due
counting_unit: event
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4, C1; D15 section 7"
data_source: case system
reads: [core_standards_due, periods, areas]
begins_with: core_order_standards.due_date
notes: >
  In the period of the day due. What was never done counts as not in time. Contacts by level are under SCA-04.
*/
WITH due AS (
    SELECT due_date, in_time, standard, disposal, area_key, sex, age_band, ethnicity_group
    FROM core_standards_due
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
    SELECT due_date, in_time, area_key, 'all' AS breakdown, 'all' AS category FROM due
    UNION ALL
    SELECT due_date, in_time, area_key, 'standard', standard FROM due
    UNION ALL
    SELECT due_date, in_time, area_key, 'disposal', disposal FROM due
    UNION ALL
    SELECT due_date, in_time, area_key, 'sex', sex FROM due
    UNION ALL
    SELECT due_date, in_time, area_key, 'age_band', age_band FROM due
    UNION ALL
    SELECT due_date, in_time, area_key, 'ethnicity_group', ethnicity_group FROM due
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
        SUM(h.in_time) AS met_in_time,
        COUNT(*) AS standards
    FROM shown AS h
    INNER JOIN spine AS s ON h.due_date >= s.period_start AND h.due_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.met_in_time, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.standards, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
