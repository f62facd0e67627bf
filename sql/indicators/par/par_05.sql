/*
id: PAR-05
title: Parents satisfied
why: >
  Parents who found the work useful come back when they need it.
definition: >
  Parents asked, of interventions begun in the period, who were satisfied.
numerator: parents satisfied
denominator: parents who gave a view
counting_unit: episode
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md B6 (70% satisfied)
data_source: case system
reads: [core_parenting_work, periods, areas]
page: PAR-01
begins_with: core_parenting.start_date
notes: >
  Parents who were not asked are not in the base. The old national aim was 70%.
*/
WITH work AS (
    SELECT parenting_start, is_satisfied, area_key, parenting_type, came, sex, age_band, ethnicity_group
    FROM core_parenting_work
    WHERE is_satisfied IS NOT NULL
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
    SELECT parenting_start, is_satisfied, area_key, 'all' AS breakdown, 'all' AS category FROM work
    UNION ALL
    SELECT parenting_start, is_satisfied, area_key, 'parenting_type', parenting_type FROM work
    UNION ALL
    SELECT parenting_start, is_satisfied, area_key, 'came', came FROM work
    UNION ALL
    SELECT parenting_start, is_satisfied, area_key, 'sex', sex FROM work
    UNION ALL
    SELECT parenting_start, is_satisfied, area_key, 'age_band', age_band FROM work
    UNION ALL
    SELECT parenting_start, is_satisfied, area_key, 'ethnicity_group', ethnicity_group FROM work
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
        SUM(h.is_satisfied) AS satisfied,
        COUNT(*) AS views
    FROM shown AS h
    INNER JOIN spine AS s ON h.parenting_start >= s.period_start AND h.parenting_start < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.satisfied, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.views, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
