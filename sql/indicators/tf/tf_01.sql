/*
id: TF-01
title: Children worked with whose family is open to SLF or Changing Lives
why: >
  Where two services work with one family they should have one plan.
definition: >
  Children with an order or programme open on the day whose family's case was open with Supporting
  Leicestershire Families or Rutland Changing Lives.
numerator: children whose family is open
denominator: children with an order or programme open
counting_unit: person
unit: "%"
decimals: 0
polarity: context
basis: [as_at]
theme: [Q4]
source: measures.md A1
data_source: social care
reads: [core_open_work, core_supporting_families, core_children, periods, areas]
page: PAR-01
begins_with: core_supporting_families.opened_date
notes: >
  Families are matched by the child's number; members without one are not matched. The plan prints about 10%, so
  the share is shown to the nearest whole per cent. A child on two orders begun at different ages stands under
  both ages.
*/
WITH work AS (
    SELECT work_start, work_end, linked_id, area_key, work_kind, sex, age_band, ethnicity_group
    FROM core_open_work
),

families AS (
    SELECT
        c.linked_id,
        t.family_programme,
        CAST(t.opened_date AS DATE) AS from_on,
        CAST(COALESCE(t.closed_date, DATE '2999-12-31') AS DATE) AS to_on
    FROM core_supporting_families AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
),

kinds AS (
    SELECT family_programme
    FROM families
    GROUP BY family_programme
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis = 'as_at'
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
    SELECT w.work_start, w.work_end, w.linked_id, w.area_key, 'family_programme', k.family_programme
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
        COUNT(DISTINCT f.linked_id) AS children_open,
        COUNT(DISTINCT h.linked_id) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.work_start < s.period_until AND h.work_end >= s.period_start
    INNER JOIN areas AS a ON a.district_code = h.area_key
    LEFT JOIN families AS f
        ON
            f.linked_id = h.linked_id
            AND f.from_on < s.period_until
            AND f.to_on >= s.period_start
            AND (h.breakdown <> 'family_programme' OR f.family_programme = h.category)
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_open, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
