/*
id: REM-02
title: Secure remands
why: >
  Each one is a child held before trial; with figures this small the number says more than the share.
definition: >
  Remand decisions to secure accommodation or custody.
numerator: remand decisions to secure accommodation or custody
denominator: none
counting_unit: episode
unit: count
decimals: 0
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [Q1]
page: REM-01
source: measures.md A1, B4, T-09
data_source: case system
reads: [core_remand_decisions, periods, areas]
notes: >
  Its change on last year is the change of the number, not of the share (T-09).
*/
WITH decisions AS (
    SELECT decision_date, area_key, sex, age_band, ethnicity_group
    FROM core_remand_decisions
    WHERE in_base = 1 AND is_secure = 1
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
    SELECT decision_date, area_key, 'all' AS breakdown, 'all' AS category FROM decisions
    UNION ALL
    SELECT decision_date, area_key, 'sex', sex FROM decisions
    UNION ALL
    SELECT decision_date, area_key, 'age_band', age_band FROM decisions
    UNION ALL
    SELECT decision_date, area_key, 'ethnicity_group', ethnicity_group FROM decisions
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
        COUNT(*) AS decisions
    FROM shown AS h
    INNER JOIN spine AS s ON h.decision_date >= s.period_start AND h.decision_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.decisions, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
