/*
id: MH-01
title: Mental health, acute referrals seen within 5 working days
why: >
  A child in a mental health crisis cannot wait.
definition: >
  Referrals to the mental health service that were acute, first seen within five working days. Day 1 is the first
  working day after the referral.
numerator: referrals first seen in time
denominator: referrals seen, or whose five working days are over
counting_unit: referral
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A1, B6, B10, C3
data_source: health
reads: [core_mental_health_referrals, periods, areas]
may_lack: [core_bank_holidays]
begins_with: core_mental_health.mh_referred_date
notes: >
  Counts referrals by the day of referral. The plans do not print the limit; five days is the old national one, read
  as working days. Pending referrals are left out, overdue ones without a first day count against. Referrals sent
  without a case number are matched by surname, first letter of the forename and date of birth; those that match
  nobody, or more than one child, are left out and listed among the queries.
*/
WITH referrals AS (
    SELECT referred_date, seen_in_time, area_key, sex, age_band, ethnicity_group
    FROM core_mental_health_referrals
    WHERE is_judged = 1 AND urgency = 'ACUTE'
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
    SELECT referred_date, seen_in_time, area_key, 'all' AS breakdown, 'all' AS category FROM referrals
    UNION ALL
    SELECT referred_date, seen_in_time, area_key, 'sex', sex FROM referrals
    UNION ALL
    SELECT referred_date, seen_in_time, area_key, 'age_band', age_band FROM referrals
    UNION ALL
    SELECT referred_date, seen_in_time, area_key, 'ethnicity_group', ethnicity_group FROM referrals
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
        SUM(h.seen_in_time) AS seen_in_time_referrals,
        COUNT(*) AS referrals
    FROM shown AS h
    INNER JOIN spine AS s ON h.referred_date >= s.period_start AND h.referred_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.seen_in_time_referrals, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.referrals, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
