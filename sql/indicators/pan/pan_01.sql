/*
id: PAN-01
title: Cases heard by the risk panels
why: >
  The panels bring agencies together over the children most likely to do harm.
definition: >
  Cases before the deter young offender, high-risk and vulnerability panels in the period.
numerator: cases heard
denominator: none
counting_unit: event
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A4 (deter young offenders, high-risk panel)
data_source: service log
reads: [core_panel_cases, periods, areas]
page: HRM-01
begins_with: core_risk_panels.heard_date
notes: >
  A case heard on two days counts twice; entered twice for one day, once.
*/
WITH cases AS (
    SELECT heard_date, area_key, panel_kind, hearing_kind, sex, age_band, ethnicity_group
    FROM core_panel_cases
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
    SELECT heard_date, area_key, 'all' AS breakdown, 'all' AS category FROM cases
    UNION ALL
    SELECT heard_date, area_key, 'panel_kind', panel_kind FROM cases
    UNION ALL
    SELECT heard_date, area_key, 'hearing_kind', hearing_kind FROM cases
    UNION ALL
    SELECT heard_date, area_key, 'sex', sex FROM cases
    UNION ALL
    SELECT heard_date, area_key, 'age_band', age_band FROM cases
    UNION ALL
    SELECT heard_date, area_key, 'ethnicity_group', ethnicity_group FROM cases
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
        COUNT(*) AS cases_heard
    FROM shown AS h
    INNER JOIN spine AS s ON h.heard_date >= s.period_start AND h.heard_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.cases_heard, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
