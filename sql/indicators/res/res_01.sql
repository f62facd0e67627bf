/*
id: RES-01
title: Resettlement support taken up
why: >
  Support that starts in custody and goes on after release keeps children from coming back.
definition: >
  Children released from custody and offered resettlement support who agreed to work with the service of their
  own will.
numerator: children who agreed
denominator: children offered support on release
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [to_date, fy, ytd]
theme: [Q3]
source: measures.md A1, T-38
data_source: service log
reads: [core_resettlement_cases, periods, areas]
begins_with: core_resettlement.released_date
notes: >
  The headline counts from the beginning of the log. A child released twice counts once in a period, as agreed
  where they agreed once. Releases with no offer are not in the base. IRS, IRIS and the consortium are told
  apart by the project, whatever name the log gives it.
*/
WITH cases AS (
    SELECT released_date, linked_id, is_accepted, area_key, project, sex, age_band, ethnicity_group
    FROM core_resettlement_cases
    WHERE is_offered = 1
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('to_date', 'fy', 'ytd')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT released_date, linked_id, is_accepted, area_key, 'all' AS breakdown, 'all' AS category FROM cases
    UNION ALL
    SELECT released_date, linked_id, is_accepted, area_key, 'project', project FROM cases
    UNION ALL
    SELECT released_date, linked_id, is_accepted, area_key, 'sex', sex FROM cases
    UNION ALL
    SELECT released_date, linked_id, is_accepted, area_key, 'age_band', age_band FROM cases
    UNION ALL
    SELECT released_date, linked_id, is_accepted, area_key, 'ethnicity_group', ethnicity_group FROM cases
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
        COUNT(DISTINCT CASE WHEN h.is_accepted = 1 THEN h.linked_id END) AS children_agreed,
        COUNT(DISTINCT h.linked_id) AS children_offered
    FROM shown AS h
    INNER JOIN spine AS s ON h.released_date >= s.period_start AND h.released_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_agreed, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children_offered, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
