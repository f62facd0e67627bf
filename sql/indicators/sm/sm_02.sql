/*
id: SM-02
title: Substance misuse, treatment within 10 working days
why: >
  A child who is found to need treatment should not have to wait for it.
definition: >
  Assessments that found a need of treatment, after which treatment began within ten working days. Day 1 is the
  first working day after the assessment.
numerator: treatments begun in time
denominator: assessments that found a need of treatment, begun or with their ten working days over
counting_unit: referral
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q1]
page: SM-01
source: measures.md A1, B6, B10, C3
data_source: health
reads: [core_substance_misuse_referrals, periods, areas]
may_lack: [core_bank_holidays]
begins_with: core_substance_misuse.sm_referred_date
notes: >
  Counts by the day of the assessment, from which the ten days run. Left out are those who declined treatment, those
  whose ten days are not over on the extract date, and treatment dated before its assessment. Needing treatment
  means that the assessment named a kind of treatment, or that treatment began.
*/
WITH assessments AS (
    SELECT assessed_date, treated_in_time, treatment, area_key, sex, age_band, ethnicity_group
    FROM core_substance_misuse_referrals
    WHERE treatment_judged = 1
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
    SELECT assessed_date, treated_in_time, area_key, 'all' AS breakdown, 'all' AS category FROM assessments
    UNION ALL
    SELECT assessed_date, treated_in_time, area_key, 'treatment', treatment FROM assessments
    UNION ALL
    SELECT assessed_date, treated_in_time, area_key, 'sex', sex FROM assessments
    UNION ALL
    SELECT assessed_date, treated_in_time, area_key, 'age_band', age_band FROM assessments
    UNION ALL
    SELECT assessed_date, treated_in_time, area_key, 'ethnicity_group', ethnicity_group FROM assessments
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
        SUM(h.treated_in_time) AS treated_in_time_assessments,
        COUNT(*) AS assessments
    FROM shown AS h
    INNER JOIN spine AS s ON h.assessed_date >= s.period_start AND h.assessed_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.treated_in_time_assessments, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.assessments, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
