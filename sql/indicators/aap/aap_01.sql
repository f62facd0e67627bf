/*
id: AAP-01
title: Appropriate adult there within 2 hours
why: >
  A child may not be interviewed by the police alone, and waits in a cell until somebody comes.
definition: >
  Requests for an appropriate adult in the period, and those answered within 2 hours.
numerator: requests answered within 2 hours
denominator: requests
counting_unit: referral
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A4; D11 section 8 objective 3; the 2 hours are ours
data_source: service log
reads: [core_custody_requests, periods, areas]
begins_with: core_appropriate_adults.aa_request_date
notes: >
  The plan names no number of hours; 2 hours is our choice. Nobody came, or the time not recorded, counts against.
  Requests for young people whom the case system does not know count in the whole service.
*/
WITH requests AS (
    SELECT request_date, is_in_time, area_key, sex, age_band, ethnicity_group, provider_name
    FROM core_custody_requests
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
    SELECT request_date, is_in_time, area_key, 'all' AS breakdown, 'all' AS category FROM requests
    UNION ALL
    SELECT request_date, is_in_time, area_key, 'sex', sex FROM requests
    UNION ALL
    SELECT request_date, is_in_time, area_key, 'age_band', age_band FROM requests
    UNION ALL
    SELECT request_date, is_in_time, area_key, 'ethnicity_group', ethnicity_group FROM requests
    UNION ALL
    SELECT request_date, is_in_time, area_key, 'provider', provider_name FROM requests
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
        SUM(h.is_in_time) AS in_time,
        COUNT(*) AS requests
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
    CAST(COALESCE(n.in_time, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.requests, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
