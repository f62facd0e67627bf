/*
id: YSP-01
title: YISP referrals taken up
why: >
  A referral helps only if the work begins.
definition: >
  Referrals to the Youth Inclusion and Support Project in the period, and those of which the work began.
numerator: referrals of which the work began
denominator: referrals
counting_unit: referral
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A4, C1; D11 section 8 objective 1
data_source: service log
reads: [core_yisp_referrals, periods, areas]
page: PRE-01
begins_with: core_yisp.yisp_referral_date
notes: >
  The day of the referral decides the period, whenever the work began, so the last quarter rises as work begins.
*/
WITH referrals AS (
    SELECT referral_date, has_begun, area_key, sex, age_band, ethnicity_group
    FROM core_yisp_referrals
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
    SELECT referral_date, has_begun, area_key, 'all' AS breakdown, 'all' AS category FROM referrals
    UNION ALL
    SELECT referral_date, has_begun, area_key, 'sex', sex FROM referrals
    UNION ALL
    SELECT referral_date, has_begun, area_key, 'age_band', age_band FROM referrals
    UNION ALL
    SELECT referral_date, has_begun, area_key, 'ethnicity_group', ethnicity_group FROM referrals
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
        SUM(h.has_begun) AS begun,
        COUNT(*) AS referrals
    FROM shown AS h
    INNER JOIN spine AS s ON h.referral_date >= s.period_start AND h.referral_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.begun, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.referrals, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
