/*
id: SM-03
title: Young people in substance misuse treatment
why: >
  Shows how many children get help with drugs or alcohol through the service.
definition: >
  Children in treatment for substance misuse on any day of the period, each counted once.
numerator: children in treatment
denominator: none
counting_unit: person
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q1]
page: SM-01
source: measures.md A1, C3
data_source: health
reads: [core_substance_misuse_referrals, periods, areas]
may_lack: [core_bank_holidays]
begins_with: core_substance_misuse.sm_referred_date
notes: >
  A longer period has more children in it: compare a year with a year, not with nine months. A child who had two
  kinds of treatment, or two birthdays between bands, is in two categories and once in the total.
*/
WITH treatments AS (
    SELECT linked_id, treatment_start, treatment_end, treatment, area_key, sex, age_band, ethnicity_group
    FROM core_substance_misuse_referrals
    WHERE treatment_start IS NOT NULL AND treatment <> 'No intervention needed'
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
    SELECT linked_id, treatment_start, treatment_end, area_key, 'all' AS breakdown, 'all' AS category FROM treatments
    UNION ALL
    SELECT linked_id, treatment_start, treatment_end, area_key, 'treatment', treatment FROM treatments
    UNION ALL
    SELECT linked_id, treatment_start, treatment_end, area_key, 'sex', sex FROM treatments
    UNION ALL
    SELECT linked_id, treatment_start, treatment_end, area_key, 'age_band', age_band FROM treatments
    UNION ALL
    SELECT linked_id, treatment_start, treatment_end, area_key, 'ethnicity_group', ethnicity_group FROM treatments
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
        COUNT(DISTINCT h.linked_id) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.treatment_start < s.period_until AND (h.treatment_end IS NULL OR h.treatment_end >= s.period_start)
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
