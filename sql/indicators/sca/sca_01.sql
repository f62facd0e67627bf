/*
id: SCA-01
title: Caseload at intensive level
why: >
  Shows how much of the work is with children who need the most of it.
definition: >
  Open cases at intensive level: Asset score 33 to 64, or high or very high risk of serious harm.
numerator: children with an open order at intensive level
denominator: children with an open order and a level
counting_unit: person
unit: "%"
decimals: 1
polarity: context
basis: [as_at]
theme: [Q2]
source: measures.md A1, B6 (Asset bands, level rule); D11 section 5
data_source: case system
reads: [core_caseload, periods, areas]
begins_with: core_assessments.assessment_date
notes: >
  Point in time: the cases open on the last day of each quarter. Counts children, not orders. The level is the one
  the officer decided on where that is recorded, else the higher of Asset score and risk of serious harm. "Behind
  the figure" gives the open cases without any assessment over all open cases; they are left out of the shares.
*/
WITH cases AS (
    SELECT
        period_id,
        linked_id,
        CASE WHEN scaled_level = 'intensive' THEN linked_id END AS counted_id,
        area_key,
        sex,
        age_band,
        ethnicity_group
    FROM core_caseload
    WHERE scaled_level <> 'not assessed'
),

every_case AS (
    SELECT
        period_id,
        linked_id,
        CASE WHEN scaled_level = 'not assessed' THEN linked_id END AS counted_id,
        area_key
    FROM core_caseload
),

spine AS (
    SELECT period_id
    FROM periods
    WHERE basis IN ('as_at')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT period_id, linked_id, counted_id, area_key, 'all' AS breakdown, 'all' AS category FROM cases
    UNION ALL
    SELECT period_id, linked_id, counted_id, area_key, 'sex', sex FROM cases
    UNION ALL
    SELECT period_id, linked_id, counted_id, area_key, 'age_band', age_band FROM cases
    UNION ALL
    SELECT period_id, linked_id, counted_id, area_key, 'ethnicity_group', ethnicity_group FROM cases
    UNION ALL
    SELECT period_id, linked_id, counted_id, area_key, 'statistic', 'open cases without an assessment' FROM every_case
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
        COUNT(DISTINCT h.counted_id) AS intensive_cases,
        COUNT(DISTINCT h.linked_id) AS cases
    FROM shown AS h
    INNER JOIN spine AS s ON h.period_id = s.period_id
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.intensive_cases, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.cases, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
