/*
id: CSE-01
title: Children worked with at risk of sexual exploitation
why: >
  Children who offend may be victims first.
definition: >
  Children worked with of whom sexual exploitation was known or suspected, on the day or on any day of the
  quarter.
numerator: children of whom it was known or suspected
denominator: children with an order or programme open
counting_unit: person
unit: "%"
decimals: 1
polarity: context
basis: [quarter, as_at]
theme: [Q3]
source: measures.md A1
data_source: social care
reads: [core_open_work, core_exploitation, core_children, periods, areas]
begins_with: core_exploitation.start_date
notes: >
  A child of whom it was first suspected and then known counts once, and once under each. A rise may mean that
  more is told, not that there is more. A child on two orders begun at different ages stands under both ages.
*/
WITH work AS (
    SELECT work_start, work_end, linked_id, area_key, work_kind, sex, age_band, ethnicity_group
    FROM core_open_work
),

concerns AS (
    SELECT
        c.linked_id,
        t.concern,
        CAST(t.start_date AS DATE) AS from_on,
        CAST(COALESCE(t.end_date, DATE '2999-12-31') AS DATE) AS to_on
    FROM core_exploitation AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
),

kinds AS (
    SELECT concern
    FROM concerns
    GROUP BY concern
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'as_at')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT work_start, work_end, linked_id, area_key, 'all' AS breakdown, 'all' AS category FROM work
    UNION ALL
    SELECT work_start, work_end, linked_id, area_key, 'work_kind', work_kind FROM work
    UNION ALL
    SELECT work_start, work_end, linked_id, area_key, 'sex', sex FROM work
    UNION ALL
    SELECT work_start, work_end, linked_id, area_key, 'age_band', age_band FROM work
    UNION ALL
    SELECT work_start, work_end, linked_id, area_key, 'ethnicity_group', ethnicity_group FROM work
    UNION ALL
    SELECT w.work_start, w.work_end, w.linked_id, w.area_key, 'concern', k.concern
    FROM work AS w
    CROSS JOIN kinds AS k
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
        COUNT(DISTINCT f.linked_id) AS children_at_risk,
        COUNT(DISTINCT h.linked_id) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.work_start < s.period_until AND h.work_end >= s.period_start
    INNER JOIN areas AS a ON a.district_code = h.area_key
    LEFT JOIN concerns AS f
        ON
            f.linked_id = h.linked_id
            AND f.from_on < s.period_until
            AND f.to_on >= s.period_start
            AND (h.breakdown <> 'concern' OR f.concern = h.category)
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_at_risk, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
