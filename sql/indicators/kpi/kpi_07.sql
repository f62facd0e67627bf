/*
id: KPI-07
title: Wider services, children supported
why: >
  Many children of the service are children of social care as well; help for the family outlasts the order.
definition: >
  Children whose order ended in the period who had early help, an early intervention plan, were in need, under a
  protection plan or looked after at any point of the order.
numerator: children supported by wider services
denominator: children whose order ended
counting_unit: person
unit: "%"
decimals: 1
polarity: context
basis: [quarter, ytd, fy]
theme: [core]
era_from: 2023-04-01
page: KPI-01
source: measures.md B5 KPI 7 (at any point of the order)
data_source: social care
reads: [core_kpi_children, core_care_status, core_children, periods, areas]
may_lack: [core_offence_intervention]
notes: >
  One row per child and quarter, by the most serious programme that ended; a longer period adds its quarters up. The
  definition moved: an older one looked at the last day alone. A child may have several kinds of support, so the
  kinds add up to more than the total.
*/
WITH care AS (
    SELECT
        c.linked_id,
        s.care_start,
        s.care_end,
        CASE
            WHEN s.care_record = 'EARLY_HELP' THEN 'early help'
            WHEN s.care_record = 'EARLY_INTERVENTION_PLAN' THEN 'early intervention plan'
            WHEN s.care_record = 'CHILD_IN_NEED' THEN 'child in need'
            WHEN s.care_record = 'CHILD_PROTECTION_PLAN' THEN 'child protection plan'
            ELSE 'looked after'
        END AS support
    FROM core_care_status AS s
    INNER JOIN core_children AS c ON c.ypid = s.ypid
    WHERE
        s.care_record IN (
            'EARLY_HELP',
            'EARLY_INTERVENTION_PLAN',
            'CHILD_IN_NEED',
            'CHILD_PROTECTION_PLAN',
            'LOOKED_AFTER_S20',
            'LOOKED_AFTER_S31',
            'LOOKED_AFTER_REMAND'
        )
),

given AS (
    SELECT k.quarter_start, k.linked_id, s.support
    FROM core_kpi_children AS k
    INNER JOIN care AS s
        ON
            s.linked_id = k.linked_id
            AND s.care_start <= k.order_end_date
            AND (s.care_end IS NULL OR s.care_end >= k.order_start_date)
    GROUP BY k.quarter_start, k.linked_id, s.support
),

supports AS (
    SELECT 'early help' AS support
    UNION ALL
    SELECT 'early intervention plan'
    UNION ALL
    SELECT 'child in need'
    UNION ALL
    SELECT 'child protection plan'
    UNION ALL
    SELECT 'looked after'
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
        MAX(CASE WHEN g.support IS NOT NULL THEN 1 ELSE 0 END) AS is_supported
    FROM core_kpi_children AS k
    LEFT JOIN given AS g ON g.linked_id = k.linked_id AND g.quarter_start = k.quarter_start
    GROUP BY k.linked_id, k.quarter_start, k.order_type, k.area_key, k.sex, k.age_band, k.ethnicity_group
),

by_support AS (
    SELECT
        k.quarter_start,
        k.area_key,
        s.support,
        CASE WHEN g.support IS NOT NULL THEN 1 ELSE 0 END AS has_support
    FROM core_kpi_children AS k
    CROSS JOIN supports AS s
    LEFT JOIN given AS g
        ON g.linked_id = k.linked_id AND g.quarter_start = k.quarter_start AND g.support = s.support
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
    SELECT quarter_start, is_supported, area_key, 'all' AS breakdown, 'all' AS category FROM children
    UNION ALL
    SELECT quarter_start, is_supported, area_key, 'order type', order_type FROM children
    UNION ALL
    SELECT quarter_start, is_supported, area_key, 'sex', sex FROM children
    UNION ALL
    SELECT quarter_start, is_supported, area_key, 'age_band', age_band FROM children
    UNION ALL
    SELECT quarter_start, is_supported, area_key, 'ethnicity_group', ethnicity_group FROM children
    UNION ALL
    SELECT quarter_start, has_support, area_key, 'support', support FROM by_support
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
        SUM(h.is_supported) AS supported_children,
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
    CAST(COALESCE(n.supported_children, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
