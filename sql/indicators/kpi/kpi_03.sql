/*
id: KPI-03
title: Special educational needs, with a formal plan
why: >
  Children with special needs who have no plan are often out of school, and out of school they offend more.
definition: >
  Children whose order ended in the period, with special educational needs on its last day, who had an education,
  health and care plan or a statement.
numerator: children with a formal plan
denominator: children with identified needs whose order ended
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [quarter, ytd, fy]
theme: [core]
era_from: 2023-04-01
page: KPI-01
source: measures.md B5 KPI 3
data_source: education
reads: [core_kpi_children, core_send, core_children, periods, areas]
may_lack: [core_offence_intervention]
notes: >
  One row per child and quarter, by the most serious programme that ended; a longer period adds its quarters up.
  Needs and plan are those open on the last day of the order. School action and support without a plan are no formal
  plan.
*/
WITH needs AS (
    SELECT c.linked_id, s.send_plan, s.send_start, s.send_end
    FROM core_send AS s
    INNER JOIN core_children AS c ON c.ypid = s.ypid
    WHERE s.send_identified = TRUE
),

children AS (
    SELECT
        k.linked_id,
        k.quarter_start,
        k.order_type,
        k.area_key,
        k.sex,
        k.age_band,
        k.ethnicity_group,
        MAX(CASE WHEN n.send_plan IN ('EHCP', 'statement') THEN 1 ELSE 0 END) AS has_plan
    FROM core_kpi_children AS k
    INNER JOIN needs AS n
        ON
            n.linked_id = k.linked_id
            AND n.send_start <= k.order_end_date
            AND (n.send_end IS NULL OR n.send_end >= k.order_end_date)
    GROUP BY k.linked_id, k.quarter_start, k.order_type, k.area_key, k.sex, k.age_band, k.ethnicity_group
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'ytd', 'fy')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT quarter_start, has_plan, area_key, 'all' AS breakdown, 'all' AS category FROM children
    UNION ALL
    SELECT quarter_start, has_plan, area_key, 'order type', order_type FROM children
    UNION ALL
    SELECT quarter_start, has_plan, area_key, 'sex', sex FROM children
    UNION ALL
    SELECT quarter_start, has_plan, area_key, 'age_band', age_band FROM children
    UNION ALL
    SELECT quarter_start, has_plan, area_key, 'ethnicity_group', ethnicity_group FROM children
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
        SUM(h.has_plan) AS has_plan_children,
        COUNT(*) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.quarter_start >= s.period_start AND h.quarter_start < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.has_plan_children, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
