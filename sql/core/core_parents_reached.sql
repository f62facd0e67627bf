/*
name: core_parents_reached
title: Orders and programmes, and when work with a parent began under each
grain: one row per community order or prevention programme
reads: [core_open_work, core_parenting, core_children]
source: "A1 PAR-01, PAR-02; C3 (two parents, one child)"
notes: >
  `parent_from` is the first day of the first work with any parent of the child that began while the order or
  programme ran, of the kind that goes with it (work beside custody goes with neither), and to which the
  parent came at least once; empty where there was none. Two parents of one child reach one child. No
  attendance recorded is none shown. Starts are grouped by child first: else the engine may hold every programme
  against every parent by their kind alone.
*/
WITH parents AS (
    SELECT
        c.linked_id,
        CASE WHEN p.parenting_type = 'Prevention' THEN 'Prevention' ELSE 'Order' END AS parents_of,
        CAST(p.start_date AS DATE) AS parent_start
    FROM core_parenting AS p
    INNER JOIN core_children AS c ON c.ypid = p.ypid
    WHERE p.sessions_attended >= 1 AND p.parenting_type <> 'Custody'
    GROUP BY c.linked_id, p.parenting_type, p.start_date
),

work AS (
    SELECT
        programme_id,
        linked_id,
        work_start,
        work_end,
        CASE WHEN work_kind = 'Prevention' THEN 'Prevention' ELSE 'Order' END AS parents_of,
        area_key,
        sex,
        ethnicity_group,
        age_band
    FROM core_open_work
    WHERE work_kind = 'Prevention' OR is_community_order = 1
),

reached AS (
    SELECT w.programme_id, MIN(p.parent_start) AS parent_from
    FROM work AS w
    INNER JOIN parents AS p
        ON
            p.linked_id = w.linked_id
            AND p.parent_start >= w.work_start
            AND p.parent_start <= w.work_end
            AND p.parents_of = w.parents_of
    GROUP BY w.programme_id
)

SELECT
    w.programme_id,
    w.linked_id,
    w.work_start,
    w.work_end,
    w.parents_of,
    r.parent_from,
    w.area_key,
    w.sex,
    w.ethnicity_group,
    w.age_band
FROM work AS w
LEFT JOIN reached AS r ON r.programme_id = w.programme_id
ORDER BY w.programme_id
