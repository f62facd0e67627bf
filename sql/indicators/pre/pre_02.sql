/*
id: PRE-02
title: "Anti-social behaviour team: did not re-offend after the work began"
why: >
  Children warned for anti-social behaviour are kept from offending.
definition: >
  Children worked with by the anti-social behaviour team in the period who had committed no proven offence after
  the work began.
numerator: children worked with who had not offended since
denominator: children worked with
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy, ytd, quarter]
theme: [Q4]
source: measures.md A1, C4, T-15; D11 section 8 objective 1
data_source: service log
reads: [core_prevention_work, periods, areas]
page: PRE-01
unused: [core_yisp]
begins_with: core_asb_cases.asb_start
notes: >
  There is no fixed follow-up: a child worked with years ago has had longer to offend than one of last month, so
  years do not compare, the figure of one year falls as time passes, and no national figure with a fixed window
  compares. It counts children open to the work on any day of the period (the plan does not say whether started or
  open), each once.
*/
WITH work AS (
    SELECT linked_id, work_start, work_end, offended, area_key, sex, age_band, ethnicity_group
    FROM core_prevention_work
    WHERE team = 'ASB'
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
    SELECT linked_id, work_start, work_end, offended, area_key, 'all' AS breakdown, 'all' AS category FROM work
    UNION ALL
    SELECT linked_id, work_start, work_end, offended, area_key, 'sex', sex FROM work
    UNION ALL
    SELECT linked_id, work_start, work_end, offended, area_key, 'age_band', age_band FROM work
    UNION ALL
    SELECT linked_id, work_start, work_end, offended, area_key, 'ethnicity_group', ethnicity_group FROM work
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

children AS (
    SELECT s.period_id, a.area_code, h.breakdown, h.category, h.linked_id, MAX(h.offended) AS offended
    FROM shown AS h
    INNER JOIN spine AS s
        ON h.work_start < s.period_until AND (h.work_end IS NULL OR h.work_end >= s.period_start)
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category, h.linked_id
),

counted AS (
    SELECT
        period_id,
        area_code,
        breakdown,
        category,
        SUM(1 - offended) AS children_without_offence,
        COUNT(*) AS children_worked_with
    FROM children
    GROUP BY period_id, area_code, breakdown, category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_without_offence, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children_worked_with, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
