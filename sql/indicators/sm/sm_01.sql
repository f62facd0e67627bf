/*
id: SM-01
title: Substance misuse, assessed within 5 working days
why: >
  Help with drugs and alcohol works best when it comes at once; a slow start loses the child.
definition: >
  Referrals for a specialist substance misuse assessment that were assessed within five working days. Day 1 is the
  first working day after the referral.
numerator: referrals assessed in time
denominator: referrals assessed, or whose five working days are over
counting_unit: referral
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q1]
source: measures.md A1, B6, B10, C3
data_source: health
reads: [core_substance_misuse_referrals, periods, areas]
may_lack: [core_bank_holidays]
begins_with: core_substance_misuse.sm_referred_date
notes: >
  Counts referrals by the day of referral. A referral whose five days are not over on the extract date is pending
  and left out; one that is overdue without an assessment counts against, a declined one too. That the days are
  working days is our reading: no source says so. An assessment dated before its referral is left out until it is
  corrected. Bank holidays are those of England and Wales.
*/
WITH referrals AS (
    SELECT referred_date, assessed_in_time, area_key, sex, age_band, ethnicity_group
    FROM core_substance_misuse_referrals
    WHERE assessment_judged = 1
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
    SELECT referred_date, assessed_in_time, area_key, 'all' AS breakdown, 'all' AS category FROM referrals
    UNION ALL
    SELECT referred_date, assessed_in_time, area_key, 'sex', sex FROM referrals
    UNION ALL
    SELECT referred_date, assessed_in_time, area_key, 'age_band', age_band FROM referrals
    UNION ALL
    SELECT referred_date, assessed_in_time, area_key, 'ethnicity_group', ethnicity_group FROM referrals
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
        SUM(h.assessed_in_time) AS assessed_in_time_referrals,
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
    CAST(COALESCE(n.assessed_in_time_referrals, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.referrals, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
