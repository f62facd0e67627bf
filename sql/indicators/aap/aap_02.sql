/*
id: AAP-02
title: Overnight police remands
why: >
  A night in a police cell harms a child, and a bed elsewhere is the council's to find.
definition: >
  Young people kept in police cells overnight in the period, by child and day.
numerator: nights
denominator: none
counting_unit: episode
unit: count
decimals: 0
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A4; D11 section 8 objective 3
data_source: service log
reads: [core_custody_requests, periods, areas]
page: AAP-01
begins_with: core_appropriate_adults.aa_request_date
notes: >
  Several requests for one child on one day are one night. It knows only of nights for which an appropriate adult
  was requested.
*/
WITH nights AS (
    SELECT night_key, request_date, area_key, sex, age_band, ethnicity_group
    FROM core_custody_requests
    WHERE is_overnight = 1
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
    SELECT night_key, request_date, area_key, 'all' AS breakdown, 'all' AS category FROM nights
    UNION ALL
    SELECT night_key, request_date, area_key, 'sex', sex FROM nights
    UNION ALL
    SELECT night_key, request_date, area_key, 'age_band', age_band FROM nights
    UNION ALL
    SELECT night_key, request_date, area_key, 'ethnicity_group', ethnicity_group FROM nights
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
    SELECT s.period_id, a.area_code, h.breakdown, h.category, COUNT(DISTINCT h.night_key) AS nights
    FROM shown AS h
    INNER JOIN spine AS s ON h.request_date >= s.period_start AND h.request_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.nights, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
