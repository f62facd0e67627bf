/*
id: PAR-03
title: Children violent towards a parent
why: >
  Violence at home is a hidden form of domestic violence, and points to what the family needs.
definition: >
  Children worked with of whom violence towards a parent or carer stood as a concern, on the day or on any day
  of the year.
numerator: children of whom it stood
denominator: children with an order or programme open
counting_unit: person
unit: "%"
decimals: 0
polarity: context
basis: [as_at, fy]
theme: [Q3]
source: measures.md A1
data_source: service log
reads: [core_open_work, core_child_to_parent_violence, core_children, periods, areas]
page: PAR-01
begins_with: core_child_to_parent_violence.violence_identified
notes: >
  Only what was told and entered counts. The plan's about 15% came of research in 2014, not of a count; shown to
  the nearest whole per cent. A child on two orders begun at different ages stands under both ages.
*/
WITH work AS (
    SELECT work_start, work_end, linked_id, area_key, work_kind, sex, age_band, ethnicity_group
    FROM core_open_work
),

violence AS (
    SELECT
        c.linked_id,
        CAST(t.violence_identified AS DATE) AS from_on,
        CAST(COALESCE(t.violence_resolved, DATE '2999-12-31') AS DATE) AS to_on
    FROM core_child_to_parent_violence AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('as_at', 'fy')
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
        COUNT(DISTINCT f.linked_id) AS children_violent,
        COUNT(DISTINCT h.linked_id) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.work_start < s.period_until AND h.work_end >= s.period_start
    INNER JOIN areas AS a ON a.district_code = h.area_key
    LEFT JOIN violence AS f
        ON
            f.linked_id = h.linked_id
            AND f.from_on < s.period_until
            AND f.to_on >= s.period_start
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_violent, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
