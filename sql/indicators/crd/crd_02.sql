/*
id: CRD-02
title: Second community restorative disposals referred to the YISP
why: >
  A second disposal is to lead to help by itself, before a child enters the justice system.
definition: >
  Second community restorative disposals of a young person in the period that led to a referral to the Youth
  Inclusion and Support Project.
numerator: second disposals referred
denominator: second disposals
counting_unit: event
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A4, C1; D11 section 8 objective 1 (automated referral)
data_source: police
reads: [core_restorative_disposals, periods, areas]
page: OOC-01
begins_with: core_crd.crd_date
notes: >
  A referral not recorded counts as none. The police's list has no case-system number, so repeats are found by the
  police's own key of the young person; a disposal before the list begins is known only from the officer's number.
*/
WITH disposals AS (
    SELECT crd_date, is_referred, area_key
    FROM core_restorative_disposals
    WHERE nth = 2
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
    SELECT crd_date, is_referred, area_key, 'all' AS breakdown, 'all' AS category FROM disposals
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
        SUM(h.is_referred) AS referred,
        COUNT(*) AS disposals
    FROM shown AS h
    INNER JOIN spine AS s ON h.crd_date >= s.period_start AND h.crd_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.referred, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.disposals, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
