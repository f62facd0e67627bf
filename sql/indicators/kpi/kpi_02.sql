/*
id: KPI-02
title: In suitable education, training or employment at the end of the order (modern indicator)
why: >
  A child in school, training or work when an order ends is less likely to offend again.
definition: >
  Children whose programme ended in the quarter with all the education, training and employment open on the last day
  suitable, as a share of all children whose programme ended in it.
numerator: children in suitable education, training or employment on the last day
denominator: children whose programme ended in the quarter
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [quarter, ytd, fy]
theme: [core]
era_from: 2023-04-01
page: KPI-01
source: measures.md B5 KPI 2
data_source: case system
reads: [core_kpi_endings, periods, areas]
may_lack: [core_offence_intervention]
unused: [core_accommodation]
notes: >
  The rule of the key performance indicators from April 2023, not that of NI 45 (EET-01): children and not orders,
  and hours do not decide; they are shown as a breakdown (full time is 25 hours a week of school age, 16 above).
  Longer periods are the sum of their quarters.
*/
WITH facts AS (
    SELECT
        order_end_date,
        ete_suitable,
        area_key,
        sex,
        age_band,
        ethnicity_group,
        order_type,
        school_age,
        hours_band
    FROM core_kpi_endings
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
    SELECT order_end_date, ete_suitable, area_key, 'all' AS breakdown, 'all' AS category FROM facts
    UNION ALL
    SELECT order_end_date, ete_suitable, area_key, 'sex', sex FROM facts
    UNION ALL
    SELECT order_end_date, ete_suitable, area_key, 'age_band', age_band FROM facts
    UNION ALL
    SELECT order_end_date, ete_suitable, area_key, 'ethnicity_group', ethnicity_group FROM facts
    UNION ALL
    SELECT order_end_date, ete_suitable, area_key, 'order type', order_type FROM facts
    UNION ALL
    SELECT order_end_date, ete_suitable, area_key, 'school_age', school_age FROM facts
    UNION ALL
    SELECT order_end_date, ete_suitable, area_key, 'hours', hours_band FROM facts
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
        SUM(h.ete_suitable) AS suitable_children,
        COUNT(*) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.order_end_date >= s.period_start AND h.order_end_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.suitable_children, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
