/*
id: ISS-01
title: Intensive supervision begun
why: >
  Intensive supervision is the last step before custody, on bail, under an order or on licence.
definition: >
  Programmes of intensive supervision and surveillance begun in the period.
numerator: programmes begun
denominator: none
counted: programmes of intensive supervision begun
counting_unit: programme
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A4 (ISS)
data_source: case system
reads: [core_iss_programmes, periods, areas]
begins_with: core_iss.start_date
notes: >
  Counts programmes, not children. The consortium with Leicester City is not in it (T-31).
*/
WITH programmes AS (
    SELECT iss_start, area_key, iss_type, sex, age_band, ethnicity_group
    FROM core_iss_programmes
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
    SELECT iss_start, area_key, 'all' AS breakdown, 'all' AS category FROM programmes
    UNION ALL
    SELECT iss_start, area_key, 'iss_type', iss_type FROM programmes
    UNION ALL
    SELECT iss_start, area_key, 'sex', sex FROM programmes
    UNION ALL
    SELECT iss_start, area_key, 'age_band', age_band FROM programmes
    UNION ALL
    SELECT iss_start, area_key, 'ethnicity_group', ethnicity_group FROM programmes
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
        COUNT(*) AS programmes
    FROM shown AS h
    INNER JOIN spine AS s ON h.iss_start >= s.period_start AND h.iss_start < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.programmes, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
