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
    SELECT area_code
    FROM areas
    GROUP BY area_code
),

counted AS (
    SELECT s.period_id, a.area_code, SUM(h.is_referred) AS referred, COUNT(*) AS disposals
    FROM disposals AS h
    INNER JOIN spine AS s ON h.crd_date >= s.period_start AND h.crd_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    GROUP BY s.period_id, a.area_code
)

SELECT
    s.period_id,
    p.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(COALESCE(n.referred, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.disposals, 0) AS DOUBLE) AS denominator
FROM spine AS s
CROSS JOIN places AS p
LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.area_code = p.area_code
ORDER BY s.period_id, p.area_code
